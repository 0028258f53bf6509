import type { RoomPhase, RoomState } from './types.js';

/** The states of a call that runs, be it one whose connection is being restored. */
export type CallState = 'connected' | 'reconnecting';

/** The phases of a call that runs. */
export type CallPhase = Extract<RoomPhase, { readonly state: CallState }>;

/** Whether the person is in the call. */
export function isInCall(state: RoomState): state is CallState {
  return state === 'connected' || state === 'reconnecting';
}

/** Whether a phase is one of a call that runs, so that its type is narrowed too. */
export function isCallPhase(phase: RoomPhase): phase is CallPhase {
  return isInCall(phase.state);
}

/** Whether the person is in the call or on the way into it: failures belong to the call by then. */
export function isJoining(state: RoomState): state is CallState | 'connecting' {
  return state === 'connecting' || isInCall(state);
}

/** Whether microphone and camera can be switched: there is a preview or a call. */
export function hasLocalMedia(state: RoomState): state is CallState | 'prejoin' {
  return state === 'prejoin' || isInCall(state);
}

/** The states of an attempt at a room that is over. */
export type EndState = 'left' | 'ended' | 'removed' | 'failed';

/** The phases of an attempt at a room that is over. */
export type EndPhase = Extract<RoomPhase, { readonly state: EndState }>;

/** Whether the attempt at the room is over: only opening the room again leads on. */
export function isOver(state: RoomState): state is EndState {
  return state === 'left' || state === 'ended' || state === 'removed' || state === 'failed';
}

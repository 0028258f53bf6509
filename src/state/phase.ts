import type { RoomPhase, RoomState } from './types.js';

/** The states of a running call, including a reconnection. */
export type CallState = 'connected' | 'reconnecting';

/** The phases of a running call. */
export type CallPhase = Extract<RoomPhase, { readonly state: CallState }>;

/** Whether the person is in the call. */
export function isInCall(state: RoomState): state is CallState {
  return state === 'connected' || state === 'reconnecting';
}

/** Whether a phase is one of a running call. It narrows the type. */
export function isCallPhase(phase: RoomPhase): phase is CallPhase {
  return isInCall(phase.state);
}

/** Whether the person is in the call or connecting: then failures belong to the call. */
export function isJoining(state: RoomState): state is CallState | 'connecting' {
  return state === 'connecting' || isInCall(state);
}

/** Whether microphone and camera can be switched: in a preview or a call. */
export function hasLocalMedia(state: RoomState): state is CallState | 'prejoin' {
  return state === 'prejoin' || isInCall(state);
}

/** The states of an attempt that has ended. */
export type EndState = 'left' | 'ended' | 'removed' | 'failed';

/** The phases of an attempt that has ended. */
export type EndPhase = Extract<RoomPhase, { readonly state: EndState }>;

/** Whether the attempt has ended: then only opening the room again starts another. */
export function isOver(state: RoomState): state is EndState {
  return state === 'left' || state === 'ended' || state === 'removed' || state === 'failed';
}

/**
 * The events of a preview or a call: their code loads with the first open room.
 *
 * @firedby ffc-room
 */
import type { FfcError } from '../core/errors.js';
import type {
  ConnectionQuality,
  DisconnectReason,
  RtcDevices,
  TrackSnapshot,
} from '../rtc/session.js';
import type { ControlState, ParticipantSnapshot } from '../state/types.js';
import { declareEvent, type EventMapOf } from './event.js';
import type * as Declared from './session-events.js';

interface OfParticipant {
  readonly participant: ParticipantSnapshot;
}

interface OfTrack {
  /** The participant of the track. */
  readonly participant: ParticipantSnapshot;
  /** The current state, or the last one before the end. */
  readonly track: TrackSnapshot;
}

interface Initial {
  /** Whether it was there before the local participant. */
  readonly initial: boolean;
}

/**
 * A participant, possibly the local one, is in the room. `initial` for those who were there before.
 */
export class FfcParticipantJoinedEvent extends declareEvent('ffc-participant-joined')<
  OfParticipant & Initial
>() {}

/**
 * Another participant is no longer in the room.
 *
 * It is not emitted when the local participant leaves or is disconnected: `ffc-state-change` is.
 */
export class FfcParticipantLeftEvent extends declareEvent('ffc-participant-left')<{
  /** The last state before the end. */
  readonly participant: ParticipantSnapshot;
  /** The reason, if it is known. */
  readonly reason: DisconnectReason | undefined;
}>() {}

/** The state of a participant changed. */
export class FfcParticipantChangeEvent extends declareEvent('ffc-participant-change')<{
  /** The current state. */
  readonly participant: ParticipantSnapshot;
  /** The names of the fields of `participant` that differ, such as `metadata`. */
  readonly changed: readonly string[];
}>() {}

/** A microphone, camera or screen is in the room. `initial` for those that were there before. */
export class FfcTrackPublishedEvent extends declareEvent('ffc-track-published')<
  OfTrack & Initial
>() {}

/** A microphone, camera or screen is no longer in the room. */
export class FfcTrackUnpublishedEvent extends declareEvent('ffc-track-unpublished')<OfTrack>() {}

/** The media of a track are received. */
export class FfcTrackSubscribedEvent extends declareEvent('ffc-track-subscribed')<OfTrack>() {}

/** The media of a track are no longer received. */
export class FfcTrackUnsubscribedEvent extends declareEvent('ffc-track-unsubscribed')<OfTrack>() {}

/** A track was muted: silence, or no picture. */
export class FfcTrackMutedEvent extends declareEvent('ffc-track-muted')<OfTrack>() {}

/** A track was unmuted. */
export class FfcTrackUnmutedEvent extends declareEvent('ffc-track-unmuted')<OfTrack>() {}

/** A track could not be captured, published or received. */
export class FfcTrackFailedEvent extends declareEvent('ffc-track-failed')<{
  readonly participant: ParticipantSnapshot;
  /** The track; undefined when it failed before it existed. */
  readonly track: TrackSnapshot | undefined;
  readonly error: FfcError;
}>() {}

/** The active speakers changed. */
export class FfcActiveSpeakersChangeEvent extends declareEvent('ffc-active-speakers-change')<{
  /** The speakers, loudest first. Empty in silence. */
  readonly participants: readonly ParticipantSnapshot[];
}>() {}

/** The quality of a participant's connection changed. */
export class FfcQualityChangeEvent extends declareEvent('ffc-quality-change')<{
  readonly participant: ParticipantSnapshot;
  readonly quality: ConnectionQuality;
}>() {}

/** The browser allows or blocks the sound. */
export class FfcPlaybackChangeEvent extends declareEvent('ffc-playback-change')<{
  /** When false, call `startAudio()` from a click. */
  readonly canPlayAudio: boolean;
}>() {}

/**
 * The local microphone, camera or screen share was turned on or off, is pending, or has failed.
 *
 * The fields are those of the room's properties of the same names.
 */
export class FfcSwitchChangeEvent extends declareEvent('ffc-switch-change')<{
  readonly microphone: ControlState;
  readonly camera: ControlState;
  readonly screenShare: ControlState;
}>() {}

/**
 * A recording of the call started or stopped. It is also emitted at the join of a recorded call.
 */
export class FfcRecordingChangeEvent extends declareEvent('ffc-recording-change')<{
  readonly recording: boolean;
}>() {}

/**
 * A message arrived from a participant or from the app's backend. Its content is untrusted.
 *
 * At most 50 messages a second of each sender are emitted. The others are dropped, and the console
 * warns once.
 */
export class FfcDataEvent extends declareEvent('ffc-data')<{
  /** The sender, as verified by the media server; undefined: no participant sent it. */
  readonly participant: ParticipantSnapshot | undefined;
  /** The topic: 1 to 100 characters. */
  readonly topic: string;
  /** At most 15 000 bytes. */
  readonly data: Uint8Array;
  /** The data as text; undefined if they are not valid UTF-8. */
  readonly text: string | undefined;
}>() {}

/**
 * A piece of a live transcription arrived.
 *
 * At most 50 pieces a second of each sender are emitted, as for `ffc-data`.
 */
export class FfcTranscriptionEvent extends declareEvent('ffc-transcription')<{
  /** The speaker; undefined: the media server names none. */
  readonly participant: ParticipantSnapshot | undefined;
  /** The id of the piece. A later piece with the same id replaces it. */
  readonly id: string;
  /** The text, of at most 5000 characters. It is untrusted. */
  readonly text: string;
  /** Whether no later piece will replace this one. */
  readonly final: boolean;
  /** The language tag; empty when it is unknown. */
  readonly language: string;
}>() {}

/** Devices were plugged in, unplugged or switched, or their names became known by a permission. */
export class FfcDeviceChangeEvent extends declareEvent('ffc-device-change')<{
  readonly devices: RtcDevices;
}>() {}

/**
 * The classes of all events in this file, for example to listen to each of them:
 * `for (const { type } of sessionEventClasses) room.addEventListener(type, log)`.
 */
export const sessionEventClasses = [
  FfcParticipantJoinedEvent,
  FfcParticipantLeftEvent,
  FfcParticipantChangeEvent,
  FfcTrackPublishedEvent,
  FfcTrackUnpublishedEvent,
  FfcTrackSubscribedEvent,
  FfcTrackUnsubscribedEvent,
  FfcTrackMutedEvent,
  FfcTrackUnmutedEvent,
  FfcTrackFailedEvent,
  FfcActiveSpeakersChangeEvent,
  FfcQualityChangeEvent,
  FfcPlaybackChangeEvent,
  FfcSwitchChangeEvent,
  FfcRecordingChangeEvent,
  FfcDataEvent,
  FfcTranscriptionEvent,
  FfcDeviceChangeEvent,
] as const;

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}

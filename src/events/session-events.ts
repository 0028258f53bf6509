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
  /** Whose track it is. */
  readonly participant: ParticipantSnapshot;
  /** The present state, or the last one before the end. */
  readonly track: TrackSnapshot;
}

interface Initial {
  /** Was there before the local participant was. */
  readonly initial: boolean;
}

/** Somebody is in the room: the local participant too. `initial` for those who were there before. */
export class FfcParticipantJoinedEvent extends declareEvent('ffc-participant-joined')<
  OfParticipant & Initial
>() {}

/**
 * Somebody else is no longer in the room.
 *
 * When the local participant leaves or is cut off, `ffc-state-change` says so, and nobody "left".
 */
export class FfcParticipantLeftEvent extends declareEvent('ffc-participant-left')<{
  /** The last state before the end. */
  readonly participant: ParticipantSnapshot;
  /** Why, as far as it is known. */
  readonly reason: DisconnectReason | undefined;
}>() {}

/** Something about a participant is different. */
export class FfcParticipantChangeEvent extends declareEvent('ffc-participant-change')<{
  /** The present state. */
  readonly participant: ParticipantSnapshot;
  /** The names of the fields of `participant` that differ, such as `metadata`. */
  readonly changed: readonly string[];
}>() {}

/** A microphone, camera or screen is in the room. `initial` for what was there before. */
export class FfcTrackPublishedEvent extends declareEvent('ffc-track-published')<
  OfTrack & Initial
>() {}

/** A microphone, camera or screen is no longer in the room. */
export class FfcTrackUnpublishedEvent extends declareEvent('ffc-track-unpublished')<OfTrack>() {}

/** A track's media comes in. */
export class FfcTrackSubscribedEvent extends declareEvent('ffc-track-subscribed')<OfTrack>() {}

/** A track's media does not come in any more. */
export class FfcTrackUnsubscribedEvent extends declareEvent('ffc-track-unsubscribed')<OfTrack>() {}

/** A track was muted: silence, or no picture. */
export class FfcTrackMutedEvent extends declareEvent('ffc-track-muted')<OfTrack>() {}

/** A track is not muted any more. */
export class FfcTrackUnmutedEvent extends declareEvent('ffc-track-unmuted')<OfTrack>() {}

/** A track could not be made, published or received. */
export class FfcTrackFailedEvent extends declareEvent('ffc-track-failed')<{
  readonly participant: ParticipantSnapshot;
  /** Undefined when it failed before there was one. */
  readonly track: TrackSnapshot | undefined;
  readonly error: FfcError;
}>() {}

/** Other people speak than before. */
export class FfcActiveSpeakersChangeEvent extends declareEvent('ffc-active-speakers-change')<{
  /** Loudest first; empty when it is quiet. */
  readonly participants: readonly ParticipantSnapshot[];
}>() {}

/** A participant's connection is better or worse than before. */
export class FfcQualityChangeEvent extends declareEvent('ffc-quality-change')<{
  readonly participant: ParticipantSnapshot;
  readonly quality: ConnectionQuality;
}>() {}

/** The browser lets sound play, or does not any more. */
export class FfcPlaybackChangeEvent extends declareEvent('ffc-playback-change')<{
  /** When false, `startAudio()` from a click helps. */
  readonly canPlayAudio: boolean;
}>() {}

/**
 * The own microphone, camera or share of a screen was turned on or off, is about to be, or cannot be.
 *
 * The fields are those of the room's properties of the same names.
 */
export class FfcSwitchChangeEvent extends declareEvent('ffc-switch-change')<{
  readonly microphone: ControlState;
  readonly camera: ControlState;
  readonly screenShare: ControlState;
}>() {}

/** A recording of the call began or ended. It is told at the join of a recorded call too. */
export class FfcRecordingChangeEvent extends declareEvent('ffc-recording-change')<{
  readonly recording: boolean;
}>() {}

/**
 * A message came: of a participant, or of the app's backend. Anybody may send anything.
 *
 * At most 50 messages a second of each sender are told; the others are dropped, and the console
 * says so once.
 */
export class FfcDataEvent extends declareEvent('ffc-data')<{
  /** The sender, as the media server vouches for; undefined: no participant sent it. */
  readonly participant: ParticipantSnapshot | undefined;
  /** The topic: 1 to 100 characters. */
  readonly topic: string;
  /** At most 15 000 bytes. */
  readonly data: Uint8Array;
  /** The data as text; undefined where they are none. */
  readonly text: string | undefined;
}>() {}

/**
 * Something that somebody says came in writing, piece by piece.
 *
 * At most 50 pieces a second of each sender are told, as of `ffc-data`.
 */
export class FfcTranscriptionEvent extends declareEvent('ffc-transcription')<{
  /** The speaker; undefined: the media server does not say. */
  readonly participant: ParticipantSnapshot | undefined;
  /** Of the piece: one that comes again with this id takes the place of the one before. */
  readonly id: string;
  /** At most 5000 characters; hostile text. */
  readonly text: string;
  /** Whether the piece will not come again. */
  readonly final: boolean;
  /** A language tag; empty when it is not known. */
  readonly language: string;
}>() {}

/** Devices were plugged in, unplugged, named after a permission, or switched. */
export class FfcDeviceChangeEvent extends declareEvent('ffc-device-change')<{
  readonly devices: RtcDevices;
}>() {}

/**
 * The classes of all events in this file, such as for listening to each of them:
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

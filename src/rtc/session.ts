import type { Room } from 'livekit-client';
import type { EventSource } from '../core/emitter.js';
import type { FfcError } from '../core/errors.js';
import type { DeviceKind, RtcDevices } from './device-types.js';
import type { RtcMessage, RtcSendOptions, RtcTranscription } from './message-types.js';

export type { DeviceKind, RtcDevice, RtcDevices } from './device-types.js';
export type { RtcMessage, RtcSendOptions, RtcTranscription };

/** LiveKit's own object of a running call; a scripted session has none. */
export type LiveRoom = Room;

/** The source of a track, with LiveKit's names in lower case. */
export type TrackSource =
  'camera' | 'microphone' | 'screen_share' | 'screen_share_audio' | 'unknown';
export type TrackKind = 'audio' | 'video';
export type ConnectionQuality = 'excellent' | 'good' | 'poor' | 'lost' | 'unknown';

/** A published track (or a local one that waits to be published): plain, frozen facts. */
export interface TrackSnapshot {
  /** The publication's id; `local:camera` and the like until it is published. */
  readonly sid: string;
  readonly source: TrackSource;
  readonly kind: TrackKind;
  readonly muted: boolean;
  readonly isLocal: boolean;
  /** Whether the track's media are received. Always true for local tracks. */
  readonly isSubscribed: boolean;
  /**
   * Whether the video has shown no new frame for 3 seconds. Only a remote video that is unmuted,
   * subscribed and played by a visible element can stall; false for all other tracks.
   */
  readonly isStalled: boolean;
  /** Pixels as published; 0 when unknown or audio. */
  readonly width: number;
  readonly height: number;
}

/** A participant's permissions on the media server. */
export interface RtcPermissions {
  readonly canSubscribe: boolean;
  readonly canPublish: boolean;
  /** The only sources that may be published; empty: all of them. */
  readonly canPublishSources: readonly TrackSource[];
  readonly canPublishData: boolean;
  /** Whether it may change its own name, metadata and attributes: they prove nothing then. */
  readonly canUpdateMetadata: boolean;
}

/** A participant as the media server knows it: plain, frozen facts. */
export interface RtcParticipant {
  readonly identity: string;
  /** The server's id for this stay in the room; empty before the connection. */
  readonly sid: string;
  readonly name: string;
  readonly isLocal: boolean;
  /** Raw, untrusted text, from which the store reads the member. */
  readonly metadata: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  /** Undefined before the connection, and where the server does not send them. */
  readonly permissions: RtcPermissions | undefined;
  /** Milliseconds since 1970; undefined before the connection. */
  readonly joinedAt: number | undefined;
  readonly isSpeaking: boolean;
  /** 0 to 1, in steps of 0.1 so that silence does not redraw. */
  readonly audioLevel: number;
  readonly quality: ConnectionQuality;
  readonly tracks: readonly TrackSnapshot[];
}

export type DisconnectReason =
  /** `disconnect()` was called. */
  | 'client'
  /** The same identity joined elsewhere. */
  | 'duplicate-identity'
  /** Somebody with the right to do so removed this participant. */
  | 'removed'
  /** The room was closed or deleted. */
  | 'room-ended'
  /** The server went away, or the network did for too long. */
  | 'connection-lost';

export type RtcConnection =
  | { readonly state: 'new' | 'connecting' | 'connected' }
  /** `signal`: media goes on, only signalling is being restored. `full`: everything is. */
  | { readonly state: 'reconnecting'; readonly kind: 'signal' | 'full' }
  | { readonly state: 'disconnected'; readonly reason: DisconnectReason };

export type ParticipantField =
  | 'name'
  | 'metadata'
  | 'attributes'
  | 'permissions'
  | 'isSpeaking'
  | 'audioLevel'
  | 'quality'
  | 'tracks';

type ParticipantAndTrack = { readonly participant: RtcParticipant; readonly track: TrackSnapshot };

/** The media server's facts about the room itself. */
export interface RtcRoomInfo {
  /** Raw, untrusted text; undefined where there is none. */
  readonly metadata: string | undefined;
  /** Whether LiveKit itself reports a recording, or the room's metadata do. */
  readonly isRecording: boolean;
  /** Whether sound and pictures are encrypted end to end, so that the server cannot read them. */
  readonly isEncrypted?: boolean;
}

/** The events of a session. `participants()` already returns the snapshot that an event holds. */
export interface RtcSessionEvents {
  'connection-change': RtcConnection;
  /** `initial`: was in the room before this session connected. Emitted for the local one, too. */
  'participant-joined': { readonly participant: RtcParticipant; readonly initial: boolean };
  /** `reason`: why the participant left, where the server says so. */
  'participant-left': {
    readonly participant: RtcParticipant;
    readonly reason?: DisconnectReason | undefined;
  };
  'participant-change': {
    readonly participant: RtcParticipant;
    readonly changed: readonly ParticipantField[];
  };
  'track-published': ParticipantAndTrack & { readonly initial: boolean };
  'track-unpublished': ParticipantAndTrack;
  'track-subscribed': ParticipantAndTrack;
  'track-unsubscribed': ParticipantAndTrack;
  'track-muted': ParticipantAndTrack;
  'track-unmuted': ParticipantAndTrack;
  /** A track could not be captured, published or subscribed. */
  'track-failed': {
    readonly participant: RtcParticipant;
    readonly track: TrackSnapshot | undefined;
    readonly error: FfcError;
  };
  /** The server stopped sending a remote track's media to save bandwidth, or sends them again. */
  'track-stream-change': ParticipantAndTrack & { readonly paused: boolean };
  /** A publisher took away, or gave back, the permission to subscribe to a track. */
  'track-permission-change': ParticipantAndTrack & { readonly allowed: boolean };
  /** A local track is received by somebody: emitted once for each publication. */
  'local-track-subscribed': ParticipantAndTrack;
  /** The local microphone records only silence, although it is on. */
  'silence-detected': ParticipantAndTrack;
  /** Identities, loudest first. */
  'active-speakers-change': { readonly identities: readonly string[] };
  'quality-change': { readonly participant: RtcParticipant };
  /** Whether the browser lets sound play; when not, `startAudio()` from a click helps. */
  'playback-change': { readonly canPlayAudio: boolean };
  'room-change': RtcRoomInfo;
  /** At most 50 a second from each sender; more are dropped. `transcription` has the same limit. */
  'data-received': RtcMessage;
  transcription: RtcTranscription;
  /** This computer is too slow for the videos of the call. */
  overload: object;
  /** Devices were plugged, unplugged, named (after permission) or switched. */
  'devices-change': RtcDevices;
}

export interface RtcConnectOptions {
  readonly url: string;
  /** A secret: hand it on and forget it. */
  readonly token: string;
  /** `false`: nothing is downloaded until `setSubscribed`. Default `true`. */
  readonly autoSubscribe?: boolean;
  /** LiveKit's own further options. */
  readonly connectOptions?: object;
  /** Milliseconds after which the attempt fails with `timeout`. Default 20 000. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

/**
 * One call through a media server. The LiveKit adapter and the scripted mock are its two
 * implementations, and nothing outside `rtc/` can tell them apart.
 *
 * - Local tracks may be created before `connect()`, which then publishes them.
 * - `connect()` may be called again after a `disconnected` state; local tracks that are still
 *   live are published again.
 * - The end of a connection, for any reason, releases microphone, camera and screen. A
 *   `connect()` that fails keeps the preview and restores the previous connection state; its
 *   rejection says why.
 * - `track-*` events are about publications, local ones included. `participant-change` follows
 *   whenever the snapshot differs. A preview emits `participant-change` only.
 * - Every method that can fail rejects with an `FfcError`.
 */
export interface RtcSession extends EventSource<RtcSessionEvents> {
  /** The media library's own room object, for features that this port does not cover. */
  readonly liveRoom: LiveRoom | undefined;
  readonly connection: RtcConnection;
  readonly canPlayAudio: boolean;
  readonly devices: RtcDevices;
  /** Without a connection: no metadata, no recording. */
  readonly roomInfo: RtcRoomInfo;

  /** The local participant first (also before connecting), then the others by time of joining. */
  participants(): readonly RtcParticipant[];

  /**
   * Resolves once connected. Participants and publications already there are emitted before
   * that, with `initial: true`. Rejects with stage `connect` (`media-server-unreachable`,
   * `media-token-rejected`, `timeout`, `aborted`, …) and leaves nothing running.
   */
  connect(options: RtcConnectOptions): Promise<void>;
  /** Prepares a connection to a media server, so that `connect()` waits less. */
  prepare?(url: string): void;
  /** Leaves and releases microphone and camera. Never rejects. */
  disconnect(): Promise<void>;
  /** Like `disconnect()`, for good: also removes listeners, ends timers and detaches elements. */
  dispose(): Promise<void>;

  /** Turns the microphone on (making the track if there is none) or mutes it. */
  setMicrophoneEnabled(on: boolean): Promise<void>;
  /** Turns the camera on, or off so that its light goes out. */
  setCameraEnabled(on: boolean): Promise<void>;
  /**
   * Resolves also when the person closes the browser's picker: then nothing is shared. With
   * `isPaused` a running share sends neither picture nor sound: its tracks are muted.
   */
  setScreenShareEnabled(on: boolean, isPaused?: boolean): Promise<void>;
  /** Uses another device from now on, also for tracks that are already published. */
  switchDevice(kind: DeviceKind, deviceId: string): Promise<void>;
  /** Re-reads the devices; `devices-change` follows when they differ. */
  refreshDevices(): Promise<void>;
  /** Subscribes to a remote publication, or unsubscribes; for `autoSubscribe: false`. */
  setSubscribed(trackSid: string, on: boolean): Promise<void>;
  /** Must be called from a user gesture. */
  startAudio(): Promise<void>;
  /**
   * Sends a message to the others, who receive `data-received`. Rejects with `invalid-request`
   * (no topic, or more than 15 000 bytes), `invalid-state` (no call), `publish-forbidden` or
   * `send-failed`.
   */
  sendData(data: Uint8Array, options: RtcSendOptions): Promise<void>;
  /** Like {@link sendData}, for text. */
  sendText(text: string, options: RtcSendOptions): Promise<void>;

  /**
   * Plays a track in a media element until the returned function is called. A track that is
   * unknown or not subscribed yet starts to play when its media arrive.
   */
  attach(trackSid: string, element: HTMLMediaElement): () => void;

  /** The current media of a track, to measure them; undefined while there are none. */
  mediaTrack(trackSid: string): MediaStreamTrack | undefined;
}

/** Creates a session. Default: the LiveKit adapter's loader; stories use the mock's. */
export type RtcSessionFactory = (options: RtcSessionOptions) => Promise<RtcSession>;

/** A page's own options for LiveKit, in LiveKit's own types. */
export interface MediaOptions {
  readonly roomOptions?: object;
  readonly connectOptions?: object;
  readonly videoProcessor?: object;
  readonly audioProcessor?: object;
}

export interface RtcSessionOptions extends MediaOptions {
  /** Device ids to start with; an id that is gone falls back to the browser's default. */
  readonly microphoneId?: string;
  readonly cameraId?: string;
  readonly speakerId?: string;
  /** Downloads smaller pictures and fewer frames, and sends a smaller picture. Default `false`. */
  readonly dataSaver?: boolean;
}

import type { FfcError } from '../core/errors.js';
import type {
  ConnectionQuality,
  DisconnectReason,
  RtcDevices,
  RtcParticipant,
  RtcPermissions,
  RtcRoomInfo,
  RtcSendOptions,
  RtcSession,
  TrackSource,
} from '../rtc/session.js';

/** Somebody in the scripted room. */
export interface MockParticipant {
  /** Unique in the room; also decides the colours of the picture. */
  readonly identity: string;
  /** The media server's name. Default: the identity. */
  readonly name?: string;
  /** Text, or an object that is sent as JSON. Default: none. */
  readonly metadata?: string | object;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Permissions on the media server. Default: all but changing their own metadata. */
  readonly permissions?: Partial<RtcPermissions>;
  /** Published camera, `'muted'` for one that is switched off. Default `true`. */
  readonly camera?: boolean | 'muted';
  /** Published microphone, `'muted'` for one that is switched off. Default `true`. */
  readonly microphone?: boolean | 'muted';
  /** Default `false`. */
  readonly screenShare?: boolean;
  /** Default `excellent`. */
  readonly quality?: ConnectionQuality;
  /** Milliseconds since 1970. Default: a second after the one before. */
  readonly joinedAt?: number;
}

/** The local participant, without tracks, because the store turns them on. */
export type MockLocal = Pick<
  MockParticipant,
  'identity' | 'name' | 'metadata' | 'attributes' | 'permissions' | 'quality' | 'joinedAt'
>;

/** A message that was sent. */
export interface MockSentMessage extends RtcSendOptions {
  readonly data: Uint8Array;
  /** The data as text; undefined where they are not valid UTF-8. */
  readonly text: string | undefined;
}

/** The options of a transcription. */
export interface MockTranscription {
  /** The segment's id: a later segment with the same id replaces it. Default: a new id. */
  readonly id?: string;
  /** Default `true`. */
  readonly isFinal?: boolean;
  readonly language?: string;
}

/** The calls of a session that can be held back or made to fail. */
export type MockSessionMethod =
  | 'connect'
  | 'setMicrophoneEnabled'
  | 'setCameraEnabled'
  | 'setScreenShareEnabled'
  | 'switchDevice'
  | 'setSubscribed'
  | 'startAudio'
  | 'sendData';

/** The initial state of a scripted session. */
export interface MockSessionOptions {
  /** The local participant once connected. Default: identity `me`, named `Me`. */
  readonly local?: MockLocal;
  /** The participants who have joined before the local one. Default: nobody. */
  readonly participants?: readonly MockParticipant[];
  /** Milliseconds that every call takes. Default 0: the next microtask. */
  readonly latency?: number;
  /** Default: two microphones, two cameras and two speakers. */
  readonly devices?: RtcDevices;
}

/** One step of {@link MockSession.play}. */
export interface MockStep {
  /** Milliseconds from the call of `play`. */
  readonly at: number;
  /** Runs at that time. */
  readonly do: (session: MockSession) => void;
}

/** The options of playing a script. */
export interface MockPlayOptions {
  /** Stops the script. */
  readonly signal?: AbortSignal;
  /** Plays all steps at once, in their order: no timers. Default `false`. */
  readonly instant?: boolean;
}

/**
 * A scripted call: an {@link RtcSession} for elements and stores, without a server. Its additional
 * methods script the other side. Before `connect()` they emit no events about others, because a
 * server sends none before the join.
 */
export interface MockSession extends RtcSession {
  /** The number of handlers: for leak tests. */
  readonly listeners: number;
  /** The number of media elements that play a track: for leak tests. */
  readonly attachments: number;

  /** Lets somebody join. Throws a `TypeError` when the identity is taken. */
  addParticipant(participant: MockParticipant): RtcParticipant;
  /**
   * Lets somebody leave, after their tracks are unpublished, as a server does. Unknown identities
   * are ignored. Without a `reason`, `participant-left` has none.
   */
  removeParticipant(identity: string, reason?: DisconnectReason): void;
  /**
   * Adds `n` people with names and pictures, some muted, some without a camera. Returns their
   * identities.
   */
  crowd(n: number): readonly string[];
  /** The present people of the script, in order to start another session with them. */
  script(): readonly MockParticipant[];

  /** Publishes a track for somebody; a track that is already published stays as it is. */
  publish(identity: string, source: TrackSource): void;
  unpublish(identity: string, source: TrackSource): void;
  /** Mutes or unmutes somebody's track, yours as well (as a moderator would). */
  setMuted(identity: string, source: TrackSource, muted: boolean): void;
  /** Stalls somebody's video, or ends the stall. A muted or unsubscribed video cannot stall. */
  stallTrack(identity: string, source: TrackSource, isStalled?: boolean): void;
  /** Stops sending somebody's track to the local participant, or sends it again. */
  pauseTrack(identity: string, source: TrackSource, paused?: boolean): void;
  /** Takes away the permission to receive somebody's track, or gives it back. */
  allowTrack(identity: string, source: TrackSource, allowed: boolean): void;
  /** Emits `local-track-subscribed`: somebody receives a local track. */
  receiveLocalTrack(source: TrackSource): void;
  /** Emits `silence-detected`: the local microphone is on, but silent. */
  detectSilence(): void;
  /** Emits `overload`: this computer cannot keep up with the videos of the call. */
  overload(): void;
  /** Sets how loudly each person speaks, from 0 to 1; omitted people are silent. */
  setSpeaking(levels: Readonly<Record<string, number>>): void;
  setQuality(identity: string, quality: ConnectionQuality): void;
  setName(identity: string, name: string): void;
  setMetadata(identity: string, metadata: string | object): void;
  setAttributes(identity: string, attributes: Readonly<Record<string, string>>): void;
  /** Changes what the server lets somebody do, you as well; omitted permissions stay. */
  setPermissions(identity: string, permissions: Partial<RtcPermissions>): void;
  /** Changes the local participant, from the next `connect()` on. */
  setLocal(local: MockLocal): void;

  /** The messages sent with `sendData()` and `sendText()`, oldest first. */
  readonly sent: readonly MockSentMessage[];
  /** Emits a message from somebody; from the app's backend when `identity` is undefined. */
  receive(identity: string | undefined, topic: string, data: string | Uint8Array): void;
  /** Emits a transcription of somebody's speech. Default: final, in an unknown language. */
  transcribe(identity: string, text: string, options?: MockTranscription): void;
  /** Changes the server's facts about the room; omitted facts stay. */
  setRoomInfo(info: Partial<RtcRoomInfo>): void;

  /** Loses the connection until {@link restore}. */
  reconnect(kind: 'signal' | 'full'): void;
  restore(): void;
  /** Ends the connection from the other side. */
  end(reason: Exclude<DisconnectReason, 'client'>): void;
  /** Blocks sound until `startAudio()`, as a browser may. */
  blockAudio(): void;
  /** Emits `track-failed`: a track of somebody could not be published or subscribed. */
  failTrack(identity: string, error: FfcError, source?: TrackSource): void;
  /** Sets how loud the local voice is, from 0 to 1, whether the microphone is on or not. */
  setVoice(volume: number): void;
  /** Plugs devices in and out. */
  setDevices(devices: RtcDevices): void;

  /** The next call of the method rejects with the error. */
  failNext(method: MockSessionMethod, error: FfcError): void;
  /** Calls of the method wait until the returned function is called, or their signal aborts. */
  hold(method: MockSessionMethod): () => void;

  /**
   * Plays a script: steps in the order of their times. Resolves after the last one, or when the
   * signal or `dispose()` stopped it; rejects with what a step throws.
   */
  play(steps: readonly MockStep[], options?: MockPlayOptions): Promise<void>;
}

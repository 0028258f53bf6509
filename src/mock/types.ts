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
  /** Text as it is, or an object that becomes its JSON. Default: none. */
  readonly metadata?: string | object;
  readonly attributes?: Readonly<Record<string, string>>;
  /** What the media server lets them do. Default: all but changing their own metadata. */
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

/** The local participant: no tracks of its own, as the store turns them on. */
export type MockLocal = Pick<
  MockParticipant,
  'identity' | 'name' | 'metadata' | 'attributes' | 'permissions' | 'quality' | 'joinedAt'
>;

/** A message that was sent. */
export interface MockSentMessage extends RtcSendOptions {
  readonly data: Uint8Array;
  /** The data as text, where they are some. */
  readonly text: string | undefined;
}

/** How a piece of speech is written down. */
export interface MockTranscription {
  /** Of the piece: one that comes again takes the place of the one before. */
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

/** How a scripted session starts. */
export interface MockSessionOptions {
  /** Who you are once connected. Default: identity `me`, named `Me`. */
  readonly local?: MockLocal;
  /** Who is there already. Default: nobody. */
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
  /** What happens then. */
  readonly do: (session: MockSession) => void;
}

/** How a script is played. */
export interface MockPlayOptions {
  /** Stops the script. */
  readonly signal?: AbortSignal;
  /** Plays all steps at once, in their order: no timers. Default `false`. */
  readonly instant?: boolean;
}

/**
 * A scripted call: the {@link RtcSession} that elements and stores know, with no server behind
 * it, and the other side of it as methods. Before `connect()` the script changes silently, as a
 * room does that one has not joined.
 */
export interface MockSession extends RtcSession {
  /** How many handlers listen: for leak tests. */
  readonly listeners: number;
  /** How many media elements play a track: for leak tests. */
  readonly attachments: number;

  /** Lets somebody join. Throws a `TypeError` when the identity is taken. */
  addParticipant(participant: MockParticipant): RtcParticipant;
  /**
   * Lets somebody go: tracks first, as a server does. Unknown identities are ignored. Without a
   * reason it is one that the server does not say.
   */
  removeParticipant(identity: string, reason?: DisconnectReason): void;
  /** Adds `n` people with names and pictures, some muted, some without a camera; gives their identities. */
  crowd(n: number): readonly string[];
  /** The people of the script as they are now, to start another session with. */
  script(): readonly MockParticipant[];

  /** Publishes a track for somebody; one that is there is left as it is. */
  publish(identity: string, source: TrackSource): void;
  unpublish(identity: string, source: TrackSource): void;
  /** Mutes or unmutes somebody's track, yours as well (as a moderator would). */
  setMuted(identity: string, source: TrackSource, muted: boolean): void;
  /** Lets somebody's video stand still, or move again: what is off or not taken in cannot. */
  stallTrack(identity: string, source: TrackSource, isStalled?: boolean): void;
  /** This computer cannot keep up with the videos of the call. */
  overload(): void;
  /** Who speaks how loudly (0 to 1); those left out are silent. */
  setSpeaking(levels: Readonly<Record<string, number>>): void;
  setQuality(identity: string, quality: ConnectionQuality): void;
  setName(identity: string, name: string): void;
  setMetadata(identity: string, metadata: string | object): void;
  setAttributes(identity: string, attributes: Readonly<Record<string, string>>): void;
  /** Changes what the server lets somebody do, you as well; what is left out stays. */
  setPermissions(identity: string, permissions: Partial<RtcPermissions>): void;
  /** Who you are from the next `connect()` on. */
  setLocal(local: MockLocal): void;

  /** What was sent with `sendData()` and `sendText()`, oldest first. */
  readonly sent: readonly MockSentMessage[];
  /** Somebody sends a message; an identity of undefined is the app's backend. */
  receive(identity: string | undefined, topic: string, data: string | Uint8Array): void;
  /** Somebody's speech, in writing. Default: final, in a language that is not known. */
  transcribe(identity: string, text: string, options?: MockTranscription): void;
  /** Changes what the server says of the room; what is left out stays. */
  setRoomInfo(info: Partial<RtcRoomInfo>): void;

  /** Loses the connection for a while: until {@link restore}. */
  reconnect(kind: 'signal' | 'full'): void;
  restore(): void;
  /** Ends the connection from the other side. */
  end(reason: Exclude<DisconnectReason, 'client'>): void;
  /** The browser refuses to play sound until `startAudio()`. */
  blockAudio(): void;
  /** A track of somebody's could not be published or subscribed. */
  failTrack(identity: string, error: FfcError, source?: TrackSource): void;
  /** How loud one speaks into the own microphone, from 0 to 1, whether it is on or not. */
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

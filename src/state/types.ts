import type { ApprovalStrategy } from '../api/approval-types.js';
import type { ChannelApi } from '../api/channel-types.js';
import type { Member, MemberApi, PushSource, RoomsApi, VideoRoom } from '../api/types.js';
import type { Readable } from '../core/cell.js';
import type { EventSource } from '../core/emitter.js';
import type { FfcError } from '../core/errors.js';
import type * as errorEvents from '../events/error-event.js';
import type { StoreEventsOf } from '../events/event.js';
import type * as roomEvents from '../events/room-events.js';
import type * as sessionEvents from '../events/session-events.js';
import type {
  DeviceKind,
  MediaOptions,
  RtcDevices,
  RtcParticipant,
  RtcSession,
  RtcSessionFactory,
} from '../rtc/session.js';
import type { RtcCheckOptions } from '../rtc/check.js';

/** A participant's member in the app: read from the metadata, whatever is in that. */
export interface ParticipantMember {
  /**
   * Whether the server vouches for it: the participant may not change its own metadata, or
   * names itself by its identity. What is not verified has no role, and none of the details of
   * a member that it claims to be.
   */
  readonly verified: boolean;
  readonly appUserId: string | undefined;
  /**
   * The name of the participant. Never empty: the name of one's own that was given at the join,
   * the app's name of the member, the media server's name, or the identity.
   */
  readonly name: string;
  /** An http(s) URL, or undefined. */
  readonly picture: string | undefined;
  /**
   * `OPERATOR` (a host: see `isHost()`), `MEMBER`, or any other word of the service, which gives no
   * rights. Undefined where nobody vouches for it.
   */
  readonly role: string | undefined;
  readonly customData: Readonly<Record<string, unknown>> | undefined;
}

/** A participant as events and elements see it. `name` is the member's name. */
export interface ParticipantSnapshot extends RtcParticipant {
  readonly member: ParticipantMember;
}

/** The flow of a room: one explicit state machine. */
export type RoomPhase =
  | { readonly state: 'idle' }
  | { readonly state: 'loading'; readonly roomId: string }
  | {
      /** The time of the room is still to come: it goes on by itself then. */
      readonly state: 'scheduled';
      readonly room: VideoRoom;
      /** Milliseconds since 1970. */
      readonly startsAt: number;
    }
  | {
      readonly state: 'password';
      readonly room: VideoRoom;
      /** A password is being checked. */
      readonly checking: boolean;
      /** The last one was wrong. */
      readonly rejected: boolean;
      /** The number of wrong ones so far. */
      readonly attempts: number;
    }
  | { readonly state: 'prejoin'; readonly room: VideoRoom }
  | { readonly state: 'connecting'; readonly room: VideoRoom }
  /** A host was asked to let the person in: it goes on by itself. No device is open. */
  | { readonly state: 'waiting'; readonly room: VideoRoom }
  | { readonly state: 'connected'; readonly room: VideoRoom }
  | {
      readonly state: 'reconnecting';
      readonly room: VideoRoom;
      readonly kind: 'signal' | 'full';
    }
  | ({ readonly state: 'left'; readonly room: VideoRoom } & AfterCall)
  | ({ readonly state: 'ended'; readonly room: VideoRoom; readonly cause: EndCause } & AfterCall)
  | ({
      readonly state: 'removed';
      readonly room: VideoRoom;
      /** `refused`: a host did not let the person in. */
      readonly reason: 'duplicate-identity' | 'removed' | 'refused';
    } & AfterCall)
  | ({
      readonly state: 'failed';
      readonly error: FfcError;
      readonly room: VideoRoom | undefined;
    } & AfterCall);

/** The facts about a call that is over. */
interface AfterCall {
  /** The person's time in it, in milliseconds. Absent: they never got into it. */
  readonly duration?: number;
}

/**
 * Why a room is `ended`. `over`: it was, before the person got in. `for-everyone`: the call was
 * closed. `host-left`: it was closed right after its host had left.
 */
export type EndCause = 'over' | 'for-everyone' | 'host-left';

/** The value of `<ffc-room state>`. */
export type RoomState = RoomPhase['state'];

/**
 * Who is in the room, in a stable order: local first, then by time of joining. Observers who
 * publish nothing are not among them.
 */
export interface Roster {
  readonly identities: readonly string[];
  /** Empty text in the prejoin, as nobody has said yet who this is; undefined without a session. */
  readonly localIdentity: string | undefined;
  /** Loudest first. */
  readonly activeSpeakers: readonly string[];
}

/** One of the local participant's switches. Never optimistic: `enabled` is what the session says. */
export interface ControlState {
  readonly enabled: boolean;
  /** Asked for and not yet there. */
  readonly pending: boolean;
  /** Why it cannot be turned on, until it can. */
  readonly error: FfcError | undefined;
}

/** The state that the control bar and the prejoin draw. */
export interface Controls {
  readonly microphone: ControlState;
  readonly camera: ControlState;
  readonly screenShare: ControlState;
  readonly devices: RtcDevices;
  readonly canPlayAudio: boolean;
}

/**
 * The switches that the person wants on. `start-muted` and `start-camera-off` decide at first. From
 * then on only the person's own choice changes them: a click, a method, a request, a join's options.
 * They stay through every state of the room, so that joining again turns on nothing that was off.
 */
export interface IntendedSwitches {
  readonly microphone: boolean;
  readonly camera: boolean;
}

export interface JoinOptions {
  readonly password?: string;
  /** Counts as a choice of the person's. Default: as the person wants it by now. */
  readonly microphone?: boolean;
  /** The same for the camera. */
  readonly camera?: boolean;
  /** The name that others see, in this and later joins of the room. */
  readonly displayName?: string;
}

/** The events of the room store, beside its cells: those that `src/events/` declares for a room. */
export interface RoomStoreEvents extends StoreEventsOf<
  typeof errorEvents & typeof roomEvents & typeof sessionEvents
> {}

/** Watches over the tabs of a browser, so that a member is in a call in one of them. Never rejects. */
export interface TabGuard {
  /**
   * Whether another tab is in the call of a room, as the member with this id. Without one: as any
   * member.
   */
  isElsewhere(roomId: number, appUserId?: () => Promise<string>): Promise<boolean>;
  /**
   * Holds the call for this tab until the signal aborts, and takes it from the tab that had it.
   * Resolves with whether another tab has taken it.
   */
  hold(roomId: number, appUserId: string, signal: AbortSignal): Promise<boolean>;
}

/** The dependencies of a store. Made by `services/`, by a test, or by `mock/`. */
export interface RoomServices {
  readonly rooms: RoomsApi;
  readonly member: MemberApi;
  /** Emits changes by itself. Without it, a room that is not joined stays as it was loaded. */
  readonly push?: PushSource | undefined;
  /** Called when the store is disposed: it does not use the services any more. */
  release?(): void;
  /** Without it, nobody is asked before another tab is sent away. */
  readonly tabs?: TabGuard | undefined;
  /** The calls about channels, for the chat. Without them a room has none. */
  readonly channels?: ChannelApi | undefined;
  /**
   * Loads how members wait for a host, where a room wants that. Without it nobody waits: whoever is
   * not let in at once fails to join.
   */
  readonly approval?: (() => Promise<ApprovalStrategy>) | undefined;
  readonly createSession: RtcSessionFactory;
  /** The time of the service, in milliseconds since 1970. Default: that of this computer. */
  now?(): number;
  /** Loads the code of `createSession` ahead, while the room is asked for. Default: nothing. */
  readonly preload?: (() => Promise<unknown>) | undefined;
  /**
   * Tries whether a connection could be made, stage by stage; it may join the room for a moment.
   * Without it no check is offered.
   */
  readonly checkConnection?: ((options: RtcCheckOptions) => Promise<void>) | undefined;
}

/** The options of a join that the element's attributes set. */
export interface RoomStoreOptions {
  readonly startMuted?: boolean;
  readonly startCameraOff?: boolean;
  /** `false`: subscribe to nothing by itself. Default `true`. */
  readonly autoSubscribe?: boolean;
  /** Join as soon as the room is loaded. */
  readonly autoJoin?: boolean;
  /** Make no preview: the camera is not touched before the join. */
  readonly noPreview?: boolean;
  /**
   * Only watch: no device is asked for, the camera stays off, and nobody sees who watches. The
   * microphone can be turned on in the call; from then on the others see who speaks.
   */
  readonly observer?: boolean;
  readonly displayName?: string;
  readonly dataSaver?: boolean;
  /** The options that the page hands on to the media library. */
  readonly media?: MediaOptions;
  /** Remembers device choices; absent means that nothing is remembered. */
  readonly storage?: Pick<Storage, 'getItem' | 'setItem'>;
}

/**
 * One room's state and its intents: no DOM, no Lit. The cost of an event does not grow with
 * the number of participants, because each participant has a cell of its own.
 * Intents give promises that reject with an `FfcError`; none throws.
 */
export interface RoomStore extends EventSource<RoomStoreEvents> {
  readonly phase: Readable<RoomPhase>;
  readonly roster: Readable<Roster>;
  readonly controls: Readable<Controls>;
  /** The identities of those who only watch, and are not in the roster: for hosts. */
  readonly observers: Readable<readonly string[]>;
  /** The person's choice of devices, whatever the session says. Another room resets it. */
  readonly intended: Readable<IntendedSwitches>;
  /**
   * The name that others see: the one of a join, else that of the options; undefined: the one
   * that the service has. A name of a join stays for the next ones. Another room starts anew.
   */
  readonly displayName: Readable<string | undefined>;
  /** The member at this browser, as the service knows it. Undefined until a preview has loaded it. */
  readonly me: Readable<Member | undefined>;
  /**
   * A participant's own cell; made on first use, undefined inside while nobody has that identity.
   * Ask again after a call, unless subscribed: cells that nobody watches are dropped with it.
   */
  participant(identity: string): Readable<ParticipantSnapshot | undefined>;
  /** Whether the call is being recorded. */
  readonly recording: Readable<boolean>;
  /** The running session, for `attach` and the live room. */
  readonly session: RtcSession | undefined;

  /** Changes how the next join is made. */
  configure(options: RoomStoreOptions): void;
  /** Loads a room: `loading`, then `scheduled`, `password`, `prejoin` or `failed`. Ends what went before. */
  open(roomId: string): Promise<void>;
  /** Ends everything and goes back to `idle`. */
  close(): Promise<void>;
  /** Shows a failure of the page's own set-up. */
  fail(error: FfcError): void;
  /** Checks a password; the phase says whether it was right. Rejects when it could not be checked. */
  submitPassword(password: string): Promise<void>;
  /**
   * Joins from the prejoin; from the password question, if the options answer it; or as soon as
   * the room that is being opened is there. Resolves once connected, whatever the devices do; where
   * a host has to let the person in, that may take long.
   * Rejects with `wrong-password` (the phase asks again) or with why the phase is `failed`.
   */
  join(options?: JoinOptions): Promise<void>;
  /** Leaves the call, or the way to it. Resolves once the devices are released. */
  leave(): Promise<void>;
  /** From `failed`, `left`, `ended` or `removed`: loads the room again. */
  retry(): Promise<void>;
  /**
   * Forgets what the member knew and chose: the password, the name, the switches. A call that is
   * running or being joined is left. Whoever has made the services sees to the token.
   */
  forgetMember(): void;
  /** Also without a preview or a call, `false` is remembered for the next join. */
  setMicrophoneEnabled(on: boolean): Promise<void>;
  setCameraEnabled(on: boolean): Promise<void>;
  setScreenShareEnabled(on: boolean): Promise<void>;
  switchDevice(kind: DeviceKind, deviceId: string): Promise<void>;
  setSubscribed(trackSid: string, on: boolean): Promise<void>;
  startAudio(): Promise<void>;
  /** Ends everything for good. Never rejects; may be called twice. */
  dispose(): Promise<void>;
}

import type { ApprovalStrategy } from '../api/approval-types.js';
import type { ChannelApi, ChannelKnowledge } from '../api/channel-types.js';
import type { AppRoomsApi, Member, MemberApi, PushSource, VideoRoom } from '../api/types.js';
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

/** A participant's member in the app, read from the metadata. */
export interface ParticipantMember {
  /**
   * Whether the server vouches for the member: the participant may not change its own metadata, or
   * the metadata name its identity. An unverified member has no role, and no details of another
   * member that the metadata claim.
   */
  readonly verified: boolean;
  readonly appUserId: string | undefined;
  /**
   * The name of the participant, never empty: the name that was chosen at the join, the app's name
   * of the member, the media server's name, or the identity.
   */
  readonly name: string;
  /** An http(s) URL, or undefined. */
  readonly picture: string | undefined;
  /**
   * `OPERATOR` (a host: see `isHost()`), `MEMBER`, or any other word of the service, which gives no
   * rights. Undefined for an unverified member.
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
      /** The room starts later, and the flow continues by itself then. */
      readonly state: 'scheduled';
      readonly room: VideoRoom;
      /** Milliseconds since 1970. */
      readonly startsAt: number;
    }
  | {
      readonly state: 'password';
      readonly room: VideoRoom;
      /** Whether a password is being checked. */
      readonly checking: boolean;
      /** Whether the last password was wrong. */
      readonly rejected: boolean;
      /** The number of wrong passwords so far. */
      readonly attempts: number;
    }
  | { readonly state: 'prejoin'; readonly room: VideoRoom }
  | { readonly state: 'connecting'; readonly room: VideoRoom }
  /** The person waits for a host's admission. No device is open. */
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
      /** `refused`: a host refused the admission. */
      readonly reason: 'duplicate-identity' | 'removed' | 'refused';
    } & AfterCall)
  | ({
      readonly state: 'failed';
      readonly error: FfcError;
      readonly room: VideoRoom | undefined;
    } & AfterCall);

/** The facts of an ended call. */
interface AfterCall {
  /** The person's time in the call, in milliseconds. Absent if they never got into it. */
  readonly duration?: number;
}

/**
 * Why a room is `ended`. `over`: before the person got in. `for-everyone`: the call was closed.
 * `host-left`: it was closed right after its host had left.
 */
export type EndCause = 'over' | 'for-everyone' | 'host-left';

/** The value of `<ffc-room state>`. */
export type RoomState = RoomPhase['state'];

/**
 * The participants of the room, in a stable order: local first, then by time of joining. Observers
 * who publish nothing are not included.
 */
export interface Roster {
  readonly identities: readonly string[];
  /** The local identity. Empty and unknown in the prejoin; undefined without a session. */
  readonly localIdentity: string | undefined;
  /** Loudest first. */
  readonly activeSpeakers: readonly string[];
}

/** One of the local participant's switches. `enabled` is the actual state of the session. */
export interface ControlState {
  readonly enabled: boolean;
  /** Whether a requested change has not happened yet. */
  readonly pending: boolean;
  /** The reason why it cannot be turned on, until it can. */
  readonly error: FfcError | undefined;
}

/** The state that the control bar and the prejoin render. */
export interface Controls {
  readonly microphone: ControlState;
  readonly camera: ControlState;
  readonly screenShare: ControlState;
  readonly devices: RtcDevices;
  readonly canPlayAudio: boolean;
  /** The media server grants these to the local participant. Before the connection: undefined. */
  readonly permissions: RtcParticipant['permissions'];
}

/**
 * The switches that the person wants on. `start-muted` and `start-camera-off` set them at first.
 * From then on only the person's own choice changes them: a click, a method, a request, a join's
 * options. They are kept in every state of the room, so that joining again turns on no device that
 * was off.
 */
export interface IntendedSwitches {
  readonly microphone: boolean;
  readonly camera: boolean;
}

export interface JoinOptions {
  readonly password?: string;
  /** Whether the microphone is on. It counts as the person's choice. Default: the last choice. */
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

/** Coordinates the tabs of a browser: a member is in a call in only one of them. Never rejects. */
export interface TabGuard {
  /**
   * Whether another tab is in the call of a room, as the member with this id or, without, any
   * member.
   */
  isElsewhere(roomId: number, appUserId?: () => Promise<string>): Promise<boolean>;
  /**
   * Holds the call for this tab until the signal aborts, and takes it over from another tab.
   * Resolves to whether another tab has taken it over.
   */
  hold(roomId: number, appUserId: string, signal: AbortSignal): Promise<boolean>;
}

/** The dependencies of a store. Made by `services/`, by a test, or by `mock/`. */
export interface RoomServices {
  readonly rooms: AppRoomsApi;
  readonly member: MemberApi;
  /** Emits changes by itself. Without it, a room that is not joined stays as it was loaded. */
  readonly push?: PushSource | undefined;
  /** Called when the store is disposed: it does not use the services any more. */
  release?(): void;
  /** Without it, a join ends the call in another tab without a question. */
  readonly tabs?: TabGuard | undefined;
  /** The calls about channels, for the chat. Without them a room has none. */
  readonly channels?: (ChannelApi & ChannelKnowledge) | undefined;
  /**
   * Loads the approval strategy, for rooms in which members wait for a host. Without it nobody
   * waits: a join without an admission fails.
   */
  readonly approval?: (() => Promise<ApprovalStrategy>) | undefined;
  readonly createSession: RtcSessionFactory;
  /** The time of the service, in milliseconds since 1970. Default: that of this computer. */
  now?(): number;
  /** Loads the code of `createSession` while the room is being requested. Default: nothing. */
  readonly preload?: (() => Promise<unknown>) | undefined;
  /**
   * Checks a connection, stage by stage, and may join the room for that. Without it no check is
   * offered.
   */
  readonly checkConnection?: ((options: RtcCheckOptions) => Promise<void>) | undefined;
}

/** The options of a join that the element's attributes set. */
export interface RoomStoreOptions {
  readonly startMuted?: boolean;
  readonly startCameraOff?: boolean;
  /** `false`: subscribe to no track automatically. Default `true`. */
  readonly autoSubscribe?: boolean;
  /** Join as soon as the room is loaded. */
  readonly autoJoin?: boolean;
  /** No preview: the camera is not opened before the join. */
  readonly noPreview?: boolean;
  /**
   * Only watch: no device is requested, the camera stays off, and others do not see the observer.
   * The microphone can be turned on in the call; from then on the others see the participant.
   */
  readonly observer?: boolean;
  readonly displayName?: string;
  readonly dataSaver?: boolean;
  /** The page's options for the media library. */
  readonly media?: MediaOptions;
  /** Stores the person's choices. Without it nothing is stored. */
  readonly storage?: Pick<Storage, 'getItem' | 'setItem'>;
}

/**
 * One room's state and its methods: no DOM, no Lit. The cost of an event does not grow with the
 * number of participants, because each participant has a cell of its own. The methods return
 * promises that reject with an `FfcError`; none throws.
 */
export interface RoomStore extends EventSource<RoomStoreEvents> {
  readonly phase: Readable<RoomPhase>;
  readonly roster: Readable<Roster>;
  readonly controls: Readable<Controls>;
  /** The identities of observers, who are not in the roster; for hosts. */
  readonly observers: Readable<readonly string[]>;
  /** The person's choice of switches, whatever the state of the session. Another room resets it. */
  readonly intended: Readable<IntendedSwitches>;
  /**
   * The name that others see: the one of a join, else that of the options. Undefined: the member's
   * name in the service. The name of a join is kept for later joins. Another room resets it.
   */
  readonly displayName: Readable<string | undefined>;
  /** The local member, from the service. Undefined until a preview has loaded it. */
  readonly me: Readable<Member | undefined>;
  /**
   * A participant's own cell. Its value is undefined while nobody has that identity. After a call,
   * get the cell again unless you are subscribed: cells without listeners are dropped.
   */
  participant(identity: string): Readable<ParticipantSnapshot | undefined>;
  /** Whether the call is being recorded. */
  readonly recording: Readable<boolean>;
  /** The running session, for `attach` and the live room. */
  readonly session: RtcSession | undefined;

  /** Sets the options of the next join. */
  configure(options: RoomStoreOptions): void;
  /** Ends the former attempt. Loads a room: `scheduled`, `password`, `prejoin` or `failed`. */
  open(roomId: string): Promise<void>;
  /** Ends everything and goes back to `idle`. */
  close(): Promise<void>;
  /** Sets the phase to a failure of the page's own setup. */
  fail(error: FfcError): void;
  /** Checks a password. The phase shows whether it was right. Rejects when the check fails. */
  submitPassword(password: string): Promise<void>;
  /**
   * Joins from the prejoin, from the password question if the options answer it, or once an opening
   * room has loaded. Resolves once connected, even if a device fails; an admission by a host may
   * take long. Rejects with `wrong-password` (the phase asks again) or the reason of `failed`.
   */
  join(options?: JoinOptions): Promise<void>;
  /** Leaves the call, or cancels a join. Resolves once the devices are released. */
  leave(): Promise<void>;
  /** From `failed`, `left`, `ended` or `removed`: loads the room again. */
  retry(): Promise<void>;
  /**
   * Forgets the member's input and choices: the password, the name, the switches. A call that is
   * running or being joined is left. The token belongs to the services, not to the store.
   */
  forgetMember(): void;
  /** Forgets the stored choices, as their storage was cleared. A running call does not change. */
  forgetKept(): void;
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

import type { FfcErrorInit, FfcErrorReason } from '../core/errors.js';
import type { ConnectionQuality } from '../rtc/session.js';
import type { EndCause } from '../state/types.js';
import type { TileMessages } from './tile-messages.js';
import type { ErrorMessages, ErrorWords } from './types.js';

/** The device that a message concerns. */
export type MessageDevice = NonNullable<FfcErrorInit['device']>;

/** The words of `<ffc-room>` while no room is open. */
export interface RoomShellMessages {
  /** The words for failures, by reason. */
  readonly errors: ErrorMessages;
  readonly idleTitle: string;
  readonly idleText: string;
  readonly loading: string;
  readonly tryAgain: string;
}

/** The words for failures of a call. */
export interface FailureMessages {
  readonly errors: ErrorMessages;
  /** The words for a failure of one device; undefined if those of `errors` fit. */
  readonly deviceError: (reason: FfcErrorReason, device: MessageDevice) => ErrorWords | undefined;
}

/** The words of `<ffc-room>` and its parts before and in a call; those for failures load later. */
export interface RoomMessages extends RoomShellMessages, Partial<FailureMessages> {
  readonly errors: ErrorMessages;
  /** The title of a room without one. */
  readonly untitledRoom: string;
  readonly connecting: string;
  readonly reconnectingSignal: string;
  readonly reconnectingFull: string;
  /** No video is received any more, though the connection reports no problem. */
  readonly nothingComesIn: string;
  readonly cancel: string;
  /** Asked before another room ends the running call. */
  readonly leaveQuestion: string;
  readonly leaveQuestionText: string;
  readonly stayInCall: string;
  readonly switchRoom: string;
  readonly dismiss: string;
  readonly soundOff: string;
  readonly turnOnSound: string;
  readonly peopleCount: (count: number) => string;
  /** The sign in the header while the call is recorded. */
  readonly recording: string;
  /** Announced to everybody when a recording starts, and at the join of a recorded call. */
  readonly recordingStarted: string;
  readonly recordingStopped: string;

  readonly preview: string;
  readonly previewCameraOff: string;
  readonly previewCameraStarting: string;
  readonly permissionWaiting: string;
  /** Greets the member by the name from the service. */
  readonly greeting: (name: string) => string;
  readonly yourName: string;
  readonly yourNamePlaceholder: string;
  readonly join: string;
  /** The consent to a recording, before joining a recorded call. */
  readonly recordingConsent: string;
  readonly joinRecorded: string;
  readonly joinWithout: (device: 'microphone' | 'camera' | 'both') => string;

  readonly controls: string;
  readonly microphone: string;
  readonly camera: string;
  readonly speaker: string;
  readonly screenShare: string;
  readonly layout: string;
  readonly devices: string;
  /** The button for the controls that have no place in the bar. */
  readonly more: string;
  readonly leave: string;
  readonly chat: string;
  readonly openChat: string;
  readonly closeChat: string;
  readonly unreadMessages: (count: number) => string;
  /** The number of people who wait for a host. */
  readonly waitingPeople: (count: number) => string;
  /** The participants of the call, and their panel. */
  readonly people: string;
  readonly openPeople: string;
  readonly closePeople: string;
  readonly captions: string;
  readonly turnCaptionsOn: string;
  readonly turnCaptionsOff: string;
  readonly settings: string;
  readonly openSettings: string;
  readonly closeSettings: string;
  readonly raiseHand: string;
  readonly lowerHand: string;
  readonly reactions: string;
  /** The name of a reaction, such as `thumbs-up`. */
  readonly reactionName: (name: string) => string;
  readonly turnMicrophoneOn: string;
  readonly turnMicrophoneOff: string;
  readonly turnCameraOn: string;
  readonly turnCameraOff: string;
  readonly startScreenShare: string;
  readonly stopScreenShare: string;
  /** The reason why a control has no effect yet. */
  readonly notInCall: string;
  /** A device that the browser does not name; `kind` as in `microphone`, the number from 1. */
  readonly unnamedDevice: (kind: string, number: number) => string;
  /** Replaces a choice of devices while they are being requested. */
  readonly findingDevices: string;
  readonly noDevice: string;
  /** The button that opens the choice of microphone and speaker. Not named like the switch. */
  readonly audioOptions: string;
  readonly videoOptions: string;
  /** On a phone: switches between the front camera and the back camera. */
  readonly flipCamera: string;

  /** The local participant's name plate. */
  readonly nameOfSelf: (name: string) => string;
  readonly screenOf: (name: string) => string;
  readonly yourScreen: string;
  readonly microphoneOff: string;
  readonly cameraOff: string;
  readonly speaking: string;
  readonly quality: Readonly<Record<ConnectionQuality, string>>;
  readonly stage: string;
  /** Shown where nobody else is in the room yet. */
  readonly waitingForOthers: string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly tile: TileMessages;

  /** Announced to a person who joins: the number of people in the call, 0 for nobody else. */
  readonly selfJoined: (people: number) => string;
  /** Announced when people join: the first few names, and the number of all. */
  readonly joined: (names: readonly string[], count: number) => string;
  readonly left: (names: readonly string[], count: number) => string;
  readonly muted: (name: string) => string;
  readonly unmuted: (name: string) => string;
  /** Announced, and shown in the tile of the screen: somebody paused or resumed a share. */
  readonly pausedSharing: (name: string, on: boolean) => string;
  /** Announced when hands are raised, like {@link joined}. */
  readonly handsRaised: (names: readonly string[], count: number) => string;
  /** Announced when somebody reacts: the person, and the name of the reaction. */
  readonly reacted: (name: string, reaction: string) => string;
  /** A host muted the local microphone. */
  readonly mutedBy: (name: string) => string;
  readonly reconnected: string;
}

/** The reason why a room is over, as shown to a person. */
export type EndedKind = EndCause | 'cancelled';

/** The subject of a failure. */
export type FailedPart = 'page' | 'sign-in' | 'service' | 'signalling' | 'media' | 'device';

/** The words of the screens that load on demand: before a call, and after it. */
export interface RoomScreenMessages {
  readonly scheduledTitle: string;
  /** The text once the room's time has come. */
  readonly scheduledText: string;
  /** The name of the countdown. */
  readonly startsIn: string;
  readonly addToCalendar: string;

  /** Shown while the person waits for a host's admission. */
  readonly waitingTitle: string;
  readonly waitingText: (room: string) => string;
  /** A host refused the admission. */
  readonly refusedTitle: string;
  readonly refusedText: (room: string) => string;
  /** Replaces the button to join again. */
  readonly askAgain: string;

  readonly passwordTitle: string;
  readonly passwordText: (room: string) => string;
  readonly password: string;
  /** The button that makes the password readable. It is pressed while that is so. */
  readonly showPassword: string;
  readonly passwordSubmit: string;
  readonly passwordChecking: string;
  readonly passwordMissing: string;
  /** After this number of wrong passwords. */
  readonly passwordRejected: (attempts: number) => string;

  readonly leftTitle: string;
  /** Replaces it for a person who never got into the call. */
  readonly notJoinedTitle: string;
  readonly leftText: (room: string) => string;
  readonly endedTitle: (kind: EndedKind) => string;
  readonly endedText: (kind: EndedKind, room: string) => string;
  readonly duplicateTitle: string;
  readonly duplicateText: string;
  readonly removedTitle: string;
  readonly removedText: string;
  readonly rejoin: string;
  /** The button that takes the call over from another tab or device. */
  readonly useHere: string;
  readonly backToRooms: string;
  /** The stage before or in the call at which something failed. */
  readonly failedWhile: Readonly<Record<FailedPart, string>>;
  /** The button that opens the report for a request for help. */
  readonly details: string;
  readonly copyReport: string;
  readonly reportCopied: string;
  /** Replaces it if the browser does not let the page copy. */
  readonly reportSelected: string;
}

/** The words of the stage, the tiles and the bar of a call. In English they load with those. */
export type CallMessages = Pick<
  RoomMessages,
  | 'nameOfSelf'
  | 'screenOf'
  | 'yourScreen'
  | 'microphoneOff'
  | 'cameraOff'
  | 'speaking'
  | 'quality'
  | 'stage'
  | 'waitingForOthers'
  | 'pageOf'
  | 'previousPage'
  | 'nextPage'
  | 'tile'
  | 'controls'
  | 'screenShare'
  | 'startScreenShare'
  | 'stopScreenShare'
  | 'layout'
  | 'reconnectingSignal'
  | 'reconnectingFull'
  | 'peopleCount'
  | 'recording'
>;

/** The words of notices and questions in a call. In English they load later, with their code. */
export type CallExtraMessages = Pick<
  RoomMessages,
  | 'nothingComesIn'
  | 'leaveQuestion'
  | 'leaveQuestionText'
  | 'stayInCall'
  | 'switchRoom'
  | 'recordingStarted'
  | 'recordingStopped'
  | 'selfJoined'
  | 'joined'
  | 'left'
  | 'muted'
  | 'unmuted'
  | 'handsRaised'
  | 'reacted'
  | 'mutedBy'
  | 'reconnected'
>;

/** The words of the controls that load after a call has begun. In English they load with those. */
export type LaterControlMessages = Pick<
  RoomMessages,
  | 'chat'
  | 'openChat'
  | 'closeChat'
  | 'waitingPeople'
  | 'unreadMessages'
  | 'people'
  | 'openPeople'
  | 'closePeople'
  | 'captions'
  | 'turnCaptionsOn'
  | 'turnCaptionsOff'
  | 'settings'
  | 'openSettings'
  | 'closeSettings'
  | 'raiseHand'
  | 'lowerHand'
  | 'reactions'
  | 'reactionName'
  | 'audioOptions'
  | 'videoOptions'
  | 'flipCamera'
>;

/** All words of a room: the group `room` of a language. */
export interface AllRoomMessages extends RoomMessages, RoomScreenMessages {}

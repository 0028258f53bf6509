import type { FfcErrorInit, FfcErrorReason } from '../core/errors.js';
import type { ConnectionQuality } from '../rtc/session.js';
import type { EndCause } from '../state/types.js';
import type { ErrorMessages, ErrorWords } from './types.js';

/** Which device a message is about. */
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
  /** The words for a failure of one device; undefined where `errors` says it well enough. */
  readonly deviceError: (reason: FfcErrorReason, device: MessageDevice) => ErrorWords | undefined;
}

/** The words of `<ffc-room>` and its parts before and in a call; those for failures load later. */
export interface RoomMessages extends RoomShellMessages, Partial<FailureMessages> {
  readonly errors: ErrorMessages;
  /** Stands in for a room that has no title. */
  readonly untitledRoom: string;
  readonly connecting: string;
  readonly reconnectingSignal: string;
  readonly reconnectingFull: string;
  /** No video comes in any more, whatever the connection says. */
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
  /** Told to everybody when a recording begins, and at the join of a recorded call. */
  readonly recordingStarted: string;
  readonly recordingStopped: string;

  readonly preview: string;
  readonly previewCameraOff: string;
  readonly previewCameraStarting: string;
  readonly permissionWaiting: string;
  /** To the member, by the name that the service has. */
  readonly greeting: (name: string) => string;
  readonly yourName: string;
  readonly yourNamePlaceholder: string;
  readonly join: string;
  /** Asks for consent before a call that is recorded, and joins it. */
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
  /** The button for what has no place in the bar. */
  readonly more: string;
  readonly leave: string;
  readonly chat: string;
  readonly openChat: string;
  readonly closeChat: string;
  readonly unreadMessages: (count: number) => string;
  /** The number of people who wait for a host. */
  readonly waitingPeople: (count: number) => string;
  /** The people of the call, and their panel. */
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
  /** Why a control does nothing yet. */
  readonly notInCall: string;
  /** A device that the browser does not name; `kind` as in `microphone`, the number from 1. */
  readonly unnamedDevice: (kind: string, number: number) => string;
  /** In place of a choice of devices while the browser is asked for them. */
  readonly findingDevices: string;
  readonly noDevice: string;
  /** Opens the choice of microphone and speaker. Not the name of a device: that is the switch’s. */
  readonly audioOptions: string;
  readonly videoOptions: string;
  /** Of a phone: from the camera on the side of the screen to the one on the back, or back again. */
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

  /** Spoken when people come: the first few names, and how many in all. */
  readonly joined: (names: readonly string[], count: number) => string;
  readonly left: (names: readonly string[], count: number) => string;
  readonly muted: (name: string) => string;
  readonly unmuted: (name: string) => string;
  /** Spoken when hands are raised, as {@link joined}. */
  readonly handsRaised: (names: readonly string[], count: number) => string;
  /** Spoken when somebody reacts: by whom, and the name of the reaction. */
  readonly reacted: (name: string, reaction: string) => string;
  /** A host turned the own microphone off. */
  readonly mutedBy: (name: string) => string;
  readonly reconnected: string;
}

/** Why a room is over, as far as a person is told. */
export type EndedKind = EndCause | 'cancelled';

/** The subject of a failure. */
export type FailedPart = 'page' | 'sign-in' | 'service' | 'signalling' | 'media' | 'device';

/** The words of the screens that load when they are shown: before a call, and after it. */
export interface RoomScreenMessages {
  readonly scheduledTitle: string;
  /** The text for when the time has come. */
  readonly scheduledText: string;
  /** The name of the countdown. */
  readonly startsIn: string;
  readonly addToCalendar: string;

  /** While a host is asked to let the person in. */
  readonly waitingTitle: string;
  readonly waitingText: (room: string) => string;
  /** A host did not. */
  readonly refusedTitle: string;
  readonly refusedText: (room: string) => string;
  /** In place of joining again. */
  readonly askAgain: string;

  readonly passwordTitle: string;
  readonly passwordText: (room: string) => string;
  readonly password: string;
  /** Makes the password readable; pressed while it is. */
  readonly showPassword: string;
  readonly passwordSubmit: string;
  readonly passwordChecking: string;
  readonly passwordMissing: string;
  /** After so many wrong ones. */
  readonly passwordRejected: (attempts: number) => string;

  readonly leftTitle: string;
  /** In place of that where the person never got into the call. */
  readonly notJoinedTitle: string;
  readonly leftText: (room: string) => string;
  readonly endedTitle: (kind: EndedKind) => string;
  readonly endedText: (kind: EndedKind, room: string) => string;
  readonly duplicateTitle: string;
  readonly duplicateText: string;
  readonly removedTitle: string;
  readonly removedText: string;
  readonly rejoin: string;
  /** Takes the call over from the tab or device that has it now. */
  readonly useHere: string;
  readonly backToRooms: string;
  /** The stage before or in the call at which something failed. */
  readonly failedWhile: Readonly<Record<FailedPart, string>>;
  /** Opens what whoever is asked for help wants to know. */
  readonly details: string;
  readonly copyReport: string;
  readonly reportCopied: string;
  /** In place of that where the browser does not let the page copy. */
  readonly reportSelected: string;
}

/** The words of the stage, the tiles and the bar of a call: in English they load with those. */
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

/**
 * The words of notices and questions in a call: in English they load with that code, behind the
 * call.
 */
export type CallExtraMessages = Pick<
  RoomMessages,
  | 'nothingComesIn'
  | 'leaveQuestion'
  | 'leaveQuestionText'
  | 'stayInCall'
  | 'switchRoom'
  | 'recordingStarted'
  | 'recordingStopped'
  | 'joined'
  | 'left'
  | 'muted'
  | 'unmuted'
  | 'handsRaised'
  | 'reacted'
  | 'mutedBy'
  | 'reconnected'
>;

/** The words of the controls that load behind a call: in English they load with those. */
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

/** Every word of a room: what a language has in its group `room`. */
export interface AllRoomMessages extends RoomMessages, RoomScreenMessages {}

/** Words of a tile that has no video to show. */
export interface TileMessages {
  /** Stands in for the name while nobody has the tile's identity. */
  readonly nobody: string;
  /** In place of a picture of one's own screen. */
  readonly sharingScreen: string;
  /** Before the first picture of a screen. */
  readonly startsToShare: (name: string) => string;
  /** The role of somebody in the call, also one that is not known yet. */
  readonly role: (role: string) => string;
  /** Of somebody whose hand is up: its place among all, from 1. */
  readonly hand: (place: number) => string;
  /** Over a picture that should move and does not. */
  readonly stalled: string;
  /** For the page's author: `for` names no room. */
  readonly noRoom: (id: string) => string;
}

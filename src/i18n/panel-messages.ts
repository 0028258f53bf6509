import type { CheckResult, CheckStage } from '../rtc/check.js';
import type { LateCallMessages } from './comfort-messages.js';
import type { RoomListLaterMessages } from './list-messages.js';
import type { StageMessages } from './stage-messages.js';

/** The words of the frame of a panel. */
export interface PanelMessages {
  readonly closePanel: string;
  /** While the code of a panel loads. */
  readonly loadingPanel: string;
}

/** The words of the chat. */
export interface ChatMessages {
  readonly chatLog: string;
  readonly chatEmptyTitle: string;
  readonly chatEmptyText: string;
  readonly chatLoading: string;
  /** Newer messages could not be requested, or the browser is offline. */
  readonly chatStale: string;
  readonly chatWrite: string;
  readonly chatSend: string;
  /** The keys that send a message, and that insert a line break. */
  readonly chatHint: string;
  /** The number of remaining characters. Below 0: the number of characters above the limit. */
  readonly chatLeft: (characters: number) => string;
  readonly chatSending: string;
  readonly chatFailed: string;
  readonly chatDiscard: string;
  /** The role of a host in the room. */
  readonly chatOperator: string;
  readonly chatCopy: string;
  readonly chatCopied: string;
  readonly chatShowMore: string;
  /** The button that scrolls to the newest message. 0: there are no new ones. */
  readonly chatNewest: (unread: number) => string;
}

/** The words of the list of participants. */
export interface PeopleMessages {
  readonly peopleSearch: string;
  /** No name matches the search. */
  readonly peopleNone: (query: string) => string;
  /** Announced during a search: the number of matching names. */
  readonly peopleFound: (count: number) => string;
  /** For hosts: the names of observers, who are not in the list. */
  readonly peopleObservers: (names: readonly string[]) => string;
  readonly peopleMicrophoneOn: string;
  readonly peopleCameraOn: string;
  readonly peopleSharing: string;
  /** The choices for one person. */
  readonly peopleActions: (name: string) => string;
  readonly peopleMuteAll: string;
  /** For hosts: ends the call for everybody. */
  readonly peopleEnd: string;
}

/** The words of the menu of a person: in the list, and on the stage. */
export interface PersonMessages extends Pick<
  PeopleMessages,
  'peopleActions' | 'peopleMuteAll' | 'peopleEnd'
> {
  readonly peoplePin: string;
  readonly peopleUnpin: string;
  readonly peopleAskToMute: string;
  readonly peopleMakeHost: string;
  readonly peopleMakeMember: string;
  readonly peopleRemove: string;
  /** The question before an action. */
  readonly peopleQuestion: (action: PeopleAction, name: string) => string;
  readonly peopleCancel: string;
  /** The volume of a participant in this browser only. */
  readonly personVolume: string;
  readonly personMuteForMe: string;
  readonly personUnmuteForMe: string;
  /** Opens the details of the participant's connection. */
  readonly connectionTitle: string;
  readonly personFullScreen: string;
  readonly personExitFullScreen: string;
}

/** The words of the menu beside the button that leaves. */
export interface LeaveMessages {
  /** The name of the button that opens the menu. */
  readonly leaveOptions: string;
}

/** The words of a call with paused videos. */
export interface PowerMessages {
  readonly powerSaving: string;
  readonly powerUndo: string;
}

/** The words of the prejoin that load after its picture. */
export interface PrejoinMessages {
  readonly prejoinLevel: string;
  readonly prejoinTestSpeaker: string;
  /** Shown while the tone plays, with the name of the speaker. Empty: the browser's own choice. */
  readonly prejoinTesting: (speaker: string) => string;
  readonly prejoinTestFailed: string;
  /** The steps that allow a blocked device, for a browser. */
  readonly prejoinPermissionHelp: (browser: HelpedBrowser) => string;
  /** The page around this frame forbids the devices. */
  readonly prejoinFrameHelp: string;
  readonly prejoinTryDevices: string;
  readonly prejoinCheck: string;
  readonly prejoinChecking: string;
  readonly prejoinStage: (stage: CheckStage) => string;
  readonly prejoinResult: (result: CheckResult | 'waiting') => string;
  readonly prejoinCheckPassed: string;
  /** Only the service could be checked. */
  readonly prejoinCheckPartly: string;
  /** The failure, and the remedy. */
  readonly prejoinCheckFailed: (stage: CheckStage) => string;
}

/** The words of the people in a room, shown before a join. */
export interface PresenceMessages {
  /** The first few names, and the number of all people. Without names only the number is known. */
  readonly hereNow: (names: readonly string[], count: number) => string;
  readonly hereNobody: string;
}

/** The browsers that differ in the steps to the permissions of a site. */
export type HelpedBrowser = 'chrome' | 'firefox' | 'safari' | 'ios' | 'android' | 'other';

/** The words of full screen and picture-in-picture. */
export interface WindowMessages {
  readonly fullScreen: string;
  readonly exitFullScreen: string;
  readonly pictureInPicture: string;
  readonly exitPictureInPicture: string;
  /** Replaces the room on its page. */
  readonly callElsewhere: string;
}

/** The actions of a host that need a confirmation: on one participant, or on all. */
export type PeopleAction = 'host' | 'member' | 'remove' | 'mute-all' | 'end';

/** The words of the list of waiting people. */
export interface WaitingMessages {
  readonly waitingList: string;
  /** Announced and shown when somebody waits: the first few names, and the number of all. */
  readonly waitingNews: (names: readonly string[], count: number) => string;
  readonly waitingAdmit: string;
  /** The name of the button of one person. */
  readonly waitingAdmitName: (name: string) => string;
  readonly waitingAdmitAll: string;
  readonly waitingRefuse: string;
  readonly waitingRefuseName: (name: string) => string;
  /** The button that opens the list. */
  readonly waitingShow: string;
}

/** All words of the panels of a call. */
export interface RoomPanelMessages
  extends
    RoomListLaterMessages,
    StageMessages,
    PanelMessages,
    ChatMessages,
    PeopleMessages,
    PersonMessages,
    LeaveMessages,
    WaitingMessages,
    PowerMessages,
    WindowMessages,
    PrejoinMessages,
    PresenceMessages,
    LateCallMessages {}

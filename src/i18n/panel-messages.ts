import type { CheckResult, CheckStage } from '../rtc/check.js';
import type { LateCallMessages } from './comfort-messages.js';
import type { StageMessages } from './stage-messages.js';

/** The words of what is around a panel. */
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
  /** Newer messages could not be asked for, or the browser is offline. */
  readonly chatStale: string;
  readonly chatWrite: string;
  readonly chatSend: string;
  /** The keys that send, and that break the line. */
  readonly chatHint: string;
  /** The number of characters that are left; below 0, the number of those too many. */
  readonly chatLeft: (characters: number) => string;
  readonly chatSending: string;
  readonly chatFailed: string;
  readonly chatDiscard: string;
  /** The role of a host in the room. */
  readonly chatOperator: string;
  readonly chatCopy: string;
  readonly chatCopied: string;
  readonly chatShowMore: string;
  /** Leads to the newest message. 0: there is nothing new. */
  readonly chatNewest: (unread: number) => string;
}

/** The words of the people of a call. */
export interface PeopleMessages {
  readonly peopleSearch: string;
  /** No name fits what was searched for. */
  readonly peopleNone: (query: string) => string;
  /** Spoken while somebody searches: how many names fit. */
  readonly peopleFound: (count: number) => string;
  /** Told to hosts: who only watches, and is not in the list. */
  readonly peopleObservers: (names: readonly string[]) => string;
  readonly peopleMicrophoneOn: string;
  readonly peopleCameraOn: string;
  readonly peopleSharing: string;
  /** The choices for one person. */
  readonly peopleActions: (name: string) => string;
  readonly peopleMuteAll: string;
}

/** The words of the menu of a person: in the list, and on the stage. */
export interface PersonMessages extends Pick<PeopleMessages, 'peopleActions' | 'peopleMuteAll'> {
  readonly peoplePin: string;
  readonly peopleUnpin: string;
  readonly peopleAskToMute: string;
  readonly peopleMakeHost: string;
  readonly peopleMakeMember: string;
  readonly peopleRemove: string;
  /** Asks before it is done. */
  readonly peopleQuestion: (action: PeopleAction, name: string) => string;
  readonly peopleCancel: string;
  /** The volume of somebody, at this browser alone. */
  readonly personVolume: string;
  readonly personMuteForMe: string;
  readonly personUnmuteForMe: string;
  readonly personFullScreen: string;
  readonly personExitFullScreen: string;
}

/** The words of a call that drops to sound. */
export interface PowerMessages {
  readonly powerSaving: string;
  readonly powerUndo: string;
}

/** The words of the prejoin that load behind its picture. */
export interface PrejoinMessages {
  readonly prejoinLevel: string;
  readonly prejoinTestSpeaker: string;
  /** While the tone sounds, and on which speaker; empty: the browser's own choice. */
  readonly prejoinTesting: (speaker: string) => string;
  readonly prejoinTestFailed: string;
  /** The steps that let the page use a blocked device, in a browser. */
  readonly prejoinPermissionHelp: (browser: HelpedBrowser) => string;
  /** The page that has this one in a frame keeps the devices from it. */
  readonly prejoinFrameHelp: string;
  readonly prejoinTryDevices: string;
  readonly prejoinCheck: string;
  readonly prejoinChecking: string;
  readonly prejoinStage: (stage: CheckStage) => string;
  readonly prejoinResult: (result: CheckResult | 'waiting') => string;
  readonly prejoinCheckPassed: string;
  /** Only the service could be tried. */
  readonly prejoinCheckPartly: string;
  /** The failure, and the help. */
  readonly prejoinCheckFailed: (stage: CheckStage) => string;
}

/** The words of who is in a room already, before one joins. */
export interface PresenceMessages {
  /** The first few names, and how many there are in all; no names: only the number is known. */
  readonly hereNow: (names: readonly string[], count: number) => string;
  readonly hereNobody: string;
}

/** A browser, as far as its way to the permissions of a site differs from others. */
export type HelpedBrowser = 'chrome' | 'firefox' | 'safari' | 'ios' | 'android' | 'other';

/** The words of a call on the whole screen, and in a window of its own. */
export interface WindowMessages {
  readonly fullScreen: string;
  readonly exitFullScreen: string;
  readonly pictureInPicture: string;
  readonly exitPictureInPicture: string;
  /** In the place of the room on its page. */
  readonly callElsewhere: string;
}

/** The decisions of a host about somebody that need a second click. */
export type PeopleAction = 'host' | 'member' | 'remove' | 'mute-all';

/** The words of who waits for a host. */
export interface WaitingMessages {
  readonly waitingList: string;
  /** Spoken and shown when somebody waits: the first few names, and how many in all. */
  readonly waitingNews: (names: readonly string[], count: number) => string;
  readonly waitingAdmit: string;
  /** The name of the button of one person. */
  readonly waitingAdmitName: (name: string) => string;
  readonly waitingAdmitAll: string;
  readonly waitingRefuse: string;
  readonly waitingRefuseName: (name: string) => string;
  /** Leads to the list. */
  readonly waitingShow: string;
}

/** Every word of the panels of a call. */
export interface RoomPanelMessages
  extends
    StageMessages,
    PanelMessages,
    ChatMessages,
    PeopleMessages,
    PersonMessages,
    WaitingMessages,
    PowerMessages,
    WindowMessages,
    PrejoinMessages,
    PresenceMessages,
    LateCallMessages {}

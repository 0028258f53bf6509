/** The words of the captions of a call. */
export interface CaptionsMessages {
  readonly captionsLog: string;
  readonly captionsNone: string;
  /** The button that shows the rest of a long piece. */
  readonly captionsShowMore: string;
}

/** The words of the settings. */
export interface SettingsMessages {
  readonly settingsDevices: string;
  readonly settingsPicture: string;
  readonly settingsMirror: string;
  readonly settingsCaptions: string;
  readonly settingsCaptionSize: string;
  readonly settingsSize: (size: 'small' | 'medium' | 'large') => string;
  readonly settingsSounds: string;
  readonly settingsSoundsHint: string;
  readonly settingsShortcuts: string;
  readonly settingsLayout: string;
  readonly settingsComings: string;
}

/** The words of the settings that load after their first rendering. */
export interface MoreSettingsMessages {
  readonly settingsLanguage: string;
  /** The choice of the page's language. */
  readonly settingsPageLanguage: string;
  /** The note that the page sets the language of the room. */
  readonly settingsLanguageFixed: string;
  readonly settingsKept: string;
  /** Describes the content of one key of the storage. */
  readonly settingsKeptKey: (key: string) => string;
  readonly settingsKeptNone: string;
  readonly settingsClear: string;
  /** The question before everything is cleared. */
  readonly settingsClearQuestion: string;
  readonly settingsKeep: string;
  readonly settingsCleared: string;
}

/** The words of the switches for blur and noise suppression. */
export interface EffectMessages {
  readonly effectName: (name: 'background-blur' | 'noise-suppression') => string;
  /** The reason why this browser or page does not support the effect. */
  readonly effectProblem: (
    problem: 'no-processing' | 'no-webgl' | 'no-webassembly' | 'blocked-by-policy',
  ) => string;
  readonly effectStarting: string;
  readonly effectFailed: string;
}

/** The words of the notice that a host left a call. */
export interface HostMessages {
  /** Names the present hosts. Without names the call has no host. */
  readonly hostLeft: (name: string, hosts: readonly string[]) => string;
}

/** The words of the connection of a call. */
export interface ConnectionMessages {
  readonly connectionTitle: string;
  /** The meaning of the connection's quality, and the remedy. */
  readonly connectionAdvice: (
    quality: 'excellent' | 'good' | 'poor' | 'lost' | 'unknown',
  ) => string;
  readonly connectionDelay: string;
  readonly connectionLoss: string;
  readonly connectionSent: string;
  readonly connectionReceived: string;
  readonly connectionWay: string;
  /** The transport of the media to the server. */
  readonly connectionWayName: (way: 'udp' | 'tcp' | 'relay') => string;
  readonly connectionUnknown: string;
  readonly connectionOthers: (names: readonly string[], count: number) => string;
  readonly connectionClose: string;
}

/** The words that load in the background of a call: those of its header, hints and tooltips. */
export interface ComfortMessages {
  /** The name of the clock in the header. */
  readonly callDuration: string;
  readonly lockedRoom: string;
  readonly encryptedCall: string;
  readonly copyInvite: string;
  readonly inviteCopied: string;
  readonly inviteNotCopied: string;
  readonly youAreMuted: string;
  readonly unmute: string;
  readonly shortcutsTitle: string;
  readonly shortcutsHint: string;
  readonly shortcutsClose: string;
  readonly shortcutHelp: string;
  readonly shortcutPushToTalk: string;
  readonly holdKey: (key: string) => string;
}

/** All words of this file that a call loads later. */
export interface LateCallMessages
  extends
    CaptionsMessages,
    SettingsMessages,
    MoreSettingsMessages,
    EffectMessages,
    HostMessages,
    ConnectionMessages,
    ComfortMessages {}

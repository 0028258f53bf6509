/** The words of the captions of a call. */
export interface CaptionsMessages {
  readonly captionsLog: string;
  readonly captionsNone: string;
  /** Shows the rest of a long piece. */
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

/** The words of what the settings show behind their first drawing. */
export interface MoreSettingsMessages {
  readonly settingsLanguage: string;
  /** The choice to speak as the page does. */
  readonly settingsPageLanguage: string;
  /** The page has decided which language the room speaks. */
  readonly settingsLanguageFixed: string;
  readonly settingsKept: string;
  /** The content of one key of the storage. */
  readonly settingsKeptKey: (key: string) => string;
  readonly settingsKeptNone: string;
  readonly settingsClear: string;
  /** Asks before all is cleared. */
  readonly settingsClearQuestion: string;
  readonly settingsKeep: string;
  readonly settingsCleared: string;
}

/** The words of the switches for blur and noise suppression. */
export interface EffectMessages {
  readonly effectName: (name: 'background-blur' | 'noise-suppression') => string;
  /** Why this browser or page has no place for it. */
  readonly effectProblem: (
    problem: 'no-processing' | 'no-webgl' | 'no-webassembly' | 'blocked-by-policy',
  ) => string;
  readonly effectStarting: string;
  readonly effectFailed: string;
}

/** The words of what is told when a host leaves a call. */
export interface HostMessages {
  /** Who hosts it now; nobody does where there are no names. */
  readonly hostLeft: (name: string, hosts: readonly string[]) => string;
}

/** The words of the connection of a call. */
export interface ConnectionMessages {
  readonly connectionTitle: string;
  /** What the quality of the connection means, and what helps. */
  readonly connectionAdvice: (
    quality: 'excellent' | 'good' | 'poor' | 'lost' | 'unknown',
  ) => string;
  readonly connectionDelay: string;
  readonly connectionLoss: string;
  readonly connectionSent: string;
  readonly connectionReceived: string;
  readonly connectionWay: string;
  /** How media go to the server. */
  readonly connectionWayName: (way: 'udp' | 'tcp' | 'relay') => string;
  readonly connectionUnknown: string;
  readonly connectionOthers: (names: readonly string[], count: number) => string;
  readonly connectionClose: string;
}

/** The words of what loads behind a call: its header, hints and tooltips. */
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

/** All of them. */
export interface LateCallMessages
  extends
    CaptionsMessages,
    SettingsMessages,
    MoreSettingsMessages,
    EffectMessages,
    HostMessages,
    ConnectionMessages,
    ComfortMessages {}

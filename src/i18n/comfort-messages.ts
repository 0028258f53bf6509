/** The words of the captions of a call. */
export interface CaptionsMessages {
  readonly captionsLog: string;
  readonly captionsNone: string;
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
  readonly settingsKept: string;
  /** What one key of the storage holds. */
  readonly settingsKeptKey: (key: string) => string;
  readonly settingsKeptNone: string;
  readonly settingsClear: string;
  readonly settingsCleared: string;
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
export interface LateCallMessages extends CaptionsMessages, SettingsMessages, ComfortMessages {}

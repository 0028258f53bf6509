/** The words of the captions of a call. */
export interface CaptionsMessages {
  readonly captionsLog: string;
  readonly captionsNone: string;
  /** The button that shows the rest of a long piece. */
  readonly captionsShowMore: string;
}

/** The words of the settings. */
export interface SettingsMessages extends Pick<CaptionsMessages, 'captionsLog'> {
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

/** The words of the news that load in the background of a call. */
export interface NewsMessages {
  /** Somebody started or stopped sharing a screen. */
  readonly sharing: (name: string, on: boolean) => string;
  /** Somebody else turned off the person's own device: the word `microphone` or `camera`. */
  readonly turnedOff: (device: string) => string;
  /** Somebody else stopped the person's own screen share. */
  readonly shareStopped: string;
  /** The own microphone is on, but records only silence. */
  readonly microphoneSilent: string;
  /** Names the present hosts. Without names the call has no host. */
  readonly hostLeft: (name: string, hosts: readonly string[]) => string;
}

/** The words of the countdown to the next try after a lost connection. */
export interface RetryMessages {
  readonly retryIn: (seconds: number) => string;
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
  /** The rows of another participant's picture: its size in pixels, frames a second, and codecs. */
  readonly connectionSize: string;
  readonly connectionFrames: string;
  readonly connectionCodec: string;
  readonly connectionOthers: (names: readonly string[], count: number) => string;
  readonly connectionClose: string;
}

/** The words of the button that copies the link into the room. */
export interface InviteMessages {
  readonly copyInvite: string;
  readonly inviteCopied: string;
  readonly inviteNotCopied: string;
  /** Opens the system's share sheet with the link. */
  readonly shareInvite: string;
}

/** The words that load in the background of a call: those of its header, hints and tooltips. */
export interface ComfortMessages extends InviteMessages {
  /** The name of the clock in the header. */
  readonly callDuration: string;
  readonly lockedRoom: string;
  readonly encryptedCall: string;
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
    NewsMessages,
    RetryMessages,
    ConnectionMessages,
    ComfortMessages {}

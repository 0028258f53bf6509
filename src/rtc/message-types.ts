/** A message from a participant or from the app's backend. Its content is untrusted. */
export interface RtcMessage {
  /** The sender, as verified by the server; undefined when it is not a participant. */
  readonly identity: string | undefined;
  readonly topic: string;
  /** At most 15 000 bytes. */
  readonly data: Uint8Array;
  /** The data as text; undefined where they are not valid UTF-8. */
  readonly text: string | undefined;
}

/** A segment of somebody's speech, as text. */
export interface RtcTranscription {
  /** The speaker; undefined when the server names none. */
  readonly identity: string | undefined;
  /** The segment's id: a later segment with the same id replaces this one. */
  readonly id: string;
  /** At most 5 000 characters. */
  readonly text: string;
  /** Whether no later segment will replace this one. */
  readonly isFinal: boolean;
  /** A language tag; empty when it is not known. */
  readonly language: string;
}

export interface RtcSendOptions {
  /** Names the subject of the message for its receivers: 1 to 100 characters. */
  readonly topic: string;
  /** The identities that receive the message. Default: everybody else. */
  readonly to?: readonly string[];
  /** `false`: the message may get lost, and is not sent again. Default `true`. */
  readonly isReliable?: boolean;
}

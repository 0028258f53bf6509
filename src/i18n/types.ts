import type { BackendErrorReason, FfcErrorReason } from '../core/errors.js';
import type { RoomListFilterMessages, RoomListFormMessages } from './list-messages.js';
import type { RoomPanelMessages } from './panel-messages.js';
import type { AllRoomMessages, FailureMessages } from './room-messages.js';

/** A failure in words for the person in front of the screen. */
export interface ErrorWords {
  /** The failure, in one short sentence. */
  readonly title: string;
  /** The remedy: the person's next step. */
  readonly remedy?: string;
}

/** The words for each reason. A reason that is left out gets the words of `unknown`. */
export type ErrorMessages = { readonly [R in FfcErrorReason]?: ErrorWords } & {
  readonly unknown: ErrorWords;
  /** Replaces `unsupported-room-type` for a broadcast. */
  readonly broadcast?: ErrorWords;
  /**
   * The remedy when the service asked for a wait of minutes or more. `distance` formats that in a
   * language: “in 24 hours”.
   */
  readonly retryAfter?: (distance: (lang: string) => string) => string;
};

/** The words for each reason that a page can show. Each language must have all of them. */
export type AllErrorMessages = Required<Omit<ErrorMessages, BackendErrorReason>>;

/** A group of messages without the words for failures, which a language has once for all groups. */
export type Without<M> = Omit<M, 'errors' | 'deviceError'>;

/** All words of a language: the exports of its one file in `src/locales/`. */
export interface Locale {
  /** The words for failures, by reason. */
  readonly errors: AllErrorMessages;
  /** The words for a failure of one device; `undefined` if those of `errors` fit. */
  readonly deviceError: FailureMessages['deviceError'];
  readonly list: Without<RoomListFormMessages & RoomListFilterMessages>;
  readonly room: Without<AllRoomMessages>;
  readonly panels: RoomPanelMessages;
}

/** The words of a language from a page. Missing words are shown in English. */
export type PartialLocale = {
  readonly [K in keyof Locale]?: Locale[K] extends (...args: never[]) => unknown
    ? Locale[K]
    : PartialWords<Locale[K]>;
};

type PartialWords<M> = {
  readonly [K in keyof M]?: M[K] extends object
    ? M[K] extends ErrorWords | ((...args: never[]) => unknown)
      ? M[K]
      : PartialWords<M[K]>
    : M[K];
};

/** The English words that some code shows, and their group in other languages. */
export interface Dictionary<M extends object> {
  /** The group of the words in a language. Failures have no group: each language has them once. */
  readonly group: 'list' | 'room' | 'panels';
  readonly en: M;
}

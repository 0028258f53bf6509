import type { BackendErrorReason, FfcErrorReason } from '../core/errors.js';
import type { RoomListMessages } from './list-messages.js';
import type { RoomPanelMessages } from './panel-messages.js';
import type { AllRoomMessages, FailureMessages } from './room-messages.js';

/** A failure in words for the person in front of the screen. */
export interface ErrorWords {
  /** The failure, in one short sentence. */
  readonly title: string;
  /** The remedy: the person's next step. */
  readonly remedy?: string;
}

/** Words for each reason; one that is left out is shown with the words of `unknown`. */
export type ErrorMessages = { readonly [R in FfcErrorReason]?: ErrorWords } & {
  readonly unknown: ErrorWords;
  /** In place of `unsupported-room-type`, where the room is a broadcast. */
  readonly broadcast?: ErrorWords;
  /**
   * The remedy where the service asked for a wait of minutes or more. `distance` says in a language
   * how long that is: “in 24 hours”.
   */
  readonly retryAfter?: (distance: (lang: string) => string) => string;
};

/** Words for each reason that a page can show: what a language has to have. */
export type AllErrorMessages = Required<Omit<ErrorMessages, BackendErrorReason>>;

/** A group of messages without those that a language has in one place for all groups. */
export type Without<M> = Omit<M, 'errors' | 'deviceError'>;

/** All words of a language: the exports of its one file in `src/locales/`. */
export interface Locale {
  /** The words for failures, by reason. */
  readonly errors: AllErrorMessages;
  /** The words for a failure of one device; `undefined` where `errors` says it well enough. */
  readonly deviceError: FailureMessages['deviceError'];
  readonly list: Without<RoomListMessages>;
  readonly room: Without<AllRoomMessages>;
  readonly panels: RoomPanelMessages;
}

/** The words of a language as a page brings them: what is missing is shown in English. */
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

/** The words that some code shows: in English, and where they stand in other languages. */
export interface Dictionary<M extends object> {
  /** Which of a language's groups has them. Failures have no group: each language has them once. */
  readonly group: 'list' | 'room' | 'panels';
  readonly en: M;
}

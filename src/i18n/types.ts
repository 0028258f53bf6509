import type { BackendErrorReason, FfcErrorReason } from '../core/errors.js';

/** A failure in words for the person in front of the screen. */
export interface ErrorWords {
  /** What happened, in one short sentence. */
  readonly title: string;
  /** What the person can do about it. */
  readonly remedy?: string;
}

/** Words for each reason; one that is left out is shown with the words of `unknown`. */
export type ErrorMessages = { readonly [R in FfcErrorReason]?: ErrorWords } & {
  readonly unknown: ErrorWords;
  /**
   * The remedy where the service asked for a wait of minutes or more. `distance` says in a language
   * how long that is: “in 24 hours”.
   */
  readonly retryAfter?: (distance: (lang: string) => string) => string;
};

/** Words for each reason that a page can show: what a language has to have. */
export type AllErrorMessages = Required<Omit<ErrorMessages, BackendErrorReason>>;

/** A group of messages in English, and how to get the other languages it exists in. */
export interface Dictionary<M extends object> {
  readonly en: M;
  /** By primary language subtag; each is a chunk of its own, loaded when it is first needed. */
  readonly others: Readonly<Record<string, () => Promise<M>>>;
}

/** What a call is connected by, one after the other. */
export type CheckStage = 'service' | 'signalling' | 'media' | 'turn';
/** `skipped`: not tried, as there is none, or as something before it failed. */
export type CheckResult = 'passed' | 'failed' | 'skipped';

export interface RtcCheckOptions {
  readonly url: string;
  /** A secret: hand it on and forget it. */
  readonly token: string;
  readonly signal: AbortSignal;
  /** Called with each stage that is done, after `service`. */
  readonly onResult: (stage: CheckStage, result: CheckResult) => void;
}

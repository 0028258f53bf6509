/** The stages of a connection, in the order in which they are checked. */
export type CheckStage = 'service' | 'signalling' | 'media' | 'turn';
/** `skipped`: the stage was not tried, because it does not exist or an earlier one failed. */
export type CheckResult = 'passed' | 'failed' | 'skipped';

export interface RtcCheckOptions {
  readonly url: string;
  /** A secret: hand it on and forget it. */
  readonly token: string;
  readonly signal: AbortSignal;
  /** Called with the result of each stage except `service`, which is checked before. */
  readonly onResult: (stage: CheckStage, result: CheckResult) => void;
}

/**
 * The answers of the controls that load behind a call, for a page that has none of these controls.
 * The first such request loads this module.
 */
import { captionsControl } from '../../controls/later/captions.js';
import { handControl } from '../../controls/later/hand.js';
import { reactionsControl } from '../../controls/later/reactions.js';
import type { RequestAnswer } from '../../parts/controls.js';

/** By the type of the request. */
export const signalAnswers: Readonly<Record<string, RequestAnswer>> = {
  ...captionsControl.answers,
  ...handControl.answers,
  ...reactionsControl.answers,
};

/**
 * The answers of controls that load in the background of a call, for a page without these controls.
 * The first such request loads this module.
 */
import { captionsControl } from '../../controls/later/captions.js';
import { handControl } from '../../controls/later/hand.js';
import { reactionsControl } from '../../controls/later/reactions.js';
import type { RequestAnswer } from '../../parts/controls.js';

/** The answers by the type of the request. */
export const signalAnswers: Readonly<Record<string, RequestAnswer>> = {
  ...captionsControl.answers,
  ...handControl.answers,
  ...reactionsControl.answers,
};

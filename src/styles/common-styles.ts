import { buttonStyles } from './button-styles.js';
import { fieldStyles } from './field-styles.js';
import { frame } from './frame.js';
import { tokens } from './tokens.js';
import { utilities } from './utilities.js';

/** The styles of an element with a frame, buttons and fields, to which it adds its own. */
export const commonStyles = [tokens, frame, utilities, buttonStyles, fieldStyles];

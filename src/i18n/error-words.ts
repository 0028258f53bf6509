import type { FfcError } from '../core/errors.js';
import type { ErrorMessages, ErrorWords } from './types.js';

/** The words for a failure; a reason without words of its own has those of `unknown`. */
export function errorWords(messages: ErrorMessages, error: FfcError): ErrorWords {
  return messages[error.reason] ?? messages.unknown;
}

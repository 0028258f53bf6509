import { FfcError } from '../core/errors.js';

/**
 * Something in front of the handler has read the body: a mistake of the backend, which must not
 * be answered as one of the sender.
 */
export function bodyTaken(): FfcError {
  return new FfcError({
    reason: 'invalid-state',
    stage: 'setup',
    message:
      'The body of this request was read before its handler could: mount the handlers of ' +
      'ffc-elements/server before any body parser, as express.json() is one.',
  });
}

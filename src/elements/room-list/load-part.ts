import { FfcError } from '../../core/errors.js';

/** Waits for a chunk of our own code; rejects with `load-failed` when it cannot be had. */
export async function loadPart<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch (cause) {
    throw new FfcError({
      reason: 'load-failed',
      stage: 'api',
      message: 'A part of the room list could not be loaded.',
      retryable: true,
      cause,
    });
  }
}

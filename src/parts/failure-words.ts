import { addFailureWords } from '../i18n/room.js';
import { notifyOfWords } from './locales.js';

let loading: Promise<void> | undefined;

/**
 * Loads the English words for failures of a call, once for the page. Until they are there no such
 * failure is shown; where they cannot be had, it is shown in general words, and the next call of
 * this function tries again. Never rejects.
 */
export function loadFailureWords(): Promise<void> {
  return (loading ??= load());
}

async function load(): Promise<void> {
  try {
    const { deviceError, errors } = await import('../i18n/failure-words.js');
    addFailureWords({ deviceError, errors });
  } catch {
    loading = undefined;
    addFailureWords({});
  }
  notifyOfWords();
}

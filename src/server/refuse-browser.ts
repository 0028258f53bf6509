import { FfcError } from '../core/errors.js';

/**
 * Throws in a browser: the kit uses the app's secret, so it must not run in a page.
 *
 * @throws {FfcError} `invalid-state`, stage `setup`.
 */
export function refuseBrowser(name: string): void {
  if (typeof window === 'undefined' || typeof document === 'undefined') return;
  throw new FfcError({
    reason: 'invalid-state',
    stage: 'setup',
    message:
      `${name} of ffc-elements/server must not run in a browser: whoever opens the page ` +
      'could read the API secret. Use it in your backend, and `token-url` in the page.',
  });
}

import type { ErrorMessages } from '../types.js';

/** Words that are there before any other code: for set-up, and for code that does not come. */
export const setupErrors = {
  'missing-endpoint': {
    title: 'This page does not say which service to use',
    remedy: 'For the page’s author: add the endpoint attribute to this element.',
  },
  'invalid-endpoint': {
    title: 'The service address is not valid',
    remedy: 'For the page’s author: endpoint takes “sandbox”, “production” or an https address.',
  },
  'missing-token-source': {
    title: 'This page does not say who you are',
    remedy: 'For the page’s author: set tokenProvider, or the token-url attribute.',
  },
  'invalid-token-url': {
    title: 'The sign-in address is not valid',
    remedy: 'For the page’s author: token-url must be an address of this site.',
  },
  'invalid-rooms-url': {
    title: 'The rooms address is not valid',
    remedy: 'For the page’s author: rooms-url must be an address of this site.',
  },
  'load-failed': {
    title: 'A part of this page could not be loaded',
    remedy: 'Check your internet connection, then try again or reload the page.',
  },
  network: {
    title: 'The service cannot be reached',
    remedy: 'Check your internet connection, then try again.',
  },
  unknown: {
    title: 'Something went wrong',
    remedy: 'Try again. If it stays like this, reload the page.',
  },
} as const satisfies ErrorMessages;

import type { ErrorMessages } from '../types.js';
import { setupErrors } from './errors-setup.js';

/** Words for what can go wrong without a call: set-up, member token, REST. */
export const apiErrors = {
  ...setupErrors,
  retryAfter: (distance) => `The service asks to try again ${distance('en')}.`,
  'token-provider-failed': {
    title: 'We could not sign you in',
    remedy: 'Check your connection and try again, or sign in to this page again.',
  },
  'token-invalid': {
    title: 'We could not sign you in',
    remedy: 'The page gave an answer that is not a token. Reload the page, or tell its owner.',
  },
  'token-rejected': {
    title: 'Your sign-in is no longer valid',
    remedy: 'Sign in to this page again, then try again here.',
  },
  timeout: {
    title: 'The service takes too long to answer',
    remedy: 'Wait a moment, then try again.',
  },
  'rate-limited': {
    title: 'Too many requests right now',
    remedy: 'Wait a moment, then try again.',
  },
  'server-error': {
    title: 'The service has a problem',
    remedy: 'It is not on your side. Try again in a moment.',
  },
  'invalid-request': {
    title: 'The service did not accept this',
    remedy: 'Check what you entered. If it stays like this, tell the owner of this page.',
  },
  'invalid-response': {
    title: 'The service gave an answer that makes no sense',
    remedy: 'Try again. If it stays like this, tell the owner of this page.',
  },
  forbidden: {
    title: 'You are not allowed to do this',
    remedy: 'Ask the owner of the room, or sign in as somebody else.',
  },
  'not-found': {
    title: 'This is not there any more',
    remedy: 'It may have been deleted, or the address is wrong.',
  },
  'room-not-found': {
    title: 'This room does not exist',
    remedy: 'It may have been deleted, or the link is wrong.',
  },
} as const satisfies ErrorMessages;

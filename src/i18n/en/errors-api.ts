import type { ErrorMessages } from '../types.js';

/** Words for what can go wrong without a call: set-up, member token, REST. */
export const apiErrors = {
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
    remedy: 'Sign in to this page again.',
  },
  network: {
    title: 'The service cannot be reached',
    remedy: 'Check your internet connection, then try again.',
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
    remedy: 'Check what you entered and try again.',
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
  unknown: {
    title: 'Something went wrong',
    remedy: 'Try again. If it stays like this, reload the page.',
  },
} as const satisfies ErrorMessages;

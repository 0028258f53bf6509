import type { RoomMessages } from '../room-messages.js';
import type { AllErrorMessages, ErrorMessages } from '../types.js';
import { apiErrors } from './errors-api.js';

/** Words for everything that can go wrong in a room. */
export const errors = {
  ...apiErrors,
  'invalid-room-id': {
    title: 'This is not a room',
    remedy: 'The room’s number or address is not valid. Check the link that you were given.',
  },
  'unsupported-room-type': {
    title: 'This room cannot be opened here',
    remedy: 'It is a broadcast or another kind of room, and not a video conference.',
  },
  'invalid-state': {
    title: 'That is not possible right now',
  },
  aborted: {
    title: 'Cancelled',
  },
  'wrong-password': {
    title: 'That password is not right',
    remedy: 'Try again, or ask whoever invited you.',
  },
  'media-server-unreachable': {
    title: 'The call server cannot be reached',
    remedy: 'Check your connection, a VPN or a firewall, then try again.',
  },
  'media-token-rejected': {
    title: 'The call server did not let you in',
    remedy: 'Try again to get a new entry.',
  },
  'connection-lost': {
    title: 'The connection was lost',
    remedy: 'Check your internet connection, then join again.',
  },
  'duplicate-identity': {
    title: 'You joined from somewhere else',
    remedy: 'The call goes on in your other tab or device.',
  },
  removed: {
    title: 'You were removed from this room',
    remedy: 'Ask the host if you think that this was a mistake.',
  },
  'room-ended': {
    title: 'This call is over',
  },
  'publish-failed': {
    title: 'Your sound or picture could not be sent',
    remedy: 'Turn it off and on again.',
  },
  'publish-forbidden': {
    title: 'You may not send that in this room',
    remedy: 'Ask the host if you think that you should be able to.',
  },
  'subscribe-failed': {
    title: 'Somebody’s sound or picture could not be received',
    remedy: 'It may come back by itself. If not, leave and join again.',
  },
  'device-denied': {
    title: 'Access to a device is blocked',
    remedy: 'Allow it in the site settings beside the address bar, then turn it on again.',
  },
  'device-not-found': {
    title: 'A device was not found',
    remedy: 'Plug it in, or choose another one.',
  },
  'device-in-use': {
    title: 'A device is in use by another app',
    remedy: 'Close the other app, then turn it on again.',
  },
  'device-unsupported': {
    title: 'This browser cannot do that',
    remedy: 'Use a current version of Chrome, Edge, Firefox or Safari over https.',
  },
  'device-blocked-by-page': {
    title: 'This page does not allow devices here',
    remedy: 'Whoever runs the page can allow them, in the policy of the page or of its frame.',
  },
  'device-failed': {
    title: 'A device did not start',
    remedy: 'Unplug it and plug it in again, or choose another one.',
  },
  'device-stopped': {
    title: 'A device stopped',
    remedy: 'Turn it on again, or choose another one.',
  },
} as const satisfies AllErrorMessages;

const another = 'Try again, and choose another window or tab.';

const screenErrors: Partial<ErrorMessages> = {
  'device-denied': {
    title: 'Your screen cannot be shared',
    remedy: 'Allow screen recording for this browser in your system settings.',
  },
  'device-not-found': { title: 'There is nothing to share', remedy: another },
  'device-in-use': { title: 'That cannot be shared now', remedy: another },
  'device-unsupported': {
    title: 'This browser cannot share a screen',
    remedy: 'Use a current browser on a computer.',
  },
  'device-blocked-by-page': {
    title: 'This page does not allow sharing a screen here',
    remedy: errors['device-blocked-by-page'].remedy,
  },
  'device-failed': { title: 'Your screen could not be shared', remedy: another },
  'device-stopped': { title: 'Your screen is no longer shared', remedy: another },
};

export const deviceError: RoomMessages['deviceError'] = (reason, device) => {
  if (device === 'screen') return screenErrors[reason];
  switch (reason) {
    case 'device-denied':
      return { title: `Your ${device} is blocked`, remedy: errors['device-denied'].remedy };
    case 'device-not-found':
      return { title: `No ${device} was found`, remedy: errors['device-not-found'].remedy };
    case 'device-in-use':
      return {
        title: `Your ${device} is in use by another app`,
        remedy: errors['device-in-use'].remedy,
      };
    case 'device-failed':
      return { title: `Your ${device} did not start`, remedy: errors['device-failed'].remedy };
    case 'device-stopped':
      return { title: `Your ${device} stopped`, remedy: errors['device-stopped'].remedy };
    case 'device-blocked-by-page':
      return {
        title: `This page does not allow a ${device} here`,
        remedy: errors['device-blocked-by-page'].remedy,
      };
    default:
      return undefined;
  }
};

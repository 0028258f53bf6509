import type { RoomMessages } from '../room-messages.js';
import type { AllErrorMessages } from '../types.js';
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
  'device-failed': {
    title: 'A device did not start',
    remedy: 'Unplug it and plug it in again, or choose another one.',
  },
} as const satisfies AllErrorMessages;

export const deviceError: RoomMessages['deviceError'] = (reason, device) => {
  switch (reason) {
    case 'device-denied':
      return device === 'screen'
        ? {
            title: 'Your screen cannot be shared',
            remedy: 'Allow screen recording for this browser in your system settings.',
          }
        : { title: `Your ${device} is blocked`, remedy: errors['device-denied'].remedy };
    case 'device-not-found':
      return { title: `No ${device} was found`, remedy: errors['device-not-found'].remedy };
    case 'device-in-use':
      return {
        title: `Your ${device} is in use by another app`,
        remedy: errors['device-in-use'].remedy,
      };
    case 'device-failed':
      return { title: `Your ${device} did not start`, remedy: errors['device-failed'].remedy };
    default:
      return undefined;
  }
};

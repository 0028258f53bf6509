/**
 * Every word in English. A message that another language does not have is shown in these words.
 *
 * The build makes a module of each export, so that a list does not load the words of a call
 * (`scripts/split-words.ts`).
 */
import type {
  RoomListContentMessages,
  RoomListDialogMessages,
  RoomListFrameMessages,
} from '../i18n/list-messages.js';
import type { ChatMessages, PanelMessages } from '../i18n/panel-messages.js';
import type { RoomMessages, RoomShellMessages } from '../i18n/room-messages.js';
import type { AllErrorMessages, ErrorMessages, Without } from '../i18n/types.js';

/** Words for when no others can come, as there is no network. */
export const firstErrors = {
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

/** Words that are there before any other code: for set-up, and for code that does not come. */
export const setupErrors = {
  ...firstErrors,
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
} as const satisfies ErrorMessages;

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

/** Words for everything that can go wrong in a room. */
export const errors = {
  ...apiErrors,
  'invalid-room-id': {
    title: 'This is not a room',
    remedy: 'The room’s number or address is not valid. Check the link that you were given.',
  },
  'unsupported-room-type': {
    title: 'This room cannot be opened here',
    remedy: 'It is not a video call. Ask whoever invited you how to take part.',
  },
  broadcast: {
    title: 'This is a broadcast',
    remedy: 'It is for watching, and cannot be joined as a call. Watch it where it is shown.',
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
  'send-failed': {
    title: 'That could not be sent',
    remedy: 'Try again.',
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

const deviceTitles = (device: string): Partial<Record<string, string>> => ({
  'device-denied': `Your ${device} is blocked`,
  'device-not-found': `No ${device} was found`,
  'device-in-use': `Your ${device} is in use by another app`,
  'device-failed': `Your ${device} did not start`,
  'device-stopped': `Your ${device} stopped`,
  'device-blocked-by-page': `This page does not allow a ${device} here`,
});

export const deviceError: RoomMessages['deviceError'] = (reason, device) => {
  if (device === 'screen') return screenErrors[reason];
  const title = deviceTitles(device)[reason];
  return title ? { ...(errors as ErrorMessages)[reason], title } : undefined;
};

/** A constant of the service, made readable: this also serves those that it invents later. */
const readable = (constant: string): string =>
  constant.charAt(0) + constant.slice(1).toLowerCase().replaceAll('_', ' ');

/** The frame of the room list, which is there from the start. */
export const listFrame: RoomListFrameMessages = {
  heading: 'Rooms',
  create: 'New room',
  search: 'Search rooms',
  state: 'State',
  anyState: 'All states',
  stateName: (state) => (state === 'LIVE_INACTIVE' ? 'Open' : readable(state)),
  sort: 'Sort by',
  sortName: (sort) =>
    ({
      CREATED_AT_DESC: 'Newest first',
      CREATED_AT_ASC: 'Oldest first',
      LAST_MODIFIED_AT_DESC: 'Last changed first',
      LAST_MODIFIED_AT_ASC: 'Last changed last',
    })[sort],
  loading: 'Loading rooms…',
  count: (rooms) => (rooms === 1 ? '1 room' : `${rooms} rooms`),
  partMissing: 'This could not be loaded. Check your connection and try again.',
  retry: 'Try again',
};

/** The rooms of the list. */
export const listContent: Without<RoomListContentMessages> = {
  untitled: 'Untitled room',
  locked: 'Needs a password',
  accessName: readable,
  notJoinable: (type) => `${readable(type.replace('_RTMP', ''))}: cannot be joined here`,
  starts: (when) => `Starts ${when}`,
  planned: (when) => `Was to start ${when}`,
  started: (when) => `Started ${when}`,
  ended: (when) => `Ended ${when}`,
  created: (when) => `Created ${when}`,
  edit: (room) => `Edit “${room}”`,
  delete: (room) => `Delete “${room}”`,
  none: 'No rooms yet',
  noneHint: 'Rooms show up here as soon as there are any.',
  notFound: 'No rooms found',
  notFoundHint: 'Try another word or another state.',
  clear: 'Clear search',
  stale: 'This list could not be updated and may be out of date.',
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
};

/** The dialogs of the list. */
export const listDialogs: RoomListDialogMessages = {
  createTitle: 'New room',
  createSubmit: 'Create room',
  editTitle: 'Edit room',
  editSubmit: 'Save',
  title: 'Title',
  description: 'Description',
  password: 'Password',
  optional: 'optional',
  passwordHint: 'Everybody needs it to join.',
  deleteTitle: (room) => `Delete “${room}”?`,
  deleteText: 'The room is gone for everybody. This cannot be undone.',
  deleteSubmit: 'Delete room',
  cancel: 'Cancel',
  working: 'One moment…',
  createdRoom: (room) => `“${room}” was created.`,
  updatedRoom: (room) => `“${room}” was saved.`,
  deletedRoom: (room) => `“${room}” was deleted.`,
};

/** A room while none is open. */
export const roomShell: Without<RoomShellMessages> = {
  idleTitle: 'Choose a room',
  idleText: 'Pick a room, and it opens here.',
  loading: 'Opening the room…',
  tryAgain: 'Try again',
};

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
const who = (names: readonly string[], count: number): string =>
  count > names.length ? people(count) : listFormat.format(names);
const listFormat = new Intl.ListFormat('en');

/** A room that is open, and its parts. */
export const room: Without<RoomMessages> = {
  ...roomShell,

  untitledRoom: 'Untitled room',
  connecting: 'Joining…',
  reconnectingSignal: 'Your connection is unstable. Reconnecting…',
  reconnectingFull: 'The connection was lost. Reconnecting…',
  nothingComesIn: 'No video is coming in. Your connection may be down.',
  leftTitle: 'You left the call',
  leftText: (room) => `You are no longer in “${room}”.`,
  endedTitle: 'This call is over',
  endedText: (room) => `“${room}” was closed for everybody.`,
  duplicateTitle: 'You joined from somewhere else',
  duplicateText: 'The call goes on in your other tab or device.',
  removedTitle: 'You were removed from this room',
  removedText: 'Ask the host if you think that this was a mistake.',
  rejoin: 'Join again',
  useHere: 'Use here',
  cancel: 'Cancel',
  leaveQuestion: 'Leave this call?',
  leaveQuestionText: 'Opening another room ends this call for you.',
  stayInCall: 'Stay',
  switchRoom: 'Switch',
  dismiss: 'Dismiss',
  soundOff: 'Your browser keeps the sound off.',
  turnOnSound: 'Turn on sound',
  peopleCount: people,

  passwordTitle: 'This room has a password',
  passwordText: (room) => `Enter the password of “${room}”.`,
  password: 'Password',
  passwordSubmit: 'Continue',
  passwordChecking: 'Checking…',
  passwordRejected: 'That password is not right. Try again.',

  preview: 'Your camera',
  previewCameraOff: 'Your camera is off',
  previewCameraStarting: 'Starting your camera…',
  permissionWaiting: 'If your browser asks, allow the camera and the microphone.',
  greeting: (name) => `Hello, ${name}`,
  yourName: 'Your name',
  yourNamePlaceholder: 'As others will see it',
  join: 'Join',
  joinWithout: (device) =>
    device === 'both'
      ? 'You can join without a microphone and a camera.'
      : `You can join without a ${device}.`,

  controls: 'Call controls',
  microphone: 'Microphone',
  camera: 'Camera',
  speaker: 'Speaker',
  screenShare: 'Share screen',
  devices: 'Devices',
  leave: 'Leave',
  chat: 'Chat',
  openChat: 'Open the chat',
  closeChat: 'Close the chat',
  unreadMessages: (count) => `${count} unread`,
  turnMicrophoneOn: 'Turn your microphone on',
  turnMicrophoneOff: 'Turn your microphone off',
  turnCameraOn: 'Turn your camera on',
  turnCameraOff: 'Turn your camera off',
  startScreenShare: 'Show your screen to everybody',
  stopScreenShare: 'Stop showing your screen',
  notInCall: 'Join the call first',
  unnamedDevice: (kind, number) => `${kind} ${number}`,
  findingDevices: 'Looking for devices…',
  noDevice: 'None found',

  nameOfSelf: (name) => `${name} (you)`,
  screenOf: (name) => `${name}’s screen`,
  yourScreen: 'Your screen',
  microphoneOff: 'Microphone off',
  cameraOff: 'Camera off',
  speaking: 'Speaking',
  quality: {
    excellent: 'Connection: excellent',
    good: 'Connection: good',
    poor: 'Connection: poor',
    lost: 'Connection: lost',
    unknown: 'Connection: unknown',
  },
  stage: 'People in the call',
  waitingForOthers: 'Nobody else is here yet',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  previousPage: 'Previous page',
  nextPage: 'Next page',
  tile: {
    nobody: 'Nobody here yet',
    sharingScreen: 'You are sharing your screen',
    role: (role) =>
      role === 'OPERATOR' ? 'Host' : role === 'HOST' ? 'Meeting host' : readable(role),
    stalled: 'Picture frozen',
    noRoom: (id) => `There is no room with the id “${id}” on this page.`,
  },

  joined: (names, count) => `${who(names, count)} joined`,
  left: (names, count) => `${who(names, count)} left`,
  muted: (name) => `${name} turned the microphone off`,
  unmuted: (name) => `${name} turned the microphone on`,
  reconnected: 'The connection is back',
};

/** What is around a panel of a call. */
export const panelFrame: PanelMessages = {
  closePanel: 'Close',
  loadingPanel: 'Loading…',
};

/** The chat of a call. */
export const chat: ChatMessages = {
  chatLog: 'Messages',
  chatEmptyTitle: 'No messages yet',
  chatEmptyText: 'Everybody in the room can read what you write here.',
  chatLoading: 'Loading messages…',
  chatStale: 'You may be offline: newer messages may be missing.',
  chatWrite: 'Write to everyone',
  chatSend: 'Send',
  chatHint: 'Enter sends, Shift and Enter begin a new line.',
  chatLeft: (characters) =>
    characters < 0 ? `${-characters} characters too many` : `${characters} characters left`,
  chatSending: 'Sending…',
  chatFailed: 'Not sent.',
  chatDiscard: 'Delete',
  chatOperator: 'Host',
  chatCopy: 'Copy text',
  chatCopied: 'Copied',
  chatShowMore: 'Show more',
  chatNewest: (unread) => (unread ? `New messages: ${unread}` : 'To the newest message'),
};

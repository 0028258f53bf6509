/**
 * Every word in English. A message that another language does not have is shown in these words.
 *
 * The build makes a module of each export, so that a list does not load the words of a call
 * (`scripts/split-words.ts`).
 */
import { isolate } from '../i18n/isolate.js';
import type {
  RoomListContentMessages,
  RoomListDialogMessages,
  RoomListFilterMessages,
  RoomListFrameMessages,
  RoomListLaterMessages,
} from '../i18n/list-messages.js';
import type {
  ChatMessages,
  PanelMessages,
  PrejoinMessages,
  PresenceMessages,
  PeopleMessages,
  LeaveMessages,
  PersonMessages,
  WaitingMessages,
  PowerMessages,
  WindowMessages,
} from '../i18n/panel-messages.js';
import type {
  CallExtraMessages,
  CallMessages,
  LaterControlMessages,
  FailureMessages,
  RoomMessages,
  RoomScreenMessages,
  RoomShellMessages,
} from '../i18n/room-messages.js';
import type {
  CaptionsMessages,
  ComfortMessages,
  InviteMessages,
  ConnectionMessages,
  EffectMessages,
  NewsMessages,
  MoreSettingsMessages,
  RetryMessages,
  SettingsMessages,
} from '../i18n/comfort-messages.js';
import type { StageMessages } from '../i18n/stage-messages.js';
import type { AllErrorMessages, ErrorMessages, Without } from '../i18n/types.js';

/** Words that load with the first code, because others cannot load without a network. */
export const firstErrors = {
  'load-failed': {
    title: 'Part of this page didn’t load',
    remedy: 'Check your internet connection, then try again.',
  },
  network: {
    title: 'Can’t reach the service',
    remedy: 'Check your internet connection, then try again.',
  },
  unknown: {
    title: 'Something went wrong',
    remedy: 'Try again. If that doesn’t help, reload the page.',
  },
} as const satisfies ErrorMessages;

/** Words for failures of the setup, and for code that does not load. They load first. */
export const setupErrors = {
  ...firstErrors,
  'missing-endpoint': {
    title: 'This call isn’t set up yet',
    remedy: 'For the page’s author: add the endpoint attribute to this element.',
  },
  'invalid-endpoint': {
    title: 'The service address isn’t valid',
    remedy: 'For the page’s author: endpoint must be “sandbox”, “production” or an https address.',
  },
  'missing-token-source': {
    title: 'You’re not signed in',
    remedy: 'For the page’s author: set tokenProvider, or the token-url attribute.',
  },
  'invalid-token-url': {
    title: 'The sign-in address isn’t valid',
    remedy: 'For the page’s author: token-url must be an address of this site.',
  },
  'invalid-rooms-url': {
    title: 'The rooms address isn’t valid',
    remedy: 'For the page’s author: rooms-url must be an address of this site.',
  },
} as const satisfies ErrorMessages;

/** Words for failures outside a call: setup, member token, REST. */
export const apiErrors = {
  ...setupErrors,
  retryAfter: (distance) => `Try again ${distance('en')}.`,
  'token-provider-failed': {
    title: 'Couldn’t sign you in',
    remedy: 'Check your internet connection, then try again.',
  },
  'token-invalid': {
    title: 'Couldn’t sign you in',
    remedy: 'Reload the page. If it keeps happening, contact support.',
  },
  'token-rejected': {
    title: 'Your session has expired',
    remedy: 'Sign in again.',
  },
  timeout: {
    title: 'The service is taking too long to respond',
    remedy: 'Try again in a moment.',
  },
  'rate-limited': {
    title: 'Too many requests',
    remedy: 'Try again in a moment.',
  },
  'server-error': {
    title: 'Something went wrong on our side',
    remedy: 'Try again in a moment.',
  },
  'invalid-request': {
    title: 'That didn’t work',
    remedy: 'Check what you entered and try again.',
  },
  'invalid-response': {
    title: 'Unexpected answer from the service',
    remedy: 'Try again. If it keeps happening, contact support.',
  },
  forbidden: {
    title: 'You don’t have permission to do this',
    remedy: 'Ask the room’s owner, or sign in with another account.',
  },
  'not-found': {
    title: 'This no longer exists',
    remedy: 'It may have been deleted, or the link is wrong.',
  },
  'room-not-found': {
    title: 'This room doesn’t exist',
    remedy: 'It may have been deleted, or the link is wrong.',
  },
} as const satisfies ErrorMessages;

/** Words for all failures in a room. */
export const errors = {
  ...apiErrors,
  'invalid-room-id': {
    title: 'This link isn’t valid',
    remedy: 'Check the link.',
  },
  'unsupported-room-type': {
    title: 'This room isn’t a video call',
    remedy: 'Ask whoever invited you.',
  },
  broadcast: {
    title: 'This is a broadcast',
    remedy: 'It can’t be joined as a call. Watch it where it’s shown.',
  },
  'invalid-state': {
    title: 'You can’t do that right now',
  },
  aborted: {
    title: 'Cancelled',
  },
  'wrong-password': {
    title: 'Wrong password',
    remedy: 'Try again, or ask your host.',
  },
  'media-server-unreachable': {
    title: 'Can’t connect to the call',
    remedy: 'Check your internet connection, VPN or firewall, then try again.',
  },
  'media-token-rejected': {
    title: 'Couldn’t join the call',
    remedy: 'Try joining again.',
  },
  'connection-lost': {
    title: 'Connection lost',
    remedy: 'Check your internet connection, then try again.',
  },
  'duplicate-identity': {
    title: 'You’re in this call somewhere else',
    remedy: 'The call continues in your other tab or device.',
  },
  removed: {
    title: 'You were removed from this room',
    remedy: 'If this seems like a mistake, ask the host.',
  },
  'room-ended': {
    title: 'The call has ended',
  },
  'publish-failed': {
    title: 'Others can’t see or hear you',
    remedy: 'Turn your microphone or camera off and on again.',
  },
  'publish-forbidden': {
    title: 'You don’t have permission to share that here',
    remedy: 'If this seems like a mistake, ask the host.',
  },
  'send-failed': {
    title: 'Couldn’t send that',
    remedy: 'Try again.',
  },
  'subscribe-failed': {
    title: 'You’re not receiving someone’s audio or video',
    remedy: 'This often fixes itself. If not, leave and rejoin.',
  },
  'device-denied': {
    title: 'Your device is blocked',
    remedy: 'Allow it in your browser’s site settings, then turn it on.',
  },
  'device-not-found': {
    title: 'No device found',
    remedy: 'Plug it in, or choose another.',
  },
  'device-in-use': {
    title: 'Your device is in use by another app',
    remedy: 'Close the other app, then turn it on.',
  },
  'device-unsupported': {
    title: 'Your browser doesn’t support video calls',
    remedy: 'Use a current version of Chrome, Edge, Firefox or Safari.',
  },
  'device-blocked-by-page': {
    title: 'This page doesn’t allow devices here',
    remedy: 'The page’s owner can allow them in its permissions policy.',
  },
  'device-failed': {
    title: 'Your device didn’t start',
    remedy: 'Plug it in again, or choose another.',
  },
  'device-stopped': {
    title: 'Your device stopped',
    remedy: 'Turn it on, or choose another.',
  },
} as const satisfies AllErrorMessages;

const screenErrors: Partial<ErrorMessages> = {
  'device-denied': {
    title: 'Screen sharing is blocked',
    remedy: 'Allow screen recording in your system settings.',
  },
  'device-not-found': {
    title: 'Nothing to share was found',
    remedy: 'Try again and pick a window, tab or screen.',
  },
  'device-in-use': {
    title: 'Your screen can’t be captured right now',
    remedy: 'Close other screen recorders and try again.',
  },
  'device-unsupported': {
    title: 'Your browser can’t share a screen',
    remedy: 'Use a current browser on a computer.',
  },
  'device-blocked-by-page': {
    title: 'This page doesn’t allow screen sharing here',
    remedy: errors['device-blocked-by-page'].remedy,
  },
  'device-failed': { title: 'Screen sharing didn’t start', remedy: 'Try again.' },
  'device-stopped': {
    title: 'Screen sharing stopped',
    remedy: 'Share again if you want to go on.',
  },
};

const deviceTitles = (device: string): Partial<Record<string, string>> => ({
  'device-denied': `Your ${device} is blocked`,
  'device-not-found': `No ${device} found`,
  'device-in-use': `Your ${device} is in use by another app`,
  'device-unsupported': `Your browser can’t use a ${device} here`,
  'device-failed': `Your ${device} didn’t start`,
  'device-stopped': `Your ${device} stopped`,
  'device-blocked-by-page': `This page doesn’t allow a ${device} here`,
});

export const deviceError: FailureMessages['deviceError'] = (reason, device) => {
  if (device === 'screen') return screenErrors[reason];
  const title = deviceTitles(device)[reason];
  return title ? { ...(errors as ErrorMessages)[reason], title } : undefined;
};

/** Makes a constant of the service readable. It also works for constants that are added later. */
const readable = (constant: string): string =>
  constant.charAt(0) + constant.slice(1).toLowerCase().replaceAll('_', ' ');

/** The frame of the room list, which renders first. */
export const listFrame: RoomListFrameMessages = {
  heading: 'Rooms',
  create: 'New room',
  search: 'Search rooms',
  state: 'Status',
  anyState: 'All statuses',
  stateName: (state) => (state === 'LIVE_INACTIVE' ? 'Open' : readable(state)),
  sort: 'Sort by',
  sortName: (sort) =>
    ({
      CREATED_AT_DESC: 'Newest first',
      CREATED_AT_ASC: 'Oldest first',
      LAST_MODIFIED_AT_DESC: 'Recently updated',
      LAST_MODIFIED_AT_ASC: 'Least recently updated',
    })[sort],
  loading: 'Loading rooms…',
  count: (rooms) => (rooms === 1 ? '1 room' : `${rooms.toLocaleString('en')} rooms`),
  partMissing: 'Couldn’t load this. Check your connection and try again.',
  retry: 'Try again',
};

/** The rooms of the list. */
export const listContent: Without<RoomListContentMessages> = {
  untitled: 'Untitled room',
  locked: 'Needs a password',
  accessName: readable,
  notJoinable: (type) => `${readable(type.replace('_RTMP', ''))} — can’t be joined here`,
  starts: (when) => `Starts ${when}`,
  planned: (when) => `Was to start ${when}`,
  started: (when) => `Started ${when}`,
  ended: (when) => `Ended ${when}`,
  created: (when) => `Created ${when === 'now' ? 'just now' : when}`,
  edit: (room) => `Edit “${room}”`,
  delete: (room) => `Delete “${room}”`,
  none: 'No rooms yet',
  noneHint: 'Your rooms will appear here.',
  createHint: 'Create a room to start your first call.',
  notFound: 'No rooms found',
  notFoundHint: 'Try a different search or status.',
  clear: 'Clear search',
  stale: 'Couldn’t refresh. This list may be out of date.',
  previous: 'Previous',
  next: 'Next',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
};

/** The links and the further filters of the list. */
export const listFilters: RoomListFilterMessages &
  Pick<RoomListDialogMessages, 'type' | 'typeName' | 'access'> = {
  type: 'Type',
  typeName: readable,
  access: 'Who can enter',
  copyLink: (room) => `Copy the link to “${isolate(room)}”`,
  filters: 'Filters',
  allOf: (filter) => `${filter}: all`,
  owner: 'Whose rooms',
  ownRooms: 'My rooms',
};

/** The words of the list's filters, faces and links. */
export const listLater: Omit<RoomListLaterMessages, 'hereNow'> = {
  startsIn: (time) => `Starts in ${time}`,
  startsNow: 'Starts now',
  openHere: 'Open here',
  inCall: 'In this call',
  inviteCopied: 'Link copied',
  inviteNotCopied: 'The link couldn’t be copied',
};

/** The dialogs of the list. */
export const listDialogs: RoomListDialogMessages = {
  createTitle: 'New room',
  createSubmit: 'Create room',
  createForbidden: 'You can’t create rooms here. Ask whoever runs this page.',
  createAndJoin: 'Create and join',
  editTitle: 'Edit room',
  editSubmit: 'Save',
  title: 'Title',
  description: 'Description',
  password: 'Password',
  optional: 'optional',
  passwordHint: 'Everyone will need it to join.',
  showPassword: 'Show password',
  newPassword: 'New password',
  keepPassword: 'Leave this empty to keep the current password.',
  removePassword: 'Remove the password',
  moreOptions: 'More options',
  startsAt: 'Starts',
  startsAtInvalid: 'Choose a date and a time that are still to come.',
  access: 'Who can enter',
  type: 'Type',
  typeName: readable,
  approval: 'People wait until the host lets them in',
  recording: 'Record automatically',
  deleteTitle: (room) => `Delete “${room}”?`,
  deleteText: 'This deletes the room for everyone and can’t be undone.',
  deleteSubmit: 'Delete room',
  cancel: 'Cancel',
  creating: 'Creating…',
  saving: 'Saving…',
  deleting: 'Deleting…',
  createdRoom: (room) => `“${room}” was created.`,
  updatedRoom: (room) => `“${room}” was saved.`,
  deletedRoom: (room) => `“${room}” was deleted.`,
};

/** A room while none is open. */
export const roomShell: Without<RoomShellMessages> = {
  idleTitle: 'Choose a room',
  idleText: 'Pick a room to open it here.',
  loading: 'Opening the room…',
  tryAgain: 'Try again',
};

const peopleOf = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
const who = (names: readonly string[], count: number): string =>
  count > names.length ? peopleOf(count) : listOfNames(names);
const listOfNames = (names: readonly string[]): string => listFormat.format(names.map(isolate));
const listFormat = new Intl.ListFormat('en');

/** A room that is open, and its parts. */
export const room: Omit<
  Without<RoomMessages>,
  keyof (CallMessages & CallExtraMessages & LaterControlMessages) | 'pausedSharing'
> = {
  ...roomShell,

  untitledRoom: 'Untitled room',
  connecting: 'Joining…',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  soundOff: 'Your browser is blocking sound.',
  turnOnSound: 'Turn on sound',

  preview: 'Your camera',
  previewCameraOff: 'Your camera is off',
  previewCameraStarting: 'Starting your camera…',
  permissionWaiting: 'When your browser asks, allow your camera and microphone.',
  greeting: (name) => `Hello, ${name}`,
  yourName: 'Your name',
  yourNamePlaceholder: 'Shown to others in the call',
  join: 'Join',
  recordingConsent: 'This call is recorded. By joining you agree to that.',
  joinRecorded: 'Agree and join',
  joinWithout: (device) =>
    device === 'both'
      ? 'You can still join without a microphone or camera.'
      : `You can still join without a ${device}.`,

  microphone: 'Microphone',
  camera: 'Camera',
  speaker: 'Speaker',
  devices: 'Audio and video',
  more: 'More',
  leave: 'Leave',
  turnMicrophoneOn: 'Unmute',
  turnMicrophoneOff: 'Mute',
  turnCameraOn: 'Turn on camera',
  turnCameraOff: 'Turn off camera',
  notInCall: 'Join the call first',
  unnamedDevice: (kind, number) => `${kind} ${number}`,
  findingDevices: 'Looking for devices…',
  noDevice: 'None found',
};

/** The call. These words load with the code that renders it. */
export const callWords: CallMessages = {
  reconnectingSignal: 'Your connection is unstable. Reconnecting…',
  reconnectingFull: 'Connection lost. Reconnecting…',
  peopleCount: peopleOf,
  recording: 'Recording',
  controls: 'Call controls',
  screenShare: 'Share screen',
  layout: 'Layout',
  startScreenShare: 'Share your screen',
  stopScreenShare: 'Stop sharing your screen',
  nameOfSelf: (name) => `${isolate(name)} (you)`,
  screenOf: (name) => `${isolate(name)}’s screen`,
  yourScreen: 'Your screen',
  microphoneOff: 'Muted',
  cameraOff: 'Camera off',
  speaking: 'Speaking',
  quality: {
    excellent: 'Excellent connection',
    good: 'Good connection',
    poor: 'Poor connection',
    lost: 'Connection lost',
    unknown: 'Connection unknown',
  },
  stage: 'People in the call',
  waitingForOthers: 'You’re the only one here',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  previousPage: 'Previous page',
  nextPage: 'Next page',
  tile: {
    nobody: 'No one here yet',
    sharingScreen: 'You’re sharing your screen',
    startsToShare: (name) => `${isolate(name)} is starting to share…`,
    role: (role) =>
      role === 'OPERATOR' ? 'Host' : role === 'HOST' ? 'Meeting host' : readable(role),
    hand: (place) => `Hand raised, number ${place} in line`,
    stalled: 'Picture frozen',
    noRoom: (id) => `There is no room with the id “${id}” on this page.`,
  },
};

/** The controls that load after a call has begun. */
export const laterControlWords: LaterControlMessages = {
  chat: 'Chat',
  openChat: 'Open the chat',
  closeChat: 'Close the chat',
  waitingPeople: (count) => `${count} waiting to be let in`,
  unreadMessages: (count) => `${count} unread`,
  people: 'People',
  openPeople: 'Show the people',
  closePeople: 'Hide the people',
  captions: 'Captions',
  turnCaptionsOn: 'Show captions',
  turnCaptionsOff: 'Hide captions',
  settings: 'Settings',
  openSettings: 'Open the settings',
  closeSettings: 'Close the settings',
  raiseHand: 'Raise hand',
  lowerHand: 'Lower hand',
  reactions: 'React',
  reactionName: (name) => readable(name.replaceAll('-', '_')),
  audioOptions: 'Audio options',
  videoOptions: 'Video options',
  flipCamera: 'Flip camera',
};

/** The words of a paused share, which tiles and announcements have in common. */
export const pausedWords: Pick<RoomMessages, 'pausedSharing'> = {
  pausedSharing: (name, on) => `${isolate(name)} ${on ? 'paused' : 'resumed'} sharing`,
};

/** The notices and questions of a call, which load after it has begun. */
export const callExtraWords: CallExtraMessages = {
  nothingComesIn: 'No video is coming in. You may be offline.',
  leaveQuestion: 'Leave this call?',
  leaveQuestionText: 'Opening another room ends this call for you.',
  stayInCall: 'Stay',
  switchRoom: 'Switch',
  recordingStarted: 'This call is being recorded.',
  recordingStopped: 'The recording has stopped.',
  selfJoined: (people) =>
    people ? `You joined. ${peopleOf(people)} here` : 'You joined. Nobody else is here yet',
  joined: (names, count) => `${who(names, count)} joined`,
  left: (names, count) => `${who(names, count)} left`,
  muted: (name) => `${isolate(name)} muted`,
  unmuted: (name) => `${isolate(name)} unmuted`,
  handsRaised: (names, count) => `${who(names, count)} raised a hand`,
  reacted: (name, reaction) => `${isolate(name)} reacted: ${reaction}`,
  mutedBy: (name) => `${isolate(name)} muted you`,
  reconnected: 'Reconnected',
};

/** The screens of a room that load when they are shown. */
export const roomScreens: RoomScreenMessages = {
  scheduledTitle: 'This call has not started yet',
  scheduledText: 'Leave this page open: you can join as soon as it starts.',
  startsIn: 'Time until the start',
  addToCalendar: 'Add to calendar',

  waitingTitle: 'Waiting for the host',
  waitingText: (room) =>
    `The host of “${isolate(room)}” was asked to let you in. You join as soon as they do.`,
  refusedTitle: 'You weren’t let in',
  refusedText: (room) => `The host of “${isolate(room)}” didn’t let you in.`,
  askAgain: 'Ask again',

  passwordTitle: 'This room has a password',
  passwordText: (room) => `Enter the password for “${isolate(room)}”.`,
  password: 'Password',
  showPassword: 'Show password',
  passwordSubmit: 'Continue',
  passwordChecking: 'Checking…',
  passwordMissing: 'Enter the password first.',
  passwordRejected: (attempts) =>
    attempts === 1
      ? 'Wrong password. Try again.'
      : `Wrong password, ${attempts} times now. Capital letters and spaces count. If it keeps happening, ask whoever invited you.`,

  leftTitle: 'You left the call',
  notJoinedTitle: 'You did not join',
  leftText: (room) => `You can rejoin “${isolate(room)}” at any time.`,
  endedTitle: (kind) =>
    kind === 'cancelled'
      ? 'This call was cancelled'
      : kind === 'host-left'
        ? 'The host left'
        : 'The call has ended',
  endedText: (kind, room) =>
    ({
      cancelled: `“${isolate(room)}” will not take place.`,
      over: `“${isolate(room)}” is over and can no longer be joined.`,
      'host-left': `“${isolate(room)}” ended for everyone.`,
      'for-everyone': `“${isolate(room)}” was ended for everyone.`,
    })[kind],
  duplicateTitle: 'You’re in this call somewhere else',
  duplicateText: 'The call continues in your other tab or device.',
  removedTitle: 'You were removed from this room',
  removedText: 'If this seems like a mistake, ask the host.',
  rejoin: 'Rejoin',
  useHere: 'Switch to this device',
  backToRooms: 'Back to rooms',
  failedWhile: {
    page: 'This happened while the page set up the call.',
    'sign-in': 'This happened while signing you in.',
    service: 'This happened while asking the service for the room.',
    signalling: 'This happened while connecting to the call.',
    media: 'This happened while sending and receiving sound and video.',
    device: 'This happened while using a camera, microphone or speaker.',
  },
  details: 'Details',
  copyReport: 'Copy report',
  reportCopied: 'Report copied.',
  reportSelected: 'The report is selected: copy it with your keyboard or menu.',
};

/** The frame of a panel. */
export const panelFrame: PanelMessages = {
  closePanel: 'Close',
  loadingPanel: 'Loading…',
};

/** The chat of a call. */
export const chatWords: ChatMessages = {
  chatLog: 'Messages',
  chatEmptyTitle: 'No messages yet',
  chatEmptyText: 'Everyone in the room can read what you write here.',
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

const actionsFor = (name: string): string => `Actions for ${isolate(name)}`;
const muteAll = 'Mute everyone';

/** The people of a call. */
export const peopleWords: PeopleMessages = {
  peopleSearch: 'Search people',
  peopleNone: (query) => `Nobody here is called “${isolate(query)}”`,
  peopleFound: (count) => `${count} found`,
  peopleObservers: (names) => `Only watching: ${listOfNames(names)}`,
  peopleMicrophoneOn: 'Unmuted',
  peopleCameraOn: 'Camera on',
  peopleSharing: 'Sharing a screen',
  peopleActions: actionsFor,
  peopleMuteAll: muteAll,
  peopleEnd: 'End for everyone',
};

/** The menu of a person. */
export const personWords: PersonMessages = {
  peopleActions: actionsFor,
  peopleMuteAll: muteAll,
  peopleEnd: 'End for everyone',
  peoplePin: 'Pin to the stage',
  peopleUnpin: 'Unpin',
  peopleAskToMute: 'Mute',
  peopleMakeHost: 'Make host',
  peopleMakeMember: 'Make member',
  peopleRemove: 'Remove',
  peopleQuestion: (action, name) =>
    ({
      host: `Make ${isolate(name)} a host, who decides about others too?`,
      member: `Take the host’s rights from ${isolate(name)}?`,
      remove: `Remove ${isolate(name)} from the room? They cannot come back.`,
      'mute-all': 'Mute everyone else? They can unmute themselves.',
      end: 'End the call for everyone, yourself included?',
    })[action],
  peopleCancel: 'Cancel',
  personVolume: 'Volume for you',
  personMuteForMe: 'Mute for me',
  personUnmuteForMe: 'Unmute for me',
  connectionTitle: 'Connection',
  personFullScreen: 'Full screen',
  personExitFullScreen: 'Exit full screen',
};

/** The menu beside the button that leaves. */
export const leaveWords: LeaveMessages = { leaveOptions: 'Exit options' };

/** The people who wait for a host. */
export const waitingWords: WaitingMessages = {
  waitingList: 'Waiting to be let in',
  waitingNews: (names, count) => `${who(names, count)} ${count === 1 ? 'wants' : 'want'} to join`,
  waitingAdmit: 'Admit',
  waitingAdmitName: (name) => `Admit ${isolate(name)}`,
  waitingAdmitAll: 'Admit all',
  waitingRefuse: 'Refuse',
  waitingRefuseName: (name) => `Refuse ${isolate(name)}`,
  waitingShow: 'Show',
};

/** A call in full screen, and in picture-in-picture. */
export const windowWords: WindowMessages = {
  fullScreen: 'Full screen',
  exitFullScreen: 'Exit full screen',
  pictureInPicture: 'Picture in picture',
  exitPictureInPicture: 'Bring the call back',
  callElsewhere: 'The call is in a window of its own.',
};

/** A call with paused videos. */
export const powerWords: PowerMessages = {
  powerSaving: 'Your computer can’t keep up, so video is paused. You can still hear everyone.',
  powerUndo: 'Show video',
};

/** The extras of the stage, which load after it. */
export const stageWords: StageMessages = {
  layoutAutomatic: 'Automatic',
  layoutAutomaticNow: (layout) => `Automatic (now: ${layout})`,
  layoutGrid: 'Grid',
  layoutFixedGrid: 'Fixed grid',
  layoutScroll: 'Scroll',
  layoutFocused: 'Focused',
  speaksElsewhere: (name) => `${isolate(name)} is speaking on another page`,
  speaksOutOfSight: (name) => `${isolate(name)} is speaking`,
  tileActions: actionsFor,
  mutedForMe: 'Muted for you',
  selfMove: 'Move your picture to the next corner',
  selfMinimize: 'Minimize your picture',
  selfRestore: 'Show your picture',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: (percent) => `${percent}: reset zoom`,
  sharePaused: 'You paused sharing your screen',
  pauseShare: 'Pause',
  resumeShare: 'Resume',
  hideStrip: 'Hide people',
  showStrip: 'Show people',
};

/** The words of the prejoin for the people who are in the room. */
export const presenceWords: PresenceMessages = {
  hereNow: (names, count) => {
    if (names.length === 0) return count === 1 ? '1 person is here' : `${count} people are here`;
    const others = count - names.length;
    const known = names.map(isolate);
    const all = others > 0 ? [...known, others === 1 ? '1 other' : `${others} others`] : known;
    return `${plainList.format(all)} ${count === 1 ? 'is' : 'are'} here`;
  },
  hereNobody: 'No one is here yet',
};

/** British English, which has no comma before the last item. */
const plainList = new Intl.ListFormat('en-GB');

/** The extras of the prejoin, which load after its picture. */
export const prejoinWords: PrejoinMessages = {
  prejoinLevel: 'Microphone level',
  prejoinTestSpeaker: 'Test speaker',
  prejoinTesting: (speaker) =>
    speaker ? `Playing a sound on “${speaker}”` : 'Playing a sound on your speaker',
  prejoinTestFailed: 'No sound could be played there. Try another speaker.',
  prejoinPermissionHelp: (browser) =>
    ({
      chrome: 'Select the icon left of the address, turn on camera and microphone, then try again.',
      firefox:
        'Select the crossed-out camera left of the address, remove the block, then try again.',
      safari: 'In the menu Safari, open Settings for this website, allow both, then try again.',
      ios: 'Open Settings, find your browser, allow camera and microphone, then try again.',
      android: 'Select the icon left of the address, open Permissions, allow both, then try again.',
      other: 'Allow camera and microphone in the settings of your browser, then try again.',
    })[browser],
  prejoinFrameHelp:
    'The page around this call does not pass on the permission. For its author: add allow="camera; microphone; display-capture; autoplay" to the iframe.',
  prejoinTryDevices: 'Try again',
  prejoinCheck: 'Check connection',
  prejoinChecking: 'Checking…',
  prejoinStage: (stage) =>
    ({
      service: 'Service',
      signalling: 'Call server',
      media: 'Sound and video',
      turn: 'Relay (TURN)',
    })[stage],
  prejoinResult: (result) =>
    ({ passed: 'Works', failed: 'Failed', skipped: 'Not checked', waiting: '…' })[result],
  prejoinCheckPassed: 'Your connection is fine.',
  prejoinCheckPartly: 'The service works. The rest is checked when you join.',
  prejoinCheckFailed: (stage) =>
    ({
      service: 'The service did not let you in. Check your internet connection, or sign in again.',
      signalling: 'The call server can’t be reached. A firewall or VPN may block WebSockets.',
      media: 'Sound and video don’t get through. A firewall or VPN may block UDP.',
      turn: 'The relay can’t be reached. You may still be able to join from here.',
    })[stage],
};

/** The captions of a call. */
export const captionWords: CaptionsMessages = {
  captionsLog: 'What was said',
  captionsNone: 'Nothing has been written down yet. Captions need a transcription in this call.',
  captionsShowMore: 'Show more',
};

/** The settings of a person for all calls. */
export const settingsWords: SettingsMessages = {
  settingsDevices: 'Devices',
  settingsPicture: 'Picture and sound',
  settingsMirror: 'Mirror my picture',
  settingsCaptions: 'Show captions',
  settingsCaptionSize: 'Size of captions',
  settingsSize: (size) => ({ small: 'Small', medium: 'Medium', large: 'Large' })[size],
  settingsSounds: 'Soft sounds',
  settingsSoundsHint:
    'When someone joins, leaves, raises a hand or writes, with up to five people.',
  settingsShortcuts: 'Keyboard shortcuts',
  settingsLayout: 'Layout',
  settingsComings: 'Show in the chat who joins and leaves',
  captionsLog: 'What was said',
};

/** The settings that load after their first rendering. */
export const moreSettingsWords: MoreSettingsMessages = {
  settingsLanguage: 'Language of the call',
  settingsPageLanguage: 'As this page',
  settingsLanguageFixed: 'This page decides which language the call speaks.',
  settingsKept: 'Kept in this browser',
  settingsKeptKey: (key) =>
    ({
      'ffc-elements:devices': 'The devices you chose',
      'ffc-elements:choices': 'Microphone, camera and name of the last room',
      'ffc-elements:settings': 'These settings',
      'ffc-elements:effects': 'Blurring and noise suppression',
    })[key] ?? key,
  settingsKeptNone: 'Nothing.',
  settingsClear: 'Clear all',
  settingsClearQuestion: 'Clear all of it? The next call begins as your first one did.',
  settingsKeep: 'Keep it',
  settingsCleared: 'Everything was cleared.',
};

/** The switches for blur and noise suppression, in the settings and before a call. */
export const effectWords: EffectMessages = {
  effectName: (name) =>
    ({ 'background-blur': 'Blur background', 'noise-suppression': 'Suppress noise' })[name],
  effectProblem: (problem) =>
    problem === 'blocked-by-policy'
      ? 'This page does not allow it.'
      : problem === 'no-webgl'
        ? 'Turn on hardware acceleration in your browser to use this.'
        : 'This browser cannot do that. Another or a newer one may.',
  effectStarting: 'Starting…',
  effectFailed: 'It did not start, so it is off. Check your connection, then try again.',
};

/** The news of a call: the host who left, shared screens, and own devices. */
export const newsWords: NewsMessages = {
  sharing: (name, on) => `${isolate(name)} ${on ? 'started' : 'stopped'} sharing a screen`,
  turnedOff: (device) => `Your ${device.toLowerCase()} was turned off`,
  shareStopped: 'Your screen share was stopped',
  microphoneSilent: 'Your microphone seems silent. Check it, or choose another one.',
  hostLeft: (name, hosts) =>
    hosts.length > 0
      ? `${isolate(name)} left. ${listOfNames(hosts)} ${hosts.length === 1 ? 'hosts' : 'host'} the call now.`
      : `${isolate(name)}, the host, left. The call goes on without one.`,
};

/** The countdown to the next try after a lost connection. */
export const retryWords: RetryMessages = {
  retryIn: (seconds) => `Trying again in ${seconds} s`,
};

/** The connection of a call. */
export const connectionWords: ConnectionMessages = {
  connectionTitle: 'Connection',
  connectionAdvice: (quality) =>
    ({
      excellent: 'Sound and pictures arrive as they should.',
      good: 'Sound and pictures arrive well enough.',
      poor: 'Sound may break up. Turn off your camera, or move closer to your router.',
      lost: 'Nothing arrives. Check your network.',
      unknown: 'It has not been measured yet.',
    })[quality],
  connectionDelay: 'Delay to the server',
  connectionLoss: 'Lost on the way',
  connectionSent: 'Sending',
  connectionReceived: 'Receiving',
  connectionWay: 'Way',
  connectionWayName: (way) =>
    ({ udp: 'Direct (UDP)', tcp: 'Direct (TCP)', relay: 'Through a relay' })[way],
  connectionUnknown: 'Not known',
  connectionSize: 'Resolution',
  connectionFrames: 'Frames per second',
  connectionCodec: 'Codec',
  connectionOthers: (names, count) =>
    count === 0
      ? 'Nobody else has a bad connection.'
      : `${who(names, count)} ${count === 1 ? 'has' : 'have'} a bad connection.`,
  connectionClose: 'Close',
};

/** The button that copies the link into the room, which two chunks share. */
export const inviteWords: InviteMessages = {
  copyInvite: 'Copy invite link',
  inviteCopied: 'Link copied',
  inviteNotCopied: 'The link couldn’t be copied',
  shareInvite: 'Share',
};

/** The header, hints and tooltips of a call, which load after it has begun. */
export const comfortWords: ComfortMessages = {
  ...inviteWords,
  callDuration: 'Duration of the call',
  lockedRoom: 'This room has a password',
  encryptedCall: 'Encrypted end to end',
  youAreMuted: 'You’re muted. Others can’t hear you.',
  unmute: 'Unmute',
  shortcutsTitle: 'Keyboard shortcuts',
  shortcutsHint: 'They work while the focus is in the call.',
  shortcutsClose: 'Close',
  shortcutHelp: 'This list',
  shortcutPushToTalk: 'Talk while held',
  holdKey: (key) => `Hold ${key}`,
};

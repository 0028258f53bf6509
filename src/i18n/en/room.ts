import type { RoomMessages } from '../room-messages.js';
import { deviceError, errors } from './errors.js';
import { shell } from './room-shell.js';

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
const who = (names: readonly string[], count: number): string =>
  count > names.length ? people(count) : list.format(names);
const list = new Intl.ListFormat('en');

export const en: RoomMessages = {
  ...shell,
  errors,
  deviceError,

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
    stalled: 'Picture frozen',
    noRoom: (id) => `There is no room with the id “${id}” on this page.`,
  },

  joined: (names, count) => `${who(names, count)} joined`,
  left: (names, count) => `${who(names, count)} left`,
  muted: (name) => `${name} turned the microphone off`,
  unmuted: (name) => `${name} turned the microphone on`,
  reconnected: 'The connection is back',
};

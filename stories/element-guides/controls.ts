import type { Guide } from './guide.js';

type Own = Pick<Guide, 'use'> & Partial<Guide>;

/** Adds the behaviour that all buttons share to the guide of one. */
function control({ use, states = {}, dos = [], donts = [] }: Own): Guide {
  return {
    use,
    states: {
      'Not in a call': 'The button is disabled, and its tooltip says that one has to join first.',
      ...states,
    },
    dos: [
      'Put it inside <ffc-room>, or anywhere on the page with for="ID-OF-THE-ROOM".',
      'Leave it 44 px of height, so that a thumb finds it.',
      ...dos,
    ],
    donts: [
      'Don’t hide its name from screen readers: hide the label by ::part(control-label) alone.',
      ...donts,
    ],
  };
}

const switchStates = {
  On: 'The icon of the device. The tooltip says what a click does.',
  Off: 'The crossed-out icon, in the colour of what is off.',
  Pending: 'Busy until the session says that it happened; a second click is not lost.',
  Blocked: 'The browser refused the device. A click asks again, and the room tells what to do.',
};

const panelStates = {
  Closed: 'The plain button.',
  Open: 'Pressed, in the accent colour, as long as its panel is open.',
};

export const controlGuides: Readonly<Record<string, Guide>> = {
  'ffc-microphone-button': control({
    use: 'Turns the own microphone on and off, in the preview and in the call.',
    states: switchStates,
    dos: ['Keep it the first of all buttons: it is the one that people look for in a hurry.'],
  }),
  'ffc-camera-button': control({
    use: 'Turns the own camera on and off, in the preview and in the call.',
    states: switchStates,
  }),
  'ffc-camera-flip-button': control({
    use: 'Goes from the camera on one side of a phone to that on the other, and back.',
    states: {
      Pending: 'Busy until the other camera is there.',
      'Camera off': 'The button is disabled: there is nothing to flip.',
    },
    donts: ['Don’t keep a place for it on computers: a bar offers it only where both sides are.'],
  }),
  'ffc-screen-share-button': control({
    use: 'Shares the own screen, and ends that.',
    states: {
      Sharing: 'Pressed, in the accent colour, as long as the screen is shared.',
      Pending: 'Busy while the browser asks what to share.',
    },
    donts: ['Don’t offer it on phones: no browser of a phone can share its screen.'],
  }),
  'ffc-chat-button': control({
    use: 'Opens the chat and closes it.',
    states: { ...panelStates, Unread: 'The number of unread messages on the button.' },
  }),
  'ffc-participants-button': control({
    use: 'Opens the list of people, and says how many they are.',
    states: { ...panelStates, 'Somebody waits': 'Hosts see how many wait to be let in.' },
  }),
  'ffc-settings-button': control({ use: 'Opens the settings.', states: panelStates }),
  'ffc-captions-button': control({
    use: 'Shows what is said in writing over the stage.',
    states: { On: 'Pressed, while captions are shown.', Off: 'The plain button.' },
    donts: ['Don’t offer it where nobody transcribes the call: it would stay empty.'],
  }),
  'ffc-raise-hand-button': control({
    use: 'Raises the own hand, and lowers it.',
    states: { Raised: 'Pressed, as long as the hand is up.', Lowered: 'The plain button.' },
  }),
  'ffc-reactions-button': control({
    use: 'Opens a choice of reactions, which all see for some seconds.',
    states: { Open: 'The choice stands above the button, and closes after one was made.' },
  }),
  'ffc-layout-button': control({
    use: 'Opens the choice of layouts of the stage.',
    states: { Open: 'The choice stands above the button, with the layout that is in use.' },
  }),
  'ffc-devices-button': control({
    use: 'Opens the choice of microphone, camera and speaker.',
    states: {
      Open: 'One choice for each kind of device.',
      'No device': 'The choice says that none was found.',
    },
  }),
  'ffc-fullscreen-button': control({
    use: 'Shows the room on the whole screen.',
    states: { 'On the whole screen': 'Pressed; a click or Escape gives the screen back.' },
    donts: ['Don’t use it in an iframe without allow="fullscreen".'],
  }),
  'ffc-picture-in-picture-button': control({
    use: 'Puts the call in a small window over all others.',
    states: { 'In its own window': 'Pressed; a click brings the call back.' },
    donts: ['Don’t count on it: where a browser has no such windows, the button does not show.'],
  }),
  'ffc-more-button': control({
    use: 'Opens what a control bar has no place for; alone, the controls of the room.',
    states: { Open: 'A menu with the controls as lines.' },
  }),
  'ffc-leave-button': control({
    use: 'Leaves the call.',
    dos: ['Keep it the last of all buttons, and the only one in the colour of danger.'],
    donts: ['Don’t put it beside the microphone: it is pressed by mistake there.'],
  }),
};

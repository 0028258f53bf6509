import type { Guide } from './guide.js';

export const elementGuides: Readonly<Record<string, Guide>> = {
  'ffc-room-list': {
    use: 'A page’s way into its rooms: pick, search, create, change and delete them.',
    states: {
      Loading: 'Grey rows in the place of the first rooms.',
      Rooms:
        'Rooms by state: those that are live come first, in the colour of success, with faces.',
      'Current room': 'The open room has a line at its start and a badge, also in its call.',
      Countdown: 'In the last hour before its time, a room counts down.',
      Filters: 'Type, access and owner behind a button that says how many were chosen.',
      Empty: 'Says so, and offers to create the first room to those who may.',
      'Nothing found': 'Says so, and offers to clear the search.',
      Failed: 'What happened and what helps; rooms that were loaded before stay.',
    },
    dos: [
      'Give it the width of a column of text: it turns to rows of two lines when narrow.',
      'Connect it to a room with for, so that a pick opens the room.',
    ],
    donts: [
      'Don’t give it a height of its own: it grows with its rooms, and has pages.',
      'Don’t hide the states of rooms: they are the reason to pick one.',
    ],
  },
  'ffc-room': {
    use: 'A whole call, from the room’s page to its end. Everything else stands inside it.',
    states: {
      Idle: 'No room is chosen; the slot idle takes the page’s own words.',
      Scheduled: 'The time until the start, and a way to put it in a calendar.',
      Password: 'Asks for the password; says what is wrong with it.',
      Prejoin: 'The own picture, devices, the name, Join.',
      Waiting: 'A host was asked to let the person in.',
      Connecting: 'Calm, for as long as it takes; with a way out.',
      Connected: 'The stage, the controls, and one panel at a time.',
      Reconnecting: 'The call stays visible, under one line that says so.',
      Left: 'The call was left; the way back is one click.',
      Ended: 'The call is over for all.',
      Failed: 'What happened, what helps, and details to copy for support.',
    },
    dos: [
      'Give it a height: 100 % of a frame, or at least 320 px.',
      'Set colours by --ffc-color-…, on the element or on the body.',
      'Check a theme in light, dark and forced colours: the Theming page has all at once.',
    ],
    donts: [
      'Don’t scale it by transform: tiles measure themselves.',
      'Don’t cover its lower edge: the controls are there.',
    ],
  },
  'ffc-prejoin': {
    use: 'The moment before a call, for pages that build the room’s screen themselves.',
    states: {
      Preview: 'The own picture, mirrored.',
      'Camera off': 'A silhouette, and that others will see none.',
      Blocked: 'How to allow the device in this browser; joining stays possible.',
      'No device': 'That none was found; joining stays possible.',
    },
    dos: ['Keep Join the only button in the accent colour.'],
    donts: ['Don’t ask more here than the call needs: each field costs a person who gives up.'],
  },
  'ffc-stage': {
    use: 'Everybody’s picture, where the layout puts it. For pages with a screen of their own.',
    states: {
      Alone: 'Only oneself: the stage says that one waits for others.',
      Few: 'A grid that fills the space.',
      Many: 'Pages, with arrows, whoever speaks among the first.',
      Scrolled: 'A button names who speaks out of sight, and leads there.',
      'Screen shared': 'The screen is large, people stand in a strip.',
    },
    dos: ['Give it a height, and let it have the most of the window.'],
    donts: ['Don’t put a frame around each tile: who speaks has one.'],
  },
  'ffc-participant-tile': {
    use: 'One person, or one screen. For layouts of a page’s own.',
    states: {
      Camera: 'The picture, with the name over it.',
      'Camera off': 'The person’s picture or initials.',
      Speaking: 'A ring in the colour of speaking, and bars that follow the voice.',
      Muted: 'The crossed-out microphone beside the name.',
      'Poor connection': 'A sign, and nothing else: the picture stays.',
      'Nobody there': 'A silhouette.',
    },
    dos: ['Set its shape by --ffc-tile-aspect-ratio, not by a height.'],
    donts: ['Don’t cut faces: use --ffc-tile-fit: contain where shapes differ a lot.'],
  },
  'ffc-control-bar': {
    use: 'The row of buttons. Choose and order them by controls="microphone camera … leave".',
    states: {
      Wide: 'Icons in clusters, with a choice of devices beside microphone and camera.',
      'Viewer is a host': 'Where the app can end the call, a menu for that beside Leave.',
      Narrow: 'Icons alone: the choice of devices is behind More.',
      'Too narrow': 'What has no place is behind More.',
    },
    dos: ['Keep leave last, and microphone and camera first.'],
    donts: ['Don’t wrap it to two rows: name fewer controls.'],
  },
  'ffc-chat': {
    use: 'The messages of a room. The panel of a call, or anywhere on the page with for.',
    states: {
      Loading: 'Says that messages load.',
      Empty: 'Says who can read what is written here.',
      Conversation: 'Messages by day and sender, the newest last.',
      'Not sent': 'The message stays, with a way to send it again.',
    },
    dos: ['Give it a height, so that messages scroll and the field stays.'],
    donts: ['Don’t make it narrower than 240 px.'],
  },
  'ffc-participants': {
    use: 'The people of a call, oneself first, then raised hands.',
    states: {
      'Viewer is a host': 'Menus with what hosts decide, and who waits.',
      'End for everyone': 'Where the app can do it: ends the call, after a question.',
      'Viewer is a member': 'Menus with what concerns the own view alone.',
      'Nobody found': 'Says that nobody has that name.',
    },
    dos: ['Give it a height, so that long lists scroll.'],
    donts: ['Don’t sort it anew: everybody sees hands in the same order.'],
  },
  'ffc-settings': {
    use: 'What a person sets for all calls: devices, picture, captions, sounds.',
    states: {
      'In a call': 'All settings.',
      'Nothing kept': 'Says that nothing is kept in this browser.',
    },
    dos: ['Offer it as a panel of the call, so that changes are seen at once.'],
    donts: ['Don’t repeat its choices elsewhere: the control bar has those that hurry.'],
  },
  'ffc-captions': {
    use: 'What is said, in writing: the whole log, or the newest over the stage with overlay.',
    states: {
      Empty: 'Says that nothing was written down yet.',
      Log: 'Who said what, the newest last.',
      Overlay: 'At most three pieces, gone six seconds after the last.',
    },
    dos: ['Leave the size of the text to the person: it is in the settings.'],
    donts: ['Don’t put the overlay over faces: it belongs to the lower edge.'],
  },
  'ffc-waiting': {
    use: 'Who waits for a host. It draws nothing while nobody waits, and for who is no host.',
    states: {
      'Nobody waits': 'Nothing is drawn.',
      List: 'One row for each person, with Admit and Refuse.',
      Notice: 'With notice: one line over the stage.',
    },
    dos: ['Keep it in sight of hosts: somebody waits.'],
    donts: ['Don’t show it in a dialog: a host is in the middle of a call.'],
  },
};

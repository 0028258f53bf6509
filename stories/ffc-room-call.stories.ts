import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { FfcRoomElement } from '../src/elements/room/room.js';
import { createDemoRooms } from '../src/mock/index.js';
import { call, scene, type SceneArgs } from './room-scene.js';
import { drawn } from './support.js';

type Story = StoryObj<SceneArgs>;

/** The content around and over the stage of a call. */
const meta: Meta<SceneArgs> = {
  title: 'ffc-room/Call',
  component: 'ffc-room',
  args: {
    people: 4,
    theme: undefined,
    controls: 'microphone camera screen captions chat participants settings leave',
    maxTiles: undefined,
    hideSelf: false,
  },
};
export default meta;

/** The first demo room, with a recording that the service starts by itself. */
const recorded = () => {
  const [room] = createDemoRooms(Date.now());
  if (!room) throw new Error('There is no demo room.');
  return { ...room, policy: { ...room.policy, canAutoRoomCompositeRecording: true } };
};

/** Waits until the room records captions: that code loads together with the header's clock. */
async function followed(room: FfcRoomElement): Promise<void> {
  await drawn(room, '[part=clock]');
}

async function turnCaptionsOn(room: FfcRoomElement): Promise<void> {
  const bar = await drawn(room, 'ffc-control-bar');
  (await drawn(bar, '[data-control=captions]')).click();
}

/** The clock, the lock, the recording sign, the people and the button that copies the link. */
export const Header: Story = call(
  ({ session }) => session.setRoomInfo({ isRecording: true, isEncrypted: true }),
  { setUp: (room) => (room.inviteUrl = 'https://example.com/rooms/1') },
);

/** Nobody else is here: a card below the picture copies the link to invite somebody. */
export const AloneWithInvite: Story = {
  ...call(
    async (_services, room) => {
      const stage = await drawn(room, 'ffc-stage');
      await drawn(stage, '[part~=copy-link]');
    },
    { setUp: (room) => (room.inviteUrl = 'https://example.com/rooms/1') },
  ),
  args: { people: 0 },
};

/** On a phone, the card has a button for the share sheet of the system. */
export const AloneOnAPhone: Story = {
  ...AloneWithInvite,
  render: scene({
    autoJoin: true,
    setUp: (room) => {
      room.inviteUrl = 'https://example.com/rooms/1';
      room.style.maxInlineSize = '390px';
    },
  }),
  beforeEach() {
    const sheet = { canShare: () => true, share: () => Promise.resolve() };
    for (const [name, value] of Object.entries(sheet)) {
      Object.defineProperty(navigator, name, { configurable: true, value });
    }
    return () => {
      for (const name of Object.keys(sheet)) Reflect.deleteProperty(navigator, name);
    };
  },
};

/** Lines tell for some seconds who comes and goes. */
export const ComingAndGoing: Story = {
  ...call(async ({ session }, room) => {
    await drawn(room, '[part~=connection]');
    session.removeParticipant('guest1');
    session.addParticipant({ identity: 'sara', name: 'سارة حداد' });
  }),
  // The lines disappear.
  tags: ['!test'],
};

/** Somebody else stopped the screen share, as a host or the app can. */
export const ShareStopped: Story = call(async ({ session }, room) => {
  // The code of the notice loads after the call has begun.
  const share = async (): Promise<void> => {
    await room.setScreenShareEnabled(true);
    session.unpublish('me', 'screen_share');
  };
  const repeat = setInterval(() => void share(), 1000);
  await drawn(room, '[part=notice]').finally(() => clearInterval(repeat));
});

/** The microphone is on, but records only silence. */
export const SilentMicrophone: Story = {
  ...call(async ({ session }, room) => {
    await followed(room);
    session.detectSilence();
  }),
  // The notice comes after some seconds.
  tags: ['!test'],
};

/** The room joins again by itself, unless the person stops the countdown. */
export const ConnectionLostLater: Story = {
  ...call(async ({ session }, room) => {
    await drawn(room, '[part~=connection]');
    session.end('connection-lost');
  }),
  // The seconds pass.
  tags: ['!test'],
};

/**
 * The bar of a page that sets no `controls`: the person's devices, the tools of the call, and the
 * panels beside Leave. Each switch of a device has the choice of devices beside it.
 */
export const Clusters: Story = {
  ...call(async (_services, room) => {
    const bar = await drawn(room, 'ffc-control-bar');
    await drawn(bar, '.cluster .control');
    // A narrow bar does not render the choice.
    const choice = bar.shadowRoot?.querySelector<HTMLElement>('[data-control=microphone-choice]');
    choice?.click();
    if (choice) await drawn(bar, '.menu.placed');
  }),
  args: { controls: undefined },
};

/** The connection is poor. Its sign in the header opens the measurements and the advice. */
export const Connection: Story = call(async ({ session }, room) => {
  session.setQuality('me', 'poor');
  session.setQuality('guest2', 'lost');
  (await drawn(room, '[part~=connection]')).click();
  await drawn(room, '.connection-details');
});

/** The connection of another participant, from the menu of their tile. */
export const ConnectionOfOthers: Story = call(async ({ session }, room) => {
  session.setQuality('guest2', 'poor');
  const stage = await drawn(room, 'ffc-stage');
  (await drawn(stage, '[identity=guest2] .tile-tool')).click();
  const menu = await drawn(stage, '.menu.placed');
  const items = [...menu.querySelectorAll<HTMLElement>('[part~=person-choice]')];
  items.find(({ textContent }) => textContent.trim() === 'Connection')?.click();
  await drawn(stage, '.connection-details');
});

/** The service records this call by itself, so the join button asks for consent. */
export const Consent: Story = {
  render: scene({ prepare: ({ service }) => service.putRoom(recorded()) }),
};

export const Settings: Story = call((_services, room) => room.openPanel('settings'));
export const People: Story = call((_services, room) => room.openPanel('participants'));
export const Chat: Story = call((_services, room) => room.openPanel('chat'));

/** Captions over the stage. */
export const Captions: Story = {
  ...call(async ({ session }, room) => {
    await followed(room);
    await turnCaptionsOn(room);
    session.transcribe('guest1', 'Good morning. Did everybody get the agenda?');
    session.transcribe('guest2', 'Yes, thank you, and I have added two points at the end of it.');
  }),
  args: { controls: 'microphone camera captions leave' },
};

/** The panel with all captions so far. */
export const CaptionsLog: Story = call(async ({ session }, room) => {
  await followed(room);
  await room.openPanel('captions');
  for (const [n, text] of ['Good morning.', 'Did everybody get the agenda?', 'Yes.'].entries()) {
    session.transcribe(`guest${(n % 2) + 1}`, text);
  }
  session.transcribe('guest3', 'I have added two', { isFinal: false });
});

/** The computer cannot keep up, so the room pauses all videos until the person resumes them. */
export const PowerSaver: Story = call(
  async ({ session }, room) => {
    // The listener loads after the call has begun. A real session also repeats this event.
    const repeat = setInterval(() => session.overload(), 100);
    await drawn(room, '.toast').finally(() => clearInterval(repeat));
  },
  { setUp: (room) => (room.powerSaver = true) },
);

/** A person speaks although their microphone is off. */
export const YouAreMuted: Story = call(async ({ session }, room) => {
  // By then the microphone has been on, which the hint requires.
  await followed(room);
  session.setVoice(0.9);
  await room.setMicrophoneEnabled(false);
  await drawn(room, '[part~=muted-hint]');
});

/** The keys of the controls that the bar offers. The key ? opens the list. */
export const Shortcuts: Story = call(async (_services, room) => {
  await followed(room);
  room.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true, composed: true }));
  await drawn(room, '.shortcuts');
});

/** The host has left, and the call goes on. The notice disappears when they come back. */
export const HostLeft: Story = call(async ({ session }, room) => {
  const metadata = { appUserId: 'ann', appUserName: 'Ann Lee', channelMemberType: 'OPERATOR' };
  // The code of the notice loads after the call has begun.
  const repeat = setInterval(() => {
    session.addParticipant({ identity: 'ann', name: 'Ann Lee', metadata });
    session.removeParticipant('ann', 'client');
  }, 100);
  await drawn(room, '.toast').finally(() => clearInterval(repeat));
});

/** A call that the control or the key F shows in full screen. */
export const FullScreen: Story = {
  ...call(),
  args: { controls: 'microphone camera layout fullscreen leave' },
};

/** The call is in a picture-in-picture window (here a frame), and the page shows a note. */
export const PictureInPicture: Story = {
  ...call(async (_services, room) => {
    const page = room.ownerDocument;
    Object.defineProperty(page.defaultView, 'documentPictureInPicture', {
      configurable: true,
      value: { window: null, requestWindow: () => Promise.resolve(frameIn(page)) },
    });
    const bar = await drawn(room, 'ffc-control-bar');
    (await drawn(bar, '[data-control=pip]')).click();
  }),
  args: { controls: 'microphone camera pip leave', people: 1 },
};

function frameIn(page: Document): Window {
  const frame = page.createElement('iframe');
  frame.title = 'The window of the call';
  frame.width = '480';
  frame.height = '400';
  frame.style.cssText = 'position:fixed;inset:auto 24px 24px auto;max-inline-size:90%';
  page.querySelector('.ffc-story-stage')?.append(frame);
  const view = frame.contentWindow;
  if (!view) throw new Error('The frame has no window.');
  view.close = () => {
    view.dispatchEvent(new Event('pagehide'));
    frame.remove();
  };
  return view;
}

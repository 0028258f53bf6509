import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { FfcRoomElement } from '../src/elements/room/room.js';
import type { MockServices } from '../src/mock/index.js';
import { call, type SceneArgs } from './room-scene.js';
import { drawn } from './support.js';

type Story = StoryObj<SceneArgs>;

/** The places of tiles, of screens and of the page's own elements in a call. */
const meta: Meta<SceneArgs> = {
  title: 'ffc-stage',
  component: 'ffc-stage',
  args: {
    people: 6,
    theme: undefined,
    controls: 'microphone camera screen layout leave',
    maxTiles: undefined,
    hideSelf: false,
  },
};
export default meta;

const share = ({ session }: MockServices, ...identities: readonly string[]): void => {
  for (const identity of identities) session.publish(identity, 'screen_share');
};

/** Waits until tiles are focusable and have buttons. That code loads after the stage. */
async function tilesAreUsable(room: FfcRoomElement): Promise<void> {
  const stage = await drawn(room, 'ffc-stage');
  await drawn(stage, 'ffc-participant-tile[tabindex] .tile-tool');
}

export const Grid: Story = call();
export const FixedGrid: Story = call(undefined, { setUp: (room) => (room.layout = 'fixed-grid') });
export const Scroll: Story = call((_services, room) => tilesAreUsable(room), {
  setUp: (room) => (room.layout = 'scroll'),
});
export const Focused: Story = call(undefined, { setUp: (room) => (room.layout = 'focused') });

/** The page chooses the side of the strip. */
export const StripAtTheTop: Story = call(
  async (services, room) => {
    share(services, 'guest1');
    await tilesAreUsable(room);
  },
  { setUp: (room) => Object.assign(room, { stripPosition: 'top', stripType: 'scroll' }) },
);

/** The other person fills the stage. The self-view is in a corner, and can be moved. */
export const OneToOne: Story = { ...call(), args: { people: 1 } };

export const SomebodyShares: Story = call((services) => share(services, 'guest1'));
export const TwoShare: Story = call((services) => share(services, 'guest1', 'guest2'));

/** The local screen has no tile, but a bar with a small picture. */
export const OwnShare: Story = call(async (_services, room) => {
  await room.setScreenShareEnabled(true);
});

/** The others see that the share is paused. */
export const OwnSharePaused: Story = call(async (_services, room) => {
  await room.setScreenShareEnabled(true);
  const stage = await drawn(room, 'ffc-stage');
  (await drawn(stage, '.share-bar .button')).click();
  await drawn(stage, '.share-bar.paused');
});

/** Somebody has paused a shared screen: its tile says so instead of a frozen picture. */
export const SharePaused: Story = call(async (services, room) => {
  share(services, 'guest1');
  services.session.setMuted('guest1', 'screen_share', true);
  const tile = await drawn(await drawn(room, 'ffc-stage'), '[source=screen_share]');
  await drawn(tile, '.paused');
});

/** The viewer has hidden the people, so that a share fills the stage. */
export const StripHidden: Story = call(async (services, room) => {
  share(services, 'guest1');
  const stage = await drawn(room, 'ffc-stage');
  const button = await drawn(stage, '.strip-switch');
  // The button is visible while the focus or the pointer is on the stage.
  button.focus();
  button.click();
  await drawn(stage, '.strip-switch[aria-pressed=true]');
});

/** A screen can be zoomed with its buttons, with the keyboard or with two fingers. */
export const ZoomedScreen: Story = call(async (services, room) => {
  share(services, 'guest1');
  const stage = await drawn(room, 'ffc-stage');
  const tile = await drawn(stage, 'ffc-participant-tile[source=screen_share]');
  // The code that handles the keys loads after the stage, together with the tools of tiles.
  await drawn(stage, '[source=screen_share] .tile-tool');
  tile.focus();
  tile.dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true, composed: true }));
});

/** An element of the page, such as a whiteboard, takes the main place. */
export const ScreenSlot: Story = call(undefined, {
  setUp(room) {
    const board = document.createElement('ol');
    board.slot = 'screen';
    board.append(
      ...['Numbers of the week', 'What we ship on Friday', 'Questions'].map((text) =>
        Object.assign(document.createElement('li'), { textContent: text }),
      ),
    );
    board.style.cssText =
      'margin:0;padding:32px 56px;background:#fff;color:#111;font:24px/1.6 serif';
    room.append(board);
  },
});

/** A button names a person who speaks out of sight, and scrolls to the tile. */
export const SpeakerOutOfSight: Story = {
  ...call(
    async ({ session }, room) => {
      await tilesAreUsable(room);
      session.setSpeaking({ guest9: 0.7 });
      await drawn(await drawn(room, 'ffc-stage'), '.far');
    },
    { setUp: (room) => (room.layout = 'scroll') },
  ),
  args: { people: 12 },
};

/** The pager names a person who speaks on another page. */
export const Pages: Story = {
  ...call(({ session }) => session.setSpeaking({ guest20: 0.7 })),
  args: { people: 24, maxTiles: 6 },
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { FfcRoomElement } from '../src/elements/room/room.js';
import type { MockServices } from '../src/mock/index.js';
import { call, type SceneArgs } from './room-scene.js';
import { drawn } from './support.js';

type Story = StoryObj<SceneArgs>;

/** Where tiles, screens and the elements of a page stand in a call. */
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

/** Resolves when tiles take the focus and have buttons, which load behind the stage. */
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

/** The strip of the others at a side of the app's choice. */
export const StripAtTheTop: Story = call(
  async (services, room) => {
    share(services, 'guest1');
    await tilesAreUsable(room);
  },
  { setUp: (room) => Object.assign(room, { stripPosition: 'top', stripType: 'scroll' }) },
);

/** The other fills the stage, and the own picture lies in a corner that it can be moved from. */
export const OneToOne: Story = { ...call(), args: { people: 1 } };

export const SomebodyShares: Story = call((services) => share(services, 'guest1'));
export const TwoShare: Story = call((services) => share(services, 'guest1', 'guest2'));

/** One's own screen is a bar with a small picture of it, and no tile. */
export const OwnShare: Story = call(async (_services, room) => {
  await room.setScreenShareEnabled(true);
});

/** A closer look at a screen, by its buttons, by the keyboard or with two fingers. */
export const ZoomedScreen: Story = call(async (services, room) => {
  share(services, 'guest1');
  const stage = await drawn(room, 'ffc-stage');
  const tile = await drawn(stage, 'ffc-participant-tile[source=screen_share]');
  // The keys are listened to by what loads behind the stage.
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

/** Somebody on another page speaks: the pager says who. */
export const Pages: Story = {
  ...call(({ session }) => session.setSpeaking({ guest20: 0.7 })),
  args: { people: 24, maxTiles: 6 },
};

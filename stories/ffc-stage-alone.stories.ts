import type { Meta } from '@storybook/web-components-vite';
import type { MockServices } from '../src/mock/index.js';
import {
  part,
  partAnatomy,
  type PartArgs,
  type PartScene,
  type PartStory as Story,
} from './part-scene.js';

const tag = 'ffc-stage';

/** A stage on a page that has a layout of its own. */
const meta: Meta<PartArgs> = { title: 'ffc-stage/By itself', component: 'ffc-stage' };
export default meta;

const share = ({ session }: MockServices): void => {
  const [first] = session.script();
  if (first) session.publish(first.identity, 'screen_share');
};
const stage = (scene: PartScene): Story => part(tag, { frame: 'stage', ...scene });

export const Anatomy: Story = partAnatomy(tag, { frame: 'stage', act: share });

export const Alone: Story = stage({ people: 0 });
export const TwoPeople: Story = stage({ people: 1 });
export const Grid: Story = stage({ people: 8, room: { layout: 'grid' } });
export const FixedGrid: Story = stage({ people: 14, room: { layout: 'fixed-grid' } });
export const Scroll: Story = stage({ people: 24, room: { layout: 'scroll' } });
export const Focused: Story = stage({ people: 6, room: { layout: 'focused' } });
export const FocusedStripOnTop: Story = stage({
  people: 6,
  room: { layout: 'focused', stripPosition: 'top' },
});
export const FocusedStripAtTheLeft: Story = stage({
  people: 6,
  room: { layout: 'focused', stripPosition: 'left' },
});
export const FocusedStripThatScrolls: Story = stage({
  people: 20,
  room: { layout: 'focused', stripType: 'scroll' },
});
export const Pages: Story = stage({ people: 48, part: { maxTiles: 9 } });
export const WithoutOneself: Story = stage({ people: 4, part: { hideSelf: true } });

/** A shared screen is large, and the people are in a strip. */
export const ScreenShare: Story = stage({ people: 4, act: share });

/** Two people share their screens at once. */
export const TwoScreens: Story = stage({
  people: 4,
  act: ({ session }) => {
    for (const { identity } of session.script().slice(0, 2)) {
      session.publish(identity, 'screen_share');
    }
  },
});

/** The viewer has pinned one person. */
export const Pinned: Story = stage({
  people: 5,
  act: (_services, room) => room.pin('guest2', 'camera'),
});

/** Two people speak at once. */
export const Speaking: Story = stage({
  people: 5,
  act: ({ session }) => session.setSpeaking({ guest1: 0.8, guest3: 0.5 }),
});

import type { Meta } from '@storybook/web-components-vite';
import { createDemoRooms } from '../src/mock/index.js';
import {
  part,
  partAnatomy,
  type PartArgs,
  type PartScene,
  type PartStory as Story,
} from './part-scene.js';
import { drawn, elementIn } from './support.js';

const tag = 'ffc-waiting';

const meta: Meta<PartArgs> = { title: 'ffc-waiting', component: 'ffc-waiting' };
export default meta;

/** A room of the viewer in which people wait for approval from the beginning. */
const list = (names: readonly string[]): PartScene => ({
  frame: 'panel',
  prepare: ({ service, waiting }) => {
    const [room] = createDemoRooms(Date.now());
    if (!room) return;
    const member = room.member && { ...room.member, appUserId: 'me' };
    service.putRoom({ ...room, member, policy: { ...room.policy, manuallyApproval: true } });
    names.forEach((appUserName, index) =>
      waiting.wait(room.id, { appUserId: `waits${index}`, appUserName }),
    );
  },
});

const two = list(['Alex Rivera', 'سارة حداد']);
const many = list(Array.from({ length: 12 }, (_, index) => `Guest ${index + 1}`));

export const Anatomy: Story = partAnatomy(tag, two);

export const TwoPeople: Story = {
  ...part(tag, two),
  async play(context) {
    await part(tag, two).play?.(context);
    await drawn(elementIn(context.canvasElement, tag), '[part~=waiting-person]');
  },
};

export const ManyPeople: Story = part(tag, many);

/** The notice over the stage. */
export const Notice: Story = {
  ...part(tag, two),
  args: { notice: true },
};

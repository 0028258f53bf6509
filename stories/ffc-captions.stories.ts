import type { Meta } from '@storybook/web-components-vite';
import type { FfcRoomElement } from '../src/elements/room/room.js';
import type { MockServices } from '../src/mock/index.js';
import { part, partAnatomy, type PartArgs, type PartStory as Story } from './part-scene.js';
import { drawn, elementIn } from './support.js';

const tag = 'ffc-captions';

const meta: Meta<PartArgs> = { title: 'ffc-captions', component: 'ffc-captions' };
export default meta;

/** Waits until the room records captions: that code loads together with the header's clock. */
const listens = (room: FfcRoomElement): Promise<HTMLElement> => drawn(room, '[part=clock]');

async function talk({ session }: MockServices, room: FfcRoomElement): Promise<void> {
  await listens(room);
  session.transcribe('guest1', 'Good morning, everybody. Can you see my screen?');
  session.transcribe('guest2', '네, 잘 보여요.');
  session.transcribe('guest1', 'Then let us begin with the new flow.');
}

export const Anatomy: Story = partAnatomy(tag, { frame: 'panel', act: talk });

export const Log: Story = {
  ...part(tag, { frame: 'panel', act: talk }),
  async play(context) {
    await part(tag, { frame: 'panel', act: talk }).play?.(context);
    await drawn(elementIn(context.canvasElement, tag), '[part~=caption]');
  },
};

export const Empty: Story = part(tag, { frame: 'panel' });

/** A sentence that is not finished yet. */
export const StillSpeaking: Story = part(tag, {
  frame: 'panel',
  act: async ({ session }, room) => {
    await listens(room);
    session.transcribe('guest1', 'What I wanted to', { isFinal: false });
  },
});

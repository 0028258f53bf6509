import type { Meta } from '@storybook/web-components-vite';
import { part, partAnatomy, type PartArgs, type PartStory as Story } from '../part-scene.js';

const tag = 'ffc-chat-button';

const meta: Meta<PartArgs> = {
  title: 'Controls/ffc-chat-button',
  component: 'ffc-chat-button',
};
export default meta;

export const Anatomy: Story = partAnatomy(tag);
export const Closed: Story = part(tag);
export const Open: Story = part(tag, { opened: true });

/** The number of messages since the chat was last open. */
export const Unread: Story = part(tag, {
  act: ({ channels }) => {
    for (const text of ['Hello!', 'Can you hear me?', 'I’ll share my screen.']) {
      channels.say(1, { appUserId: 'jun', appUserName: 'Jun Park' }, text);
    }
  },
});
export const NotInACall: Story = part(tag, { at: 'idle' });

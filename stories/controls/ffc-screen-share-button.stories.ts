import type { Meta } from '@storybook/web-components-vite';
import { part, partAnatomy, type PartArgs, type PartStory as Story } from '../part-scene.js';

const tag = 'ffc-screen-share-button';

const meta: Meta<PartArgs> = {
  title: 'Controls/ffc-screen-share-button',
  component: 'ffc-screen-share-button',
};
export default meta;

export const Anatomy: Story = partAnatomy(tag);
export const NotSharing: Story = part(tag);
export const Sharing: Story = part(tag, { opened: true });

/** The browser shows its prompt. */
export const Pending: Story = part(tag, {
  prepare: ({ session }) => void session.hold('setScreenShareEnabled'),
  opened: true,
});
export const NotInACall: Story = part(tag, { at: 'idle' });

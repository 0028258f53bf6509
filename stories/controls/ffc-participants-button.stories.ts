import type { Meta } from '@storybook/web-components-vite';
import { part, partAnatomy, type PartArgs, type PartStory as Story } from '../part-scene.js';

const tag = 'ffc-participants-button';

const meta: Meta<PartArgs> = {
  title: 'Controls/ffc-participants-button',
  component: 'ffc-participants-button',
};
export default meta;

export const Anatomy: Story = partAnatomy(tag);
export const Closed: Story = part(tag);
export const Open: Story = part(tag, { opened: true });

/** Many people are in the call. */
export const Many: Story = part(tag, { prepare: ({ session }) => void session.crowd(95) });
export const NotInACall: Story = part(tag, { at: 'idle' });

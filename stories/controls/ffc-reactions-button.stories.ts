import type { Meta } from '@storybook/web-components-vite';
import { part, partAnatomy, type PartArgs, type PartStory as Story } from '../part-scene.js';

const tag = 'ffc-reactions-button';

const meta: Meta<PartArgs> = {
  title: 'Controls/ffc-reactions-button',
  component: 'ffc-reactions-button',
};
export default meta;

export const Anatomy: Story = partAnatomy(tag);
export const Closed: Story = part(tag);
export const Open: Story = part(tag, { opened: true });
export const NotInACall: Story = part(tag, { at: 'idle' });

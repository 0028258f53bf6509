import type { Meta } from '@storybook/web-components-vite';
import { part, partAnatomy, type PartArgs, type PartStory as Story } from '../part-scene.js';

const tag = 'ffc-captions-button';

const meta: Meta<PartArgs> = {
  title: 'Controls/ffc-captions-button',
  component: 'ffc-captions-button',
};
export default meta;

export const Anatomy: Story = partAnatomy(tag);
export const Off: Story = part(tag);
export const On: Story = part(tag, { opened: true });
export const NotInACall: Story = part(tag, { at: 'idle' });

import type { Meta } from '@storybook/web-components-vite';
import { part, partAnatomy, type PartArgs, type PartStory as Story } from '../part-scene.js';

const tag = 'ffc-picture-in-picture-button';

const meta: Meta<PartArgs> = {
  title: 'Controls/ffc-picture-in-picture-button',
  component: 'ffc-picture-in-picture-button',
};
export default meta;

export const Anatomy: Story = partAnatomy(tag);
export const InThePage: Story = part(tag);
export const NotInACall: Story = part(tag, { at: 'idle' });

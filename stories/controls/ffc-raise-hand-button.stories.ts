import type { Meta } from '@storybook/web-components-vite';
import { part, partAnatomy, type PartArgs, type PartStory as Story } from '../part-scene.js';

const tag = 'ffc-raise-hand-button';

const meta: Meta<PartArgs> = {
  title: 'Controls/ffc-raise-hand-button',
  component: 'ffc-raise-hand-button',
};
export default meta;

export const Anatomy: Story = partAnatomy(tag);
export const Lowered: Story = part(tag);
export const Raised: Story = part(tag, { opened: true });
export const NotInACall: Story = part(tag, { at: 'idle' });

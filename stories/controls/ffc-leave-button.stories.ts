import type { Meta } from '@storybook/web-components-vite';
import { part, partAnatomy, type PartArgs, type PartStory as Story } from '../part-scene.js';

const tag = 'ffc-leave-button';

const meta: Meta<PartArgs> = {
  title: 'Controls/ffc-leave-button',
  component: 'ffc-leave-button',
};
export default meta;

export const Anatomy: Story = partAnatomy(tag);
export const InTheCall: Story = part(tag);
export const AfterTheCall: Story = part(tag, { opened: true });
export const NotInACall: Story = part(tag, { at: 'idle' });

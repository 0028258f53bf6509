import type { Meta } from '@storybook/web-components-vite';
import { part, partAnatomy, type PartArgs, type PartStory as Story } from '../part-scene.js';

const tag = 'ffc-layout-button';

const meta: Meta<PartArgs> = {
  title: 'Controls/ffc-layout-button',
  component: 'ffc-layout-button',
};
export default meta;

export const Anatomy: Story = partAnatomy(tag);
export const Closed: Story = part(tag);
export const Open: Story = part(tag, { opened: true });

/** The page has set a layout. */
export const Focused: Story = part(tag, { room: { layout: 'focused' }, opened: true });
export const NotInACall: Story = part(tag, { at: 'idle' });

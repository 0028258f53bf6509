import type { Meta } from '@storybook/web-components-vite';
import { part, partAnatomy, type PartArgs, type PartStory as Story } from '../part-scene.js';

const tag = 'ffc-devices-button';

const meta: Meta<PartArgs> = {
  title: 'Controls/ffc-devices-button',
  component: 'ffc-devices-button',
};
export default meta;

export const Anatomy: Story = partAnatomy(tag);
export const Closed: Story = part(tag);
export const Open: Story = part(tag, { opened: true });

/** No microphone, no camera, and no speaker. */
export const NoDevices: Story = part(tag, {
  room: { startMuted: true, startCameraOff: true },
  prepare: ({ session }) =>
    session.setDevices({ audioinput: [], videoinput: [], audiooutput: [], active: {} }),
  opened: true,
});
export const NotInACall: Story = part(tag, { at: 'idle' });

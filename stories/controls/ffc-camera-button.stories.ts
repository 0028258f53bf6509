import type { Meta } from '@storybook/web-components-vite';
import { part, partAnatomy, type PartArgs, type PartStory as Story } from '../part-scene.js';
import { failure } from '../support.js';

const tag = 'ffc-camera-button';

const meta: Meta<PartArgs> = {
  title: 'Controls/ffc-camera-button',
  component: 'ffc-camera-button',
};
export default meta;

export const Anatomy: Story = partAnatomy(tag);
export const On: Story = part(tag);
export const Off: Story = part(tag, { room: { startCameraOff: true } });
export const InThePreview: Story = part(tag, { at: 'prejoin' });

/** The session has not yet confirmed that the camera is on. */
export const Pending: Story = part(tag, {
  room: { startCameraOff: true },
  prepare: ({ session }) => void session.hold('setCameraEnabled'),
  opened: true,
});

/** Another program uses the camera. */
export const InUse: Story = part(tag, {
  prepare: ({ session }) =>
    session.failNext('setCameraEnabled', failure('device-in-use', 'device', { device: 'camera' })),
});
export const NotInACall: Story = part(tag, { at: 'idle' });

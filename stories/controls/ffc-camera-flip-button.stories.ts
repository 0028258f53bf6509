import type { Meta } from '@storybook/web-components-vite';
import { mockDevices } from '../../src/mock/devices.js';
import type { MockServices } from '../../src/mock/index.js';
import { part, partAnatomy, type PartArgs, type PartStory as Story } from '../part-scene.js';

const tag = 'ffc-camera-flip-button';

const meta: Meta<PartArgs> = {
  title: 'Controls/ffc-camera-flip-button',
  component: 'ffc-camera-flip-button',
};
export default meta;

/** A phone with a front and a back camera. Only such phones have the button. */
const prepare = ({ session }: MockServices): void =>
  session.setDevices({
    ...mockDevices,
    videoinput: [
      { id: 'front', label: 'Front camera', facing: 'front' },
      { id: 'back', label: 'Back camera', facing: 'back' },
    ],
    active: { ...mockDevices.active, videoinput: 'front' },
  });

export const Anatomy: Story = partAnatomy(tag, { prepare });
export const OnAPhone: Story = part(tag, { prepare });

/** The camera is off: there is nothing to flip. */
export const CameraOff: Story = part(tag, { prepare, room: { startCameraOff: true } });

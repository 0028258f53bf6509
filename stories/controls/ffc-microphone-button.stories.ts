import type { Meta } from '@storybook/web-components-vite';
import { part, partAnatomy, type PartArgs, type PartStory as Story } from '../part-scene.js';
import { failure } from '../support.js';

const tag = 'ffc-microphone-button';

const meta: Meta<PartArgs> = {
  title: 'Controls/ffc-microphone-button',
  component: 'ffc-microphone-button',
};
export default meta;

export const Anatomy: Story = partAnatomy(tag);
export const On: Story = part(tag);
export const Off: Story = part(tag, { room: { startMuted: true } });
export const InThePreview: Story = part(tag, { at: 'prejoin' });

/** The session has not yet confirmed that the microphone is on. */
export const Pending: Story = part(tag, {
  room: { startMuted: true },
  prepare: ({ session }) => void session.hold('setMicrophoneEnabled'),
  opened: true,
});

/** The browser has blocked the microphone. */
export const Blocked: Story = part(tag, {
  prepare: ({ session }) =>
    session.failNext(
      'setMicrophoneEnabled',
      failure('device-denied', 'device', { device: 'microphone' }),
    ),
});
export const NotInACall: Story = part(tag, { at: 'idle' });

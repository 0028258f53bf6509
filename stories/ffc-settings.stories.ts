import type { Meta } from '@storybook/web-components-vite';
import { createBackgroundBlur, createNoiseSuppression } from '../src/effects/index.js';
import { drawn } from './support.js';
import { part, partAnatomy, type PartArgs, type PartStory as Story } from './part-scene.js';

const tag = 'ffc-settings';

const meta: Meta<PartArgs> = { title: 'ffc-settings', component: 'ffc-settings' };
export default meta;

export const Anatomy: Story = partAnatomy(tag, { frame: 'panel' });
export const InACall: Story = part(tag, { frame: 'panel' });
export const BeforeTheCall: Story = part(tag, { frame: 'panel', at: 'prejoin' });

/** No microphone, no camera, and no speaker. */
export const NoDevices: Story = part(tag, {
  frame: 'panel',
  room: { startMuted: true, startCameraOff: true },
  prepare: ({ session }) =>
    session.setDevices({ audioinput: [], videoinput: [], audiooutput: [], active: {} }),
});

/** A room with effects has a switch for each. The switches are off at first. */
export const WithEffects: Story = part(tag, {
  frame: 'panel',
  room: {
    videoProcessor: createBackgroundBlur({ noPersist: true }),
    audioProcessor: createNoiseSuppression({ noPersist: true }),
  },
});

/** The person has chosen Korean on an English page. */
export const Language: Story = part(tag, {
  frame: 'panel',
  room: { lang: 'ko' },
  part: { lang: 'ko' },
  act: async (_services, room) => {
    const settings = room.parentElement?.querySelector(tag);
    if (settings) await drawn(settings, '#language');
  },
});

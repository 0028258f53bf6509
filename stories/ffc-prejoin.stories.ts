import type { Meta } from '@storybook/web-components-vite';
import { part, partAnatomy, type PartArgs, type PartStory as Story } from './part-scene.js';
import { drawn, failure } from './support.js';

const tag = 'ffc-prejoin';

/** The preview on a page that has a layout of its own. */
const meta: Meta<PartArgs> = { title: 'ffc-prejoin', component: 'ffc-prejoin' };
export default meta;

export const Anatomy: Story = partAnatomy(tag, { at: 'prejoin', frame: 'list' });
export const Preview: Story = part(tag, { at: 'prejoin', frame: 'list' });
export const CameraOff: Story = part(tag, {
  at: 'prejoin',
  frame: 'list',
  room: { startCameraOff: true },
});
export const MicrophoneOff: Story = part(tag, {
  at: 'prejoin',
  frame: 'list',
  room: { startMuted: true },
});
export const WithoutNameField: Story = part(tag, {
  at: 'prejoin',
  frame: 'list',
  room: { noNameField: true },
});

/** The browser has blocked the camera. The person can still join. */
export const CameraBlocked: Story = part(tag, {
  at: 'prejoin',
  frame: 'list',
  prepare: ({ session }) =>
    session.failNext('setCameraEnabled', failure('device-denied', 'device', { device: 'camera' })),
});

/** The camera has not started yet. */
export const CameraStarting: Story = part(tag, {
  at: 'prejoin',
  frame: 'list',
  prepare: ({ session }) => void session.hold('setCameraEnabled'),
});

/** Two people are in the room already. */
export const PeopleInside: Story = part(tag, {
  at: 'prejoin',
  frame: 'list',
  prepare: ({ channels }) => {
    for (const name of ['Jun Park', '이서준', 'Kwame Mensah']) {
      const user = { appUserId: name, appUserName: name };
      channels.say(1, user, 'Hi', { silent: true });
    }
  },
  act: async (_services, room) => {
    const prejoin = room.parentElement?.querySelector(tag);
    if (prejoin) await drawn(prejoin, '[part=who-is-here] span');
  },
});

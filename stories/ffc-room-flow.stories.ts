import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { VideoRoom } from '../src/headless.js';
import { createDemoRooms } from '../src/mock/index.js';
import { call, scene, type SceneArgs } from './room-scene.js';
import { elementIn, roomState } from './support.js';

type Story = StoryObj<SceneArgs>;

/** Calls that need a host's approval, and calls with observers. */
const meta: Meta<SceneArgs> = {
  title: 'ffc-room/Flow',
  component: 'ffc-room',
  args: { people: 3 },
  // The stories of `ffc-room` have the docs page of the element.
  tags: ['!autodocs'],
};
export default meta;

/** A room that people enter with a host's approval. The viewer or somebody else owns it. */
const guarded = (owner: string): VideoRoom => {
  const [room] = createDemoRooms(Date.now());
  if (!room) throw new Error('There is no demo room.');
  const member = room.member && { ...room.member, appUserId: owner };
  return { ...room, member, policy: { ...room.policy, manuallyApproval: true } };
};

/** The host has been asked to admit the person. */
export const WaitingForTheHost: Story = {
  render: scene({ autoJoin: true, prepare: ({ service }) => service.putRoom(guarded('host')) }),
};

/** The host has refused the person. */
export const NotLetIn: Story = {
  render: scene({
    autoJoin: true,
    prepare: ({ service }) => {
      service.putRoom(guarded('host'));
      service.decide(1, 'refuse');
    },
  }),
};

/** The person observes the call: they see the others, and have no camera and no microphone. */
export const Observer: Story = call(undefined, { observer: true });

/** The host's view of the observers in a call. */
export const ObserversAreThere: Story = {
  render: scene({
    autoJoin: true,
    prepare: ({ session }) => {
      const customData = { observer: true };
      session.setLocal({
        identity: 'me',
        metadata: { appUserId: 'me', appUserName: 'Mina', channelMemberType: 'OPERATOR' },
      });
      session.addParticipant({
        identity: 'alex',
        metadata: { appUserId: 'alex', appUserName: 'Alex Rivera', customData },
        camera: false,
        microphone: false,
      });
    },
  }),
  async play({ canvasElement }) {
    await roomState(canvasElement, 'connected');
    await elementIn(canvasElement, 'ffc-room').openPanel('participants');
  },
};

/** The host's view of the people who wait; a person who is admitted joins. */
export const PeopleWait: Story = {
  ...call(
    async ({ waiting }) => {
      waiting.wait(1, { appUserId: 'alex', appUserName: 'Alex Rivera' });
      waiting.wait(1, { appUserId: 'sara', appUserName: 'سارة حداد' });
      await Promise.resolve();
    },
    {
      prepare: ({ service, session }) => {
        service.putRoom(guarded('me'));
        session.setLocal({
          identity: 'me',
          name: 'Mina',
          metadata: { appUserId: 'me', appUserName: 'Mina', channelMemberType: 'OPERATOR' },
        });
      },
    },
  ),
};

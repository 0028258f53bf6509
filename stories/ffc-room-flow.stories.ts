import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { VideoRoom } from '../src/headless.js';
import { createDemoRooms } from '../src/mock/index.js';
import { call, scene, type SceneArgs } from './room-scene.js';
import { elementIn, roomState } from './support.js';

type Story = StoryObj<SceneArgs>;

/** Ways into a call on which a host decides, or nobody is seen. */
const meta: Meta<SceneArgs> = {
  title: 'ffc-room/Flow',
  component: 'ffc-room',
  args: {
    people: 3,
    theme: undefined,
    controls: '',
    maxTiles: undefined,
    hideSelf: false,
  },
};
export default meta;

/** A room whose host lets people in: of somebody else, or of the viewer. */
const guarded = (owner: string): VideoRoom => {
  const [room] = createDemoRooms(Date.now());
  if (!room) throw new Error('There is no demo room.');
  const member = room.member && { ...room.member, appUserId: owner };
  return { ...room, member, policy: { ...room.policy, manuallyApproval: true } };
};

/** A host was asked to let the person in. */
export const WaitingForTheHost: Story = {
  render: scene({ autoJoin: true, prepare: ({ service }) => service.putRoom(guarded('host')) }),
};

/** The host did not. */
export const NotLetIn: Story = {
  render: scene({
    autoJoin: true,
    prepare: ({ service }) => {
      service.putRoom(guarded('host'));
      service.decide(1, 'refuse');
    },
  }),
};

/** The person only watches: there is no camera, and the stage has the others. */
export const Observer: Story = call(undefined, { observer: true });

/** What a host reads of those who only watch. */
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

/** What the host sees: whoever is let in joins. */
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

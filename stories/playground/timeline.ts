import type { MockServices } from '../../src/mock/index.js';

/** One event in the scripted call. */
export interface TimelineStep {
  readonly name: string;
  /** Milliseconds until the next step while the timeline plays. Default 2000. */
  readonly stays?: number;
  readonly do: (services: MockServices) => void | Promise<void>;
}

const jun = { appUserId: 'jun', appUserName: 'Jun Park' };
const signal = ({ session }: MockServices, identity: string, message: object): void =>
  session.receive(identity, 'ffc.signal', JSON.stringify(message));

/**
 * A call with all the events that a designer has to see, for any number of people. Step 0 is the
 * beginning of the call. Each step builds on the previous ones.
 */
export const timeline: readonly TimelineStep[] = [
  { name: 'The call begins', do: () => {} },
  {
    name: 'Jun joins',
    do: ({ session }) =>
      void session.addParticipant({
        identity: 'jun',
        name: 'Jun Park',
        metadata: { ...jun, channelMemberType: 'MEMBER' },
      }),
  },
  { name: 'Jun speaks', do: ({ session }) => session.setSpeaking({ jun: 0.8 }) },
  {
    name: 'Sara joins, without a camera',
    do: ({ session }) =>
      void session.addParticipant({ identity: 'sara', name: 'سارة حداد', camera: 'muted' }),
  },
  { name: 'Both speak', do: ({ session }) => session.setSpeaking({ jun: 0.4, sara: 0.8 }) },
  {
    name: 'Sara raises a hand',
    do: (services) => signal(services, 'sara', { type: 'hand', raised: true, order: 1 }),
  },
  {
    name: 'Jun mutes',
    do: ({ session }) => {
      session.setSpeaking({});
      session.setMuted('jun', 'microphone', true);
    },
  },
  {
    name: 'Jun writes',
    do: ({ channels }) => void channels.say(1, jun, 'The new flow: https://figma.example/flow'),
  },
  {
    name: 'Sara lowers the hand, and shares a screen',
    stays: 4000,
    do: (services) => {
      signal(services, 'sara', { type: 'hand', raised: false });
      services.session.publish('sara', 'screen_share');
    },
  },
  { name: 'Jun’s network gets bad', do: ({ session }) => session.setQuality('jun', 'poor') },
  { name: 'Jun’s picture stands still', do: ({ session }) => session.stallTrack('jun', 'camera') },
  {
    name: 'Jun’s network is back',
    do: ({ session }) => {
      session.stallTrack('jun', 'camera', false);
      session.setQuality('jun', 'excellent');
    },
  },
  { name: 'The share ends', do: ({ session }) => session.unpublish('sara', 'screen_share') },
  { name: 'Signalling is lost', stays: 3000, do: ({ session }) => session.reconnect('signal') },
  { name: 'It is back', do: ({ session }) => session.restore() },
  { name: 'The connection is lost', stays: 3000, do: ({ session }) => session.reconnect('full') },
  { name: 'It is back again', do: ({ session }) => session.restore() },
  { name: 'The browser blocks sound', do: ({ session }) => session.blockAudio() },
  { name: 'Sound is back', do: ({ session }) => session.startAudio() },
  { name: 'Jun leaves', do: ({ session }) => session.removeParticipant('jun') },
  { name: 'The viewer is removed', do: ({ session }) => session.end('removed') },
];

export const lastStep = timeline.length - 1;

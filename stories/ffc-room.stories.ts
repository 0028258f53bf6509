import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { anatomy } from './frame/anatomy.js';
import { call, scene, type SceneArgs } from './room-scene.js';
import type { RtcCheckOptions } from '../src/rtc/check.js';
import { drawn, elementIn, failure, roomState } from './support.js';

type Story = StoryObj<SceneArgs>;

const meta: Meta<SceneArgs> = {
  title: 'ffc-room',
  component: 'ffc-room',
  args: { people: 4, controls: 'microphone camera screen chat layout devices leave' },
  argTypes: {
    people: { control: { type: 'range', min: 0, max: 48 }, description: 'The others in the room' },
  },
};
export default meta;

export const Anatomy: Story = {
  ...call(),
  render: (args) => anatomy('ffc-room', scene({ autoJoin: true })(args)),
};

/** No room has been chosen yet. */
export const Idle: Story = { render: scene({ roomId: '' }) };

/** The message to a page's author who forgot the service's address. */
export const MissingEndpoint: Story = {
  render: () => html`<div class="ffc-story-stage"><ffc-room room-id="1"></ffc-room></div>`,
};

export const Loading: Story = {
  render: scene({ prepare: ({ service }) => void service.hold('getRoom') }),
};

/** A room before its scheduled time. */
export const Scheduled: Story = { render: scene({ roomId: '4' }) };

export const Password: Story = { render: scene({ roomId: '3' }) };

export const PasswordRejected: Story = {
  render: scene({ roomId: '3' }),
  async play({ canvasElement }) {
    await roomState(canvasElement, 'password');
    await elementIn(canvasElement, 'ffc-room')
      .join({ password: 'not this one' })
      .catch(() => {});
  },
};

export const Prejoin: Story = { render: scene({}) };

/** The level meter follows the voice, and the connection check names what fails. */
export const PrejoinTests: Story = {
  render: scene({
    prepare: (services) => {
      services.session.setVoice(0.4);
      Object.assign(services, {
        checkConnection: ({ onResult }: RtcCheckOptions) => {
          onResult('signalling', 'passed');
          onResult('media', 'failed');
          return Promise.resolve();
        },
      });
    },
  }),
  async play({ canvasElement }) {
    const room = elementIn(canvasElement, 'ffc-room');
    await roomState(canvasElement, 'prejoin');
    const prejoin = await drawn(room, 'ffc-prejoin');
    (await drawn(prejoin, '.check button')).click();
    await drawn(prejoin, '.check .failed');
  },
};

export const PrejoinWithoutPreview: Story = { render: scene({ noPrejoin: true }) };

export const PrejoinCameraDenied: Story = {
  render: scene({
    prepare: ({ session }) =>
      session.failNext(
        'setCameraEnabled',
        failure('device-denied', 'device', { device: 'camera' }),
      ),
  }),
};

export const PrejoinNoDevices: Story = {
  render: scene({
    prepare({ session }) {
      session.setDevices({ audioinput: [], videoinput: [], audiooutput: [], active: {} });
      session.failNext(
        'setCameraEnabled',
        failure('device-not-found', 'device', { device: 'camera' }),
      );
      session.failNext(
        'setMicrophoneEnabled',
        failure('device-not-found', 'device', { device: 'microphone' }),
      );
    },
  }),
};

export const Connecting: Story = {
  render: scene({ autoJoin: true, prepare: ({ session }) => void session.hold('connect') }),
};

/** The control `people` sets the number of people. */
export const Connected: Story = call(({ session }) => session.setSpeaking({ guest1: 0.7 }));

export const Alone: Story = { ...call(), args: { people: 0 } };
export const TwoPeople: Story = { ...call(), args: { people: 1 } };
export const FivePeople: Story = { ...call(), args: { people: 4 } };
export const TwentyFivePeople: Story = { ...call(), args: { people: 24 } };

export const ScreenShare: Story = call(({ session }) => {
  const [first] = session.script();
  if (first) session.publish(first.identity, 'screen_share');
});

/** The menu of a tile, with the actions on its participant. */
export const TileMenu: Story = {
  ...call(),
  async play(context) {
    await call().play?.(context);
    const stage = await drawn(elementIn(context.canvasElement, 'ffc-room'), 'ffc-stage');
    (await drawn(stage, '.tile-tool')).click();
    await drawn(stage, '.menu.placed');
  },
};

export const SoundBlocked: Story = call(({ session }) => session.blockAudio());

export const ReconnectingSignal: Story = call(({ session }) => session.reconnect('signal'));
export const ReconnectingFull: Story = call(({ session }) => session.reconnect('full'));

export const Left: Story = {
  ...call(),
  async play({ canvasElement }) {
    await roomState(canvasElement, 'connected');
    await elementIn(canvasElement, 'ffc-room').leave();
  },
};

/** After a call the app asks how it was. */
export const AfterCall: Story = {
  ...Left,
  render: scene({
    autoJoin: true,
    setUp(room) {
      const question = document.createElement('p');
      question.slot = 'after-call';
      question.append('How was the call? ');
      for (const answer of ['Good', 'Not so good']) {
        question.append(
          Object.assign(document.createElement('button'), { textContent: answer }),
          ' ',
        );
      }
      room.append(question);
    },
  }),
};

export const Ended: Story = call(({ session }) => session.end('room-ended'));
export const OpenedElsewhere: Story = call(({ session }) => session.end('duplicate-identity'));
export const Removed: Story = call(({ session }) => session.end('removed'));
export const ConnectionLost: Story = call(({ session }) => session.end('connection-lost'));

export const RoomNotFound: Story = { render: scene({ roomId: '404' }) };

export const ServiceUnreachable: Story = {
  render: scene({
    prepare: ({ service }) =>
      service.failNext('getRoom', failure('network', 'api', { retryable: true })),
  }),
};

export const BroadcastCannotBeJoined: Story = { render: scene({ roomId: '6' }) };

/** The picture at the top of README. */
export const PictureOfACall: Story = {
  ...call(async ({ session, channels }, room) => {
    session.setSpeaking({ guest1: 0.7 });
    const say = (appUserName: string, text: string): void =>
      void channels.say(1, { appUserId: appUserName, appUserName }, text);
    say('Jun Park', 'The new flow is here: https://figma.example/flow');
    say('Noor Haddad', 'I’ll look at it now.');
    await room.openPanel('chat');
  }),
  args: {
    people: 5,
    'call-theme': 'inherit',
    controls: 'microphone camera screen chat participants hand layout settings leave',
  },
};

/** A minute of a call: people join, speak, mute, share, lose their connection, and leave. */
export const ScriptedCall: Story = {
  ...call(({ session }) =>
    session.play([
      { at: 500, do: (s) => s.addParticipant({ identity: 'jun', name: 'Jun Park' }) },
      { at: 1500, do: (s) => s.setSpeaking({ jun: 0.8 }) },
      {
        at: 3000,
        do: (s) => s.addParticipant({ identity: 'sara', name: 'سارة حداد', camera: 'muted' }),
      },
      { at: 4000, do: (s) => s.setSpeaking({ sara: 0.6 }) },
      { at: 6000, do: (s) => s.setMuted('jun', 'microphone', true) },
      { at: 8000, do: (s) => s.publish('sara', 'screen_share') },
      { at: 12000, do: (s) => s.setQuality('jun', 'poor') },
      { at: 14000, do: (s) => s.reconnect('signal') },
      { at: 17000, do: (s) => s.restore() },
      { at: 20000, do: (s) => s.unpublish('sara', 'screen_share') },
      { at: 24000, do: (s) => s.removeParticipant('jun') },
    ]),
  ),
  args: { people: 1 },
  // The script outlasts any test of the story, so it runs only when a person opens the story.
  tags: ['!test'],
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { createMockServices, type MockServices, type MockParticipant } from '../src/mock/index.js';
import { anatomy } from './frame/anatomy.js';
import { roomState } from './support.js';

interface Args {
  readonly name: string;
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly speaking: boolean;
  readonly quality: 'excellent' | 'good' | 'poor' | 'lost';
}

type Story = StoryObj<Args>;

/** Renders a tile, and beside it the hidden room from which it gets its participant. */
function tile(
  more: Partial<MockParticipant> = {},
  act?: (services: MockServices) => void,
  source: 'camera' | 'screen_share' = 'camera',
) {
  return (args: Args): TemplateResult => {
    const services = createMockServices();
    services.session.addParticipant({
      identity: 'jun',
      name: args.name,
      camera: args.camera || 'muted',
      microphone: args.microphone || 'muted',
      quality: args.quality,
      ...more,
    });
    const room = document.createElement('ffc-room');
    room.id = 'story-room';
    room.services = services;
    room.autoJoin = true;
    room.startCameraOff = true;
    room.startMuted = true;
    room.hidden = true;
    room.roomId = '1';
    room.addEventListener('ffc-state-change', ({ state }) => {
      if (state !== 'connected') return;
      if (args.speaking) services.session.setSpeaking({ jun: 0.7 });
      act?.(services);
    });
    return html`${room}
      <div class="ffc-story-tile">
        <ffc-participant-tile
          for="story-room"
          identity="jun"
          source=${source}
        ></ffc-participant-tile>
      </div>`;
  };
}

const meta: Meta<Args> = {
  title: 'ffc-participant-tile',
  component: 'ffc-participant-tile',
  args: {
    name: 'Jun Park',
    camera: true,
    microphone: true,
    speaking: false,
    quality: 'excellent',
  },
  argTypes: {
    quality: { control: 'inline-radio', options: ['excellent', 'good', 'poor', 'lost'] },
  },
  render: tile(),
  play: ({ canvasElement }) => roomState(canvasElement, 'connected'),
};
export default meta;

export const Anatomy: Story = {
  args: { microphone: false, speaking: true },
  render: (args) => anatomy('ffc-participant-tile', tile()(args)),
};

export const Camera: Story = {};
export const CameraOff: Story = { args: { camera: false } };
export const MicrophoneOff: Story = { args: { microphone: false } };
export const Speaking: Story = { args: { speaking: true } };
export const PoorConnection: Story = { args: { quality: 'poor' } };
export const ConnectionLost: Story = { args: { quality: 'lost', camera: false } };
export const ScreenShare: Story = {
  render: tile({ screenShare: true }, undefined, 'screen_share'),
};

export const LongName: Story = {
  args: { name: 'Hubert Blaine Wolfeschlegelsteinhausenbergerdorff, Senior', microphone: false },
};

export const NotLatin: Story = { args: { name: '김미나 · سارة', camera: false } };

/** The metadata hold markup, which the tile must show as text. */
export const HostileName: Story = {
  args: { camera: false },
  render: tile({ metadata: { appUserName: '<img src=x onerror=alert(1)>' } }),
};

export const MetadataThatIsNotJson: Story = {
  args: { camera: false },
  render: tile({ metadata: '{"appUserName": ' }),
};

/** The room has no participant with the tile's identity. */
export const NobodyThere: Story = {
  render: tile({}, ({ session }) => session.removeParticipant('jun')),
};

/** The page has no element with the id in `for`. */
export const NoSuchRoom: Story = {
  render: () =>
    html`<div class="ffc-story-tile">
      <ffc-participant-tile for="nowhere" identity="jun"></ffc-participant-tile>
    </div>`,
  play: () => {},
};

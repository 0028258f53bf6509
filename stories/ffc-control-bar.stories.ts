import type { Meta } from '@storybook/web-components-vite';
import {
  part,
  partAnatomy,
  type PartArgs,
  type PartScene,
  type PartStory as Story,
} from './part-scene.js';
import { drawn, elementIn } from './support.js';

const tag = 'ffc-control-bar';
const all =
  'microphone camera screen chat participants hand reactions captions layout devices settings fullscreen more leave';

const meta: Meta<PartArgs> = { title: 'ffc-control-bar', component: 'ffc-control-bar' };
export default meta;

const bar = (scene: PartScene): Story => part(tag, scene);

export const Anatomy: Story = partAnatomy(tag);
export const Default: Story = bar({});
export const AllControls: Story = { ...bar({}), args: { controls: all } };
export const MicrophoneAndLeave: Story = { ...bar({}), args: { controls: 'microphone leave' } };
export const EverythingOff: Story = bar({ room: { startMuted: true, startCameraOff: true } });
export const NotInACall: Story = bar({ at: 'idle' });

/** A host leaves alone, or ends the call for everyone. Only some apps can do that. */
export const EndForEveryone: Story = {
  ...bar({ service: { canEndRooms: true } }),
  async play(context) {
    await bar({}).play?.(context);
    const element = elementIn(context.canvasElement, tag);
    (await drawn(element, '[data-control=leave-choice]')).click();
    await drawn(element, '.person-menu .menu.placed');
  },
};

/** The page adds content before the buttons and after them. */
export const WithSlots: Story = {
  ...bar({}),
  async play(context) {
    await bar({}).play?.(context);
    const element = elementIn(context.canvasElement, tag);
    for (const [slot, text] of [
      ['start', 'Before'],
      ['end', 'After'],
    ] as const) {
      const own = document.createElement('span');
      own.slot = slot;
      own.textContent = text;
      element.append(own);
    }
  },
};

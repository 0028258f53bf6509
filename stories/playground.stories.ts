import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { useArgs } from 'storybook/preview-api';
import { playground, type PlaygroundState, type StoryPlayground } from './playground/playground.js';
import { lastStep } from './playground/timeline.js';

/** A scripted call with all events, to play, pause, step through and link to. */
const meta: Meta<PlaygroundState> = {
  title: 'Playground',
  tags: ['!autodocs'],
  args: { people: 5, at: 0, playing: false },
  argTypes: {
    people: { control: { type: 'range', min: 1, max: 100 }, description: 'The others in the call' },
    at: { control: { type: 'range', min: 0, max: lastStep }, description: 'What happened last' },
    playing: { control: 'boolean', description: 'Whether the timeline goes on by itself' },
  },
};
export default meta;

export const Call: StoryObj<PlaygroundState> = {
  render: function PlaygroundOfArgs(args) {
    const [, updateArgs] = useArgs<PlaygroundState>();
    return playground(args, (state) => updateArgs({ ...state }));
  },
  async play({ canvasElement }) {
    await canvasElement.querySelector<StoryPlayground>('story-playground')?.ready;
  },
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { themingPage } from './theming/theming-page.js';
import { stateOf } from './support.js';

/** A page to design a theme without code. */
const meta: Meta = { title: 'Theming', tags: ['!autodocs'] };
export default meta;

/** A field for each token, beside elements that follow it. */
export const Tokens: StoryObj = {
  render: () => themingPage(),
  async play({ canvasElement }) {
    const page = canvasElement.querySelector('story-theming');
    const call = page?.shadowRoot?.querySelector<HTMLElementTagNameMap['ffc-room']>('.call');
    if (call) await stateOf(call, 'connected');
  },
};

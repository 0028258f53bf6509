import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/commands.js';
import { createMockServices } from '../src/mock/index.js';
import { roomState } from './support.js';

/** The page's own buttons control a room with `data-ffc-command`. */
const meta: Meta = { title: 'Buttons of a page' };
export default meta;

export const InACall: StoryObj = {
  render: () => {
    const services = createMockServices({ session: { local: { identity: 'me', name: 'Mina' } } });
    services.session.crowd(2);
    const room = document.createElement('ffc-room');
    Object.assign(room, {
      id: 'driven',
      services,
      noPersist: true,
      autoJoin: true,
      controls: 'leave',
      roomId: '1',
    });
    return html`
      <p style="display:flex;flex-wrap:wrap;gap:8px;margin:16px">
        ${[
          ['toggle-microphone', 'Microphone'],
          ['toggle-camera', 'Camera'],
          ['toggle-screen-share', 'Share'],
          ['toggle-raise-hand', 'Hand'],
          ['toggle-chat', 'Chat'],
          ['leave', 'Leave'],
        ].map(
          ([command, label]) =>
            html`<button type="button" data-ffc-command=${command ?? ''} data-ffc-for="driven">
              ${label}
            </button>`,
        )}
      </p>
      <div class="ffc-story-stage">${room}</div>
    `;
  },
  async play({ canvasElement }) {
    await roomState(canvasElement, 'connected');
  },
};

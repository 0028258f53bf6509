import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { createDemoRooms, createMockService, type MockService } from '../src/mock/index.js';
import { anatomy } from './frame/anatomy.js';
import { drawn, elementIn, failure } from './support.js';

/** The attributes of the list: see `frame/attribute-decorator.ts`. */
type Args = Readonly<Record<string, unknown>>;

type Story = StoryObj<Args>;

function list(
  prepare?: (service: MockService) => void,
  options?: Parameters<typeof createMockService>[0],
  width: 'list' | 'narrow' | 'wide' = 'list',
) {
  return (): TemplateResult => {
    const service = createMockService(options);
    prepare?.(service);
    return html`<div class="ffc-story-${width}">
      <ffc-room-list .services=${{ rooms: service }}></ffc-room-list>
    </div>`;
  };
}

const meta: Meta<Args> = {
  title: 'ffc-room-list',
  component: 'ffc-room-list',
  render: list(),
};
export default meta;

export const Anatomy: Story = { render: () => anatomy('ffc-room-list', list()()) };

export const Rooms: Story = {};

/** A wide list has rows. */
export const Rows: Story = { render: list(undefined, undefined, 'wide') };

/** A narrow one has cards. */
export const Cards: Story = { render: list(undefined, undefined, 'narrow') };

export const Readonly: Story = { args: { readonly: true } };
export const Pages: Story = { args: { 'page-size': 3 } };
export const NothingFound: Story = { args: { keyword: 'no such room' } };
export const Empty: Story = { render: list(undefined, { rooms: [] }) };
export const EmptyReadonly: Story = {
  args: { readonly: true },
  render: list(undefined, { rooms: [] }),
};

/** Opens a dialog, once its button is there. */
function dialog(button: string): NonNullable<Story['play']> {
  return async ({ canvasElement }) => {
    const element = elementIn(canvasElement, 'ffc-room-list');
    (await drawn(element, button)).click();
    await drawn(element, 'dialog[open] form');
  };
}

export const NewRoom: Story = { play: dialog('[part=create-button]') };
export const EditRoom: Story = { play: dialog('#room-2 [name=edit]') };

/** A room with a password: it can be changed, and taken away. */
export const ChangePassword: Story = { play: dialog('#room-3 [name=edit]') };
export const DeleteRoom: Story = { play: dialog('#room-2 [name=delete]') };

export const Loading: Story = { render: list((service) => void service.hold('listRooms')) };

export const Failed: Story = {
  render: list((service) =>
    service.failNext('listRooms', failure('network', 'api', { retryable: true })),
  ),
};

export const TokenRejected: Story = {
  render: list((service) => service.failNext('listRooms', failure('token-rejected', 'token'))),
};

/** The message to a page's author who forgot the service's address. */
export const MissingEndpoint: Story = {
  render: () => html`<div class="ffc-story-list"><ffc-room-list></ffc-room-list></div>`,
};

/** Titles and states that are invalid or malicious, but may be received. */
export const Hostile: Story = {
  render: list((service) => {
    const [first] = createDemoRooms(Date.now());
    if (!first) return;
    const titles = ['<img src=x onerror=alert(1)>', 'A'.repeat(4000), '\u202Egnirts desrever', ''];
    titles.forEach((title, index) =>
      service.putRoom({ ...first, id: 100 + index, title, videoRoomState: 'SOMETHING_NEW' }),
    );
  }),
};

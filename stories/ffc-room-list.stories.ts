import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { createDemoRooms, createMockService, type MockService } from '../src/mock/index.js';
import type { ListServices } from '../src/state/list-types.js';
import { anatomy } from './frame/anatomy.js';
import { clickFor, listScene } from './room-list-scene.js';
import { drawn, elementIn, failure } from './support.js';

/** The attributes of the list: see `frame/attribute-decorator.ts`. */
type Args = Readonly<Record<string, unknown>>;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;
type Width = 'list' | 'narrow' | 'wide';

const inviteUrl = 'https://app.example/rooms/{id}';

const shown = (services: ListServices, width: Width = 'list'): TemplateResult =>
  html`<div class="ffc-story-${width}">
    <ffc-room-list .services=${services} invite-url=${inviteUrl}></ffc-room-list>
  </div>`;

/** Renders a list with rooms of each kind, and with people in the live ones. */
const busy = (width?: Width, prepare?: (service: MockService) => void) => (): TemplateResult =>
  shown(listScene(prepare), width);

/** Renders a list whose service does not know the people in its rooms. */
function plain(
  prepare?: (service: MockService) => void,
  options?: Parameters<typeof createMockService>[0],
) {
  return (): TemplateResult => {
    const service = createMockService(options);
    prepare?.(service);
    return shown({ rooms: service });
  };
}

/** Waits until the list renders an element that the selector finds. */
const until =
  (selector: string): Play =>
  async ({ canvasElement }) => {
    await drawn(elementIn(canvasElement, 'ffc-room-list'), selector);
  };

/** Waits for a button, clicks it, and waits for the result. */
const click =
  (button: string, result: string): Play =>
  async ({ canvasElement }) => {
    await clickFor(canvasElement, button, result);
  };

const meta: Meta<Args> = {
  title: 'ffc-room-list',
  component: 'ffc-room-list',
  render: busy(),
  play: until('[part=faces]'),
};
export default meta;

export const Anatomy: Story = {
  render: () => anatomy('ffc-room-list', busy()()),
  play: () => Promise.resolve(),
};

/** Live rooms come first, with the faces of the people in them. */
export const Rooms: Story = {};

/** A wide list has rows. */
export const Rows: Story = { render: busy('wide') };

/** A narrow list has cards. */
export const Cards: Story = { render: busy('narrow') };

/** A room that starts within the hour has a countdown. */
export const Countdown: Story = {
  args: { 'room-state': 'scheduled' },
  play: until('.countdown'),
};

/** A badge marks the room that is open in the element that `for` names. */
export const CurrentRoom: Story = {
  render: () => {
    const target = Object.assign(document.createElement('div'), {
      roomId: '1',
      state: 'connected',
    });
    return html`<div class="ffc-story-wide">
      <ffc-room-list
        .services=${listScene()}
        .forElement=${target}
        invite-url=${inviteUrl}
      ></ffc-room-list>
    </div>`;
  },
  play: until('[part=current]'),
};

/** A note appears in the row, and screen readers announce it. */
export const LinkNotCopied: Story = {
  async play({ canvasElement }) {
    const list = elementIn(canvasElement, 'ffc-room-list');
    const button = await drawn(list, '[name=copy]');
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: () => Promise.reject(new Error('The browser refuses.')) },
    });
    button.click();
    await drawn(list, '[part=not-copied]');
    Reflect.deleteProperty(navigator, 'clipboard');
  },
};

export const Readonly: Story = { args: { readonly: true } };

/** The first page also has the live rooms of the other pages. */
export const Pages: Story = { args: { 'page-size': 3 } };

const showFilters = click('[part=filter-button]', '[part=filters]');

export const Filters: Story = { play: showFilters };

/** Two filters are chosen. */
export const FiltersChosen: Story = {
  async play(context) {
    await showFilters(context);
    const list = elementIn(context.canvasElement, 'ffc-room-list');
    for (const [index, value] of [
      [0, 'VIDEO_CONFERENCE'],
      [1, 'MEMBER'],
    ] as const) {
      const select = list.shadowRoot?.querySelectorAll('[part=filters] select')[index];
      if (!(select instanceof HTMLSelectElement)) continue;
      select.value = value;
      select.dispatchEvent(new Event('change'));
    }
    await drawn(list, '[data-chosen="2"]');
  },
};

export const NothingFound: Story = { args: { keyword: 'no such room' }, play: until('.blank') };
export const Empty: Story = { render: plain(undefined, { rooms: [] }), play: until('.blank') };
export const EmptyReadonly: Story = {
  args: { readonly: true },
  render: plain(undefined, { rooms: [] }),
  play: until('.blank'),
};

const form = 'dialog[open] form';

export const NewRoom: Story = { play: click('[part=create-button]', form) };

export const NewRoomAllFields: Story = {
  async play({ canvasElement }) {
    const found = await clickFor(canvasElement, '[part=create-button]', form);
    for (const details of found.querySelectorAll('details')) details.open = true;
  },
};

/** The service does not allow the member to create rooms. */
export const NewRoomForbidden: Story = {
  render: busy('list', (service) => service.failNext('createRoom', failure('forbidden', 'api'))),
  async play({ canvasElement }) {
    const found = await clickFor(canvasElement, '[part=create-button]', form);
    const title = found.querySelector('input');
    if (title) title.value = 'Sprint planning';
    (found as HTMLFormElement).requestSubmit();
    await drawn(elementIn(canvasElement, 'ffc-room-list'), '[part=dialog-error]');
  },
};

export const EditRoom: Story = { render: plain(), play: click('#room-2 [name=edit]', form) };

/** The person can change or remove the password of a room. */
export const ChangePassword: Story = { render: plain(), play: click('#room-3 [name=edit]', form) };
export const DeleteRoom: Story = { render: plain(), play: click('#room-2 [name=delete]', form) };

export const Loading: Story = {
  render: plain((service) => void service.hold('listRooms')),
  play: until('[part=skeleton]'),
};

export const Failed: Story = {
  render: plain((service) =>
    service.failNext('listRooms', failure('server-error', 'api', { retryable: true })),
  ),
  play: until('.blank'),
};

export const Offline: Story = {
  render: plain((service) =>
    service.failNext('listRooms', failure('network', 'api', { retryable: true })),
  ),
  play: until('.blank'),
};

/** After a failed refresh the loaded rooms stay, with a note. */
export const OutOfDate: Story = {
  async play({ canvasElement }) {
    const list = elementIn(canvasElement, 'ffc-room-list');
    await drawn(list, '[part=faces]');
    const rooms = list.services?.rooms as MockService;
    rooms.failNext('listRooms', failure('network', 'api', { retryable: true }));
    await list.refresh().catch(() => {});
    await drawn(list, '[part=note]');
  },
};

export const TokenRejected: Story = {
  render: plain((service) => service.failNext('listRooms', failure('token-rejected', 'token'))),
  play: until('.blank'),
};

/** The message to a page's author who forgot the service's address. */
export const MissingEndpoint: Story = {
  render: () => html`<div class="ffc-story-list"><ffc-room-list></ffc-room-list></div>`,
  play: until('.blank'),
};

/** Invalid and malicious titles and states, which a service may still send. */
export const Hostile: Story = {
  render: plain((service) => {
    const [first] = createDemoRooms(Date.now());
    if (!first) return;
    const titles = ['<img src=x onerror=alert(1)>', 'A'.repeat(4000), '\u202Egnirts desrever', ''];
    titles.forEach((title, index) =>
      service.putRoom({ ...first, id: 100 + index, title, videoRoomState: 'SOMETHING_NEW' }),
    );
  }),
  play: until('#room-103'),
};

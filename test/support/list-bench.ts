import '../../src/define/ffc-room-list.js';
import type { VideoRoom } from '../../src/api/types.js';
import { FfcError, type FfcErrorInit } from '../../src/core/errors.js';
import type { FfcRoomListElement } from '../../src/elements/room-list/room-list.js';
import { createDemoRooms } from '../../src/mock/demo-rooms.js';
import { createMockService, type MockService } from '../../src/mock/service.js';
import { eventually } from './element-suite.js';

/** A list with an in-memory service. */
export interface ListBench {
  readonly list: FfcRoomListElement;
  readonly service: MockService;
  readonly root: ShadowRoot;
}

export interface ListBenchOptions {
  readonly service?: MockService;
  /** Set on the element before it is connected. */
  readonly properties?: Partial<FfcRoomListElement>;
}

const elements: Element[] = [];
afterEach(() => {
  for (const element of elements.splice(0)) element.remove();
});

/** Puts an element on the page until the test is over. */
export function show<E extends Element>(element: E): E {
  elements.push(element);
  document.body.append(element);
  return element;
}

/** Puts a list on the page; its search has no delay. */
export function createList(options: ListBenchOptions = {}): ListBench {
  const { service = createMockService(), properties } = options;
  const list = document.createElement('ffc-room-list');
  Object.assign(list, { services: { rooms: service }, searchDelay: 0, ...properties });
  show(list);
  return { list, service, root: list.shadowRoot! };
}

/** Creates a list, and waits until it shows the service's answer. */
export async function openList(options: ListBenchOptions = {}): Promise<ListBench> {
  const bench = createList(options);
  await eventually(bench.list, () => part(bench, 'list') ?? part(bench, 'blank'));
  return bench;
}

/** A service with rooms 1 to `count`, the last one newest, each with the given facts. */
export function serviceWith(count: number, facts: Partial<VideoRoom> = {}): MockService {
  const [model] = createDemoRooms(0);
  const rooms = Array.from({ length: count }, (_, index) => ({
    ...model!,
    id: index + 1,
    title: `Room ${index + 1}`,
    description: undefined,
    createdAt: new Date(1_700_000_000_000 + index * 1000).toISOString(),
    ...facts,
  }));
  return createMockService({ rooms });
}

export const failure = (reason: FfcErrorInit['reason']): FfcError =>
  new FfcError({ reason, stage: 'api', message: `For a test: ${reason}.` });

export const part = ({ root }: Pick<ListBench, 'root'>, name: string): HTMLElement | null =>
  root.querySelector<HTMLElement>(`[part~="${name}"]`);

export const rows = ({ root }: Pick<ListBench, 'root'>): HTMLLIElement[] => [
  ...root.querySelectorAll('li'),
];

export const titles = (bench: Pick<ListBench, 'root'>): string[] =>
  rows(bench).map((row) => text(row.querySelector('h3')));

/** The text that an element shows, with white space collapsed as a reader sees it. */
export const text = (element: Element | null | undefined): string =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** Clicks one of a row's buttons. */
export function press(row: Element | undefined, name: 'pick' | 'edit' | 'delete'): void {
  row!.querySelector<HTMLButtonElement>(`[name=${name}]`)!.click();
}

/** Types into the search field, letter by letter. */
export function type({ root }: Pick<ListBench, 'root'>, keyword: string): void {
  const input = root.querySelector<HTMLInputElement>('input[type=search]')!;
  for (let length = 1; length <= keyword.length; length++) {
    input.value = keyword.slice(0, length);
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
}

/** The open dialog, once it is in the list. */
export const dialogOf = ({
  list,
  root,
}: Pick<ListBench, 'list' | 'root'>): Promise<HTMLDialogElement> =>
  eventually(list, () => root.querySelector<HTMLDialogElement>('dialog[open]'));

/** Fills in a dialog's form and submits it. */
export function send(
  dialog: HTMLDialogElement,
  values: Readonly<Record<string, string>> = {},
): void {
  for (const [name, value] of Object.entries(values)) {
    dialog.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = value;
  }
  dialog.querySelector('form')!.requestSubmit();
}

/** Resolves when no dialog is left. */
export const dialogGone = ({ list, root }: Pick<ListBench, 'list' | 'root'>): Promise<boolean> =>
  eventually(list, () => !root.querySelector('dialog'));

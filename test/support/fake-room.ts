import { fixture, html } from '@open-wc/testing';
import { html as template, LitElement, type TemplateResult } from 'lit';
import { createCell } from '../../src/core/cell.js';
import { RoomController } from '../../src/parts/room-controller.js';
import { type RoomHandle, roomHandleKey } from '../../src/parts/room-handle.js';
import { nextMacrotask } from './element-suite.js';

declare global {
  interface HTMLElementTagNameMap {
    'fake-room': FakeRoom;
    'fake-part': FakePart;
    'late-part': FakePart;
  }
}

/** An element that parts can find as a room, and nothing more. */
export class FakeRoom extends HTMLElement {
  readonly cell = createCell(0);
  readonly [roomHandleKey] = { host: this, store: { phase: this.cell } } as unknown as RoomHandle;
}
customElements.define('fake-room', FakeRoom);
/** A defined element that is no room. */
customElements.define('fake-panel', class extends HTMLElement {});

/** A part as a page writes one: it declares neither `for` nor `forElement`. */
export class FakePart extends LitElement {
  forElement?: Element | null;
  readonly log: string[] = [];
  readonly controller = new RoomController(this, {
    watch: ({ store }) => [store.phase],
    onRoom: ({ host }, signal) => {
      this.log.push(`+${host.title}`);
      signal.addEventListener('abort', () => this.log.push(`-${host.title}`));
    },
  });
  renders = 0;

  get room(): Element | undefined {
    return this.controller.room?.host;
  }

  protected override render(): TemplateResult {
    this.renders++;
    return template`<p></p>`;
  }
}
customElements.define('fake-part', FakePart);

/** An element of a page whose shadow root has a slot for a part, in a room or not. */
export class FakeShell extends HTMLElement {
  readonly root = this.attachShadow({ mode: 'open' });
}
customElements.define('fake-shell', FakeShell);

export function find(root: ParentNode, selector: string): HTMLElement {
  return root.querySelector<HTMLElement>(selector)!;
}

export function partIn(root: ParentNode): FakePart {
  return root.querySelector('fake-part')!;
}

/** The shadow root of the shell inside `root`. */
export function shellIn(root: ParentNode): ShadowRoot {
  return find(root, 'fake-shell').shadowRoot!;
}

export function createRoom(id: string, title: string): HTMLElement {
  return Object.assign(document.createElement('fake-room'), { id, title });
}

/** Puts markup on the page. */
export function place(markup: unknown): Promise<HTMLElement> {
  return fixture<HTMLElement>(html`<div>${markup}</div>`);
}

/** How many times `customElements.whenDefined` is called while `run` runs. */
export async function waitsDuring(run: () => unknown): Promise<number> {
  let waits = 0;
  const original = customElements.whenDefined.bind(customElements);
  customElements.whenDefined = (tag: string) => {
    waits++;
    return waits > 1000 ? new Promise(() => {}) : original(tag);
  };
  try {
    await run();
    await nextMacrotask();
  } finally {
    customElements.whenDefined = original;
  }
  return waits;
}

import { expect } from '@open-wc/testing';
import type { Cell } from '../../src/core/cell.js';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { FfcPanelRequestEvent } from '../../src/events/request-events.js';
import { registerPanel } from '../../src/parts/index.js';
import { registeredPanels } from '../../src/parts/panels.js';
import { roomHandleKey } from '../../src/parts/room-handle.js';
import { eventually, nextEvent, warningsDuring } from '../support/element-suite.js';
import { joinRoom, shownText, type RoomBenchOptions } from '../support/room-bench.js';

/** The content of the panel in these tests: one field. */
class NotesElement extends HTMLElement {
  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    const field = document.createElement('textarea');
    field.setAttribute('aria-label', 'Notes');
    field.setAttribute('part', 'field');
    root.append(field);
  }
}

/** Registers the panel `notes`. Its code loads with `arrive()`, or fails with `fail()`. */
function register(): { loads: number; arrive: () => void; fail: () => void } {
  const state = { loads: 0, arrive: () => {}, fail: () => {} };
  registerPanel({
    name: 'notes',
    label: ({ lang }) => (lang.startsWith('ko') ? '메모' : 'Notes'),
    tag: 'app-notes',
    parts: ['field'],
    load: () => {
      state.loads++;
      return new Promise((resolve, reject) => {
        state.arrive = () => {
          if (!customElements.get('app-notes')) customElements.define('app-notes', NotesElement);
          resolve(undefined);
        };
        state.fail = () => reject(new TypeError('Failed to fetch'));
      });
    },
  });
  return state;
}

async function join(width = 1200, options: RoomBenchOptions = {}): Promise<FfcRoomElement> {
  const { room } = await joinRoom(options);
  Object.assign(room.style, { inlineSize: `${width}px`, blockSize: '600px' });
  return room;
}

const find = (room: FfcRoomElement, selector: string): HTMLElement | null =>
  room.shadowRoot!.querySelector(selector);
const notesOf = (room: FfcRoomElement): HTMLElement | null => find(room, 'app-notes');

async function openNotes(room: FfcRoomElement): Promise<HTMLElement> {
  const notes = register();
  await room.openPanel('notes');
  await eventually(room, () => notes.loads === 1);
  notes.arrive();
  return eventually(room, () => notesOf(room));
}

describe('a panel of <ffc-room>', () => {
  it('leaves nothing of its removed room at the panels that all rooms share', async () => {
    const room = await join();
    await openNotes(room);
    const panels = registeredPanels as Cell<unknown>;
    const { size } = panels;
    room.remove();
    expect(panels.size).to.equal(size - 1);
  });

  it('loads with its first opening, says that it loads, and stays for the call', async () => {
    const notes = register();
    const room = await join();
    expect(notes.loads).to.equal(0);
    await room.openPanel('notes');
    const panel = await eventually(room, () => find(room, '.panel'));
    await eventually(room, () => shownText(panel).includes('Loading…'));
    expect(notes.loads).to.equal(1);
    notes.arrive();
    const first = await eventually(room, () => notesOf(room));
    await room.closePanel();
    await eventually(room, () => !find(room, '.panel'));
    await room.openPanel('notes');
    expect(await eventually(room, () => notesOf(room))).to.equal(first);
    expect(notes.loads).to.equal(1);
    await expect(room).to.be.accessible();
  });

  it('says that its code did not come, and tries again', async () => {
    const notes = register();
    const room = await join();
    const told = nextEvent(room, 'ffc-error');
    await room.openPanel('notes');
    await eventually(room, () => notes.loads === 1);
    notes.fail();
    expect((await told).error).to.include({ reason: 'load-failed', retryable: true });
    const retry = await eventually(room, () => find(room, '.panel .problem .button'));
    retry.click();
    await eventually(room, () => notes.loads === 2);
    notes.arrive();
    await eventually(room, () => notesOf(room));
  });

  it('is beside the stage of a wide room, as a region with a name', async () => {
    const room = await join(1200);
    await openNotes(room);
    const panel = find(room, '.panel')!;
    await eventually(room, () => panel.getAttribute('role') === 'complementary');
    const [stage, box] = [find(room, '.stage')!, panel].map((it) => it.getBoundingClientRect());
    expect(stage!.right).to.be.at.most(box!.left);
    expect(find(room, '#panel-title')!.textContent).to.equal('Notes');
    expect(panel.getAttribute('aria-labelledby')).to.equal('panel-title');
    expect(find(room, '.stage')!.inert).to.equal(false);
  });

  it('is on the other side in right-to-left languages', async () => {
    const room = await join(1200, { properties: { dir: 'rtl' } });
    await openNotes(room);
    await Promise.all(
      find(room, '.panel')!
        .getAnimations()
        .map(({ finished }) => finished),
    );
    const [stage, panel] = ['.stage', '.panel'].map((it) =>
      find(room, it)!.getBoundingClientRect(),
    );
    expect(panel!.right).to.be.at.most(stage!.left);
  });

  for (const width of [240, 320, 700, 880]) {
    it(`covers the stage of a room of ${width} px, which is then inert`, async () => {
      const room = await join(width);
      await openNotes(room);
      const panel = find(room, '.panel')!;
      await eventually(room, () => panel.getAttribute('role') === 'dialog');
      await room.updateComplete;
      const stage = find(room, '.stage')!;
      expect(stage.inert).to.equal(true);
      // The focus moves to the panel while it slides in, which must not scroll the room.
      const call = find(room, '.call')!.getBoundingClientRect();
      expect(call.left, 'not scrolled').to.be.at.least(room.getBoundingClientRect().left);
      await Promise.all(panel.getAnimations().map(({ finished }) => finished));
      const [box, frame] = [panel, room].map((it) => it.getBoundingClientRect());
      expect(box!.left).to.be.at.least(frame!.left);
      expect(box!.right).to.be.at.most(frame!.right);
      await expect(room).to.be.accessible();
      await room.closePanel();
      await eventually(room, () => !find(room, '.panel'));
      await eventually(room, () => !stage.inert);
    });
  }

  it('takes the focus, and returns it to the previous element', async () => {
    const room = await join();
    const bar = find(room, 'ffc-control-bar')!;
    const opener = bar.shadowRoot!.querySelector<HTMLElement>('[data-control=leave]')!;
    opener.focus();
    const notes = await openNotes(room);
    await eventually(room, () => room.shadowRoot!.activeElement === notes);
    const key = { key: 'Escape', bubbles: true, composed: true, cancelable: true };
    const field = notes.shadowRoot!.querySelector('textarea')!;
    field.dispatchEvent(new KeyboardEvent('keydown', { ...key, isComposing: true }));
    await Promise.resolve();
    expect(room[roomHandleKey].view.state.getSnapshot().panel).to.equal('notes');
    field.dispatchEvent(new KeyboardEvent('keydown', key));
    await eventually(room, () => !find(room, '.panel'));
    // The bar may have replaced the button meanwhile, when the code of its layout came.
    await eventually(room, () => {
      const active = bar.shadowRoot!.activeElement;
      return active?.getAttribute('data-control') === 'leave';
    });
  });

  it('has the focus itself while its code is on its way', async () => {
    const room = await join();
    const notes = register();
    await room.openPanel('notes');
    const panel = await eventually(room, () => find(room, '.panel'));
    await eventually(room, () => room.shadowRoot!.activeElement === panel);
    notes.arrive();
    const content = await eventually(room, () => notesOf(room));
    await eventually(room, () => room.shadowRoot!.activeElement === content);
  });

  it('does not take the focus from a field of the page while somebody types', async () => {
    const input = document.createElement('input');
    document.body.append(input);
    const room = await join();
    input.focus();
    await openNotes(room);
    await room.closePanel();
    await eventually(room, () => !find(room, '.panel'));
    expect(document.activeElement === input).to.equal(true);
    input.remove();
  });

  it('closes by its button, unless the page cancels that', async () => {
    const room = await join();
    await openNotes(room);
    const close = find(room, '[part~=panel-close]')!;
    room.addEventListener('ffc-panel-request', (event) => event.preventDefault(), { once: true });
    close.click();
    await Promise.resolve();
    expect(find(room, '.panel')).not.to.equal(null);
    const closed = nextEvent(room, 'ffc-panel-change');
    close.click();
    expect(await closed).to.include({ panel: 'notes', open: false });
  });

  it('makes way for a child of the page in its slot, and loads nothing then', async () => {
    const notes = register();
    const own = document.createElement('button');
    own.slot = 'panel-notes';
    own.textContent = 'My own';
    const room = await join(1200, { children: [own] });
    await room.openPanel('notes');
    await eventually(room, () => find(room, '.panel'));
    await eventually(room, () => document.activeElement === own);
    expect(notes.loads).to.equal(0);
    expect(own.getBoundingClientRect().width).to.be.above(0);
  });

  it('has the title in the language around it, also when that changes', async () => {
    const room = await join();
    await openNotes(room);
    room.lang = 'ko';
    await eventually(room, () => find(room, '#panel-title')!.textContent === '메모');
    await eventually(room, () => find(room, '[part~=panel-close]')!.title === '닫기');
  });

  it('closes with the call, and is new in the next one', async () => {
    const room = await join();
    const before = await openNotes(room);
    await room.leave();
    await eventually(room, () => !find(room, '.panel'));
    await room.join();
    await eventually(room, () => find(room, 'ffc-control-bar'));
    expect(await openNotes(room)).not.to.equal(before);
  });

  it('is opened by a request of any element in the room', async () => {
    const notes = register();
    const part = document.createElement('span');
    const room = await join(1200, { children: [part] });
    part.dispatchEvent(new FfcPanelRequestEvent({ panel: 'notes' }));
    await eventually(room, () => notes.loads === 1);
  });

  it('has no motion to explain it where somebody wants less of that', async () => {
    const room = await join();
    await openNotes(room);
    const names = room
      .shadowRoot!.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules])
      .map((rule) => rule.cssText);
    expect(names.some((rule) => rule.includes('prefers-reduced-motion'))).to.equal(true);
    expect(getComputedStyle(find(room, '.panel')!).animationName).to.equal('ffc-panel-beside');
  });

  it('draws nothing for a name that nobody registered, and the console says so', async () => {
    const room = await join();
    await openNotes(room);
    const warnings = await warningsDuring(async () => {
      await room.openPanel('polls');
      await eventually(room, () => !find(room, '.panel'));
    });
    expect(warnings.join()).to.contain('there is no panel "polls"');
  });

  it('has a name and a tag that HTML can have', () => {
    for (const [name, tag] of [
      ['', 'app-x'],
      ['Notes', 'app-x'],
      ['notes', 'notes'],
    ] as const) {
      expect(() => registerPanel({ name, tag, label: () => 'x' })).to.throw(TypeError);
    }
  });
});

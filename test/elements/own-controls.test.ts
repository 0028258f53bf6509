import { expect } from '@open-wc/testing';
import { svg } from 'lit';
import { FfcCameraRequestEvent } from '../../src/events/request-events.js';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import type { FfcControlElement } from '../../src/parts/control-element.js';
import { findControl } from '../../src/parts/registered-controls.js';
import { registerControl } from '../../src/parts/index.js';
import { eventually, nextEvent } from '../support/element-suite.js';
import { joinRoom, type RoomBenchOptions } from '../support/room-bench.js';

declare global {
  interface HTMLElementTagNameMap {
    'ffc-wave-button': FfcControlElement;
  }
}

function join(options: RoomBenchOptions = {}): ReturnType<typeof joinRoom> {
  const properties = { startMuted: true, startCameraOff: true, id: 'r', ...options.properties };
  return joinRoom({ ...options, properties });
}

const barButton = (room: FfcRoomElement, name: string): HTMLButtonElement | null =>
  room
    .shadowRoot!.querySelector('ffc-control-bar')!
    .shadowRoot!.querySelector(`[data-control=${name}]`);

registerControl({
  name: 'wave',
  icon: svg`<svg width="20" height="20"><circle cx="10" cy="10" r="8"></circle></svg>`,
  label: ({ lang }) => (lang.startsWith('ko') ? '손 흔들기' : 'Wave'),
  state: (room) => ({ pressed: false, disabled: !room.isInCall, pending: false }),
  request: (room) =>
    room.host.dispatchEvent(new Event('app-wave', { bubbles: true, composed: true })),
});

describe('a control of the page’s own', () => {
  it('is rendered by the bar if `controls` names it, with a part of its name', async () => {
    const { room } = await join({ properties: { controls: 'wave leave' } });
    const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
    const button = await eventually(bar, () => barButton(room, 'wave'));
    expect(button.textContent.trim()).to.equal('Wave');
    expect(button.part.contains('control-wave')).to.equal(true);
    expect(bar.getAttribute('exportparts')).to.contain('control-wave');
    let heard = 0;
    room.addEventListener('app-wave', () => heard++);
    button.click();
    expect(heard).to.equal(1);
    await expect(bar).to.be.accessible();
  });

  it('is not rendered if nothing names it', async () => {
    const { room } = await join();
    const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
    await eventually(bar, () => barButton(room, 'leave'));
    expect(barButton(room, 'wave')).to.equal(null);
  });

  it('is an element of its own, <ffc-wave-button>, in the language around it', async () => {
    const { room } = await join();
    const element = document.createElement('ffc-wave-button');
    room.append(element);
    const button = await eventually(element, () => element.shadowRoot!.querySelector('button'));
    const heard = nextEvent(room, 'app-wave' as keyof GlobalEventHandlersEventMap);
    button.click();
    await heard;
    element.lang = 'ko';
    await eventually(element, () => button.textContent.trim() === '손 흔들기');
  });

  it('takes the place of another one with its name, on the page at once', async () => {
    await join();
    registerControl({ name: 'bye', icon: svg``, label: () => 'Bye' });
    const { room } = await join({ properties: { id: 'other', controls: 'bye' } });
    const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
    await eventually(bar, () => barButton(room, 'bye')?.textContent.trim() === 'Bye');
    registerControl({ name: 'bye', icon: svg``, label: () => 'So long' });
    await eventually(bar, () => barButton(room, 'bye')?.textContent.trim() === 'So long');
  });

  it('answers its request from any sender, unless the page cancels it', async () => {
    let answers = 0;
    registerControl({
      name: 'answered',
      icon: svg``,
      label: () => 'Answered',
      request: () =>
        new Event('app-answered-request', { bubbles: true, composed: true, cancelable: true }),
      answers: {
        'app-answered-request': ({ isInCall }, { by }) => {
          if (isInCall && by !== 'nobody') answers++;
        },
      },
    });
    const { room } = await join({ properties: { controls: 'answered' } });
    const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
    const button = await eventually(bar, () => barButton(room, 'answered'));
    button.click();
    await Promise.resolve();
    expect(answers, 'after a click').to.equal(1);
    const foreign = document.createElement('div');
    room.append(foreign);
    const ask = (fields: object): boolean =>
      foreign.dispatchEvent(
        Object.assign(new Event('app-answered-request', { bubbles: true }), fields),
      );
    ask({ by: 'nobody' });
    ask({ by: 'somebody' });
    await Promise.resolve();
    expect(answers, 'after two events of another element').to.equal(2);
    room.addEventListener('app-answered-request', (event) => event.preventDefault());
    button.click();
    await Promise.resolve();
    expect(answers, 'after a request that was cancelled').to.equal(2);
  });

  it('that is registered while a call runs is answered too', async () => {
    const { room } = await join();
    const heard: string[] = [];
    registerControl({
      name: 'late',
      icon: svg``,
      label: () => 'Late',
      answers: { 'app-late-request': ({ host }) => heard.push(host.id) },
    });
    room.dispatchEvent(new Event('app-late-request'));
    await Promise.resolve();
    expect(heard).to.deep.equal(['r']);
  });

  it('has the place of its `order` in a bar without `controls`', async () => {
    registerControl({ name: 'ordered', order: 99, icon: svg``, label: () => 'Ordered' });
    const { room } = await join();
    const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
    await eventually(bar, () => barButton(room, 'ordered'));
    const names = [...bar.shadowRoot!.querySelectorAll<HTMLElement>('[data-control]')].map(
      ({ dataset }) => dataset['control'],
    );
    expect(names.slice(-2)).to.deep.equal(['ordered', 'leave']);
    // The control stays registered for the whole page, but later tests expect a bar without it.
    registerControl({
      name: 'ordered',
      icon: svg``,
      label: () => 'Ordered',
      isSupported: () => false,
    });
  });

  it('that takes the name of a built-in one keeps its place and the room’s answer', async () => {
    const { room } = await join({ properties: { startCameraOff: true } });
    const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
    const before = findControl('camera')!;
    registerControl({
      name: 'camera',
      icon: svg``,
      label: () => 'Film',
      request: () => new FfcCameraRequestEvent(true),
    });
    try {
      const button = await eventually(bar, () => {
        const drawn = barButton(room, 'camera');
        return drawn?.textContent.trim() === 'Film' && drawn;
      });
      const names = [...bar.shadowRoot!.querySelectorAll<HTMLElement>('.control')].map(
        ({ dataset }) => dataset['control'],
      );
      expect(names.slice(0, 2)).to.deep.equal(['microphone', 'camera']);
      expect(button === barButton(room, 'camera')).to.equal(true);
      const published = nextEvent(room, 'ffc-track-published');
      button.click();
      expect((await published).track.source).to.equal('camera');
    } finally {
      registerControl(before);
    }
  });

  it('has a name that HTML can have', () => {
    for (const name of ['', 'Wave', 'two words', 'a"b', '1']) {
      expect(() => registerControl({ name, icon: svg``, label: () => 'x' })).to.throw(TypeError);
    }
  });
});

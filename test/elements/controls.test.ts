import { expect } from '@open-wc/testing';
import { svg } from 'lit';
import type { FfcControlElement } from '../../src/parts/control-element.js';
import { registerFeature } from '../../src/parts/features.js';
import { registerControl } from '../../src/parts/index.js';
import {
  eventually,
  nextEvent,
  runElementBaseTests,
  warningsDuring,
} from '../support/element-suite.js';
import { arrive, joinRoom, type RoomBenchOptions } from '../support/room-bench.js';
import type { FfcRoomElement } from '../../src/elements/room/room.js';

declare global {
  interface HTMLElementTagNameMap {
    'ffc-sliced-button': FfcControlElement;
  }
}
declare module '../../src/parts/features.js' {
  interface RoomFeatures {
    readonly sliced: string;
  }
}

type ControlTag = keyof HTMLElementTagNameMap & `ffc-${string}-button`;

const placed: Element[] = [];
afterEach(() => {
  for (const element of placed.splice(0)) element.remove();
});

function join(options: RoomBenchOptions = {}): ReturnType<typeof joinRoom> {
  const properties = { startMuted: true, startCameraOff: true, id: 'r', ...options.properties };
  return joinRoom({ ...options, properties });
}

/** Puts the element of a control outside the room. */
async function place(tag: ControlTag, host = document.body): Promise<FfcControlElement> {
  const element = document.createElement(tag);
  element.setAttribute('for', 'r');
  host.append(element);
  placed.push(element);
  await element.updateComplete;
  return element;
}

const buttonOf = (element: Element): HTMLButtonElement =>
  element.shadowRoot!.querySelector<HTMLButtonElement>('button')!;
/** Resolves with the menu of a button, whose code loads after the button. */
const menuOf = (element: FfcControlElement): Promise<HTMLElement> =>
  eventually(element, () => element.shadowRoot!.querySelector<HTMLElement>('#menu'));
const barButton = (room: FfcRoomElement, name: string): HTMLButtonElement | null =>
  room
    .shadowRoot!.querySelector('ffc-control-bar')!
    .shadowRoot!.querySelector(`[data-control=${name}]`);

runElementBaseTests('ffc-microphone-button', async () => {
  await join();
  return { element: await place('ffc-microphone-button') };
});

describe('a control alone', () => {
  for (const [tag, event] of [
    ['ffc-microphone-button', 'ffc-microphone-request'],
    ['ffc-camera-button', 'ffc-camera-request'],
    ['ffc-screen-share-button', 'ffc-screen-share-request'],
    ['ffc-leave-button', 'ffc-leave-request'],
  ] as const) {
    it(`<${tag}> asks the room, from outside and inside`, async () => {
      const { room } = await join();
      for (const host of [document.body, room]) {
        const element = await place(tag, host);
        const button = buttonOf(element);
        expect(button.textContent.trim()).not.to.equal('');
        expect(button.hasAttribute('title')).to.equal(false);
        expect(button.getAttribute('aria-disabled')).to.equal('false');
        const asked = nextEvent(element, event);
        element.addEventListener(event, (request) => request.preventDefault());
        button.click();
        await asked;
        await expect(element).to.be.accessible();
      }
    });
  }

  it('loads its feature when it is used, and says when that fails', async () => {
    let loads = 0;
    registerFeature('sliced', () => {
      loads++;
      return loads === 1
        ? Promise.reject(new Error('offline'))
        : Promise.resolve({ createFeature: () => 'there' });
    });
    let requests = 0;
    registerControl({
      name: 'sliced',
      icon: svg``,
      label: () => 'Sliced',
      slice: 'sliced',
      request: () => requests++,
    });
    const { room } = await join();
    const element = await place('ffc-sliced-button');
    expect(loads, 'before it is used').to.equal(0);
    const failed = nextEvent(room, 'ffc-error');
    buttonOf(element).click();
    expect((await failed).error.reason).to.equal('load-failed');
    buttonOf(element).click();
    expect(await room.use('sliced')).to.equal('there');
    expect([loads, requests]).to.deep.equal([2, 2]);
  });

  it('shows the state of the session', async () => {
    await join();
    const element = await place('ffc-microphone-button');
    const button = buttonOf(element);
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    button.click();
    await eventually(element, () => button.getAttribute('aria-pressed') === 'true');
    expect(button.getAttribute('aria-description')).to.equal('Mute');
    expect(button.getAttribute('part')).to.equal('control control-microphone');
  });

  it('is disabled, and says why, without a room and out of the call', async () => {
    const element = await place('ffc-leave-button');
    const button = buttonOf(element);
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(button.getAttribute('aria-description')).to.equal('Join the call first');
    await expect(element).to.be.accessible();
    const { room } = await join();
    await eventually(element, () => button.getAttribute('aria-disabled') === 'false');
    button.click();
    await arrive(room, 'left');
    await eventually(element, () => button.getAttribute('aria-disabled') === 'true');
  });

  it('opens its menu, and chooses a device in it', async () => {
    const { room, services } = await join();
    const element = await place('ffc-devices-button');
    const menu = await menuOf(element);
    const opened = new Promise((resolve) =>
      menu.addEventListener('toggle', resolve, { once: true }),
    );
    buttonOf(element).click();
    await opened;
    const select = menu.querySelector<HTMLSelectElement>('#videoinput')!;
    const changed = nextEvent(room, 'ffc-device-change');
    select.value = services.session.devices.videoinput[1]!.id;
    select.dispatchEvent(new Event('change'));
    await changed;
  });

  for (const zoom of ['0.5', '1', '1.5', '2']) {
    it(`opens its menu inside the window where the page has zoom ${zoom}`, async () => {
      await join();
      document.documentElement.style.zoom = zoom;
      const element = await place('ffc-devices-button');
      const menu = await menuOf(element);
      const opened = new Promise((resolve) =>
        menu.addEventListener('toggle', resolve, { once: true }),
      );
      buttonOf(element).click();
      await opened;
      const box = menu.getBoundingClientRect();
      document.documentElement.style.zoom = '';
      expect(box.left).to.be.at.least(0);
      expect(box.top).to.be.at.least(0);
      expect(box.right).to.be.at.most(innerWidth);
      expect(box.bottom).to.be.at.most(innerHeight);
    });
  }
});

describe('`controls` with a name that is no control’s', () => {
  it('leaves it out, and says so once', async () => {
    const warnings = await warningsDuring(async () => {
      const { room } = await join({ properties: { controls: 'microfone leave' } });
      const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
      await eventually(bar, () => barButton(room, 'leave'));
      await room.leave();
    });
    expect(warnings.filter((text) => text.includes('"microfone"'))).to.have.length(1);
  });
});

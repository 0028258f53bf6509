import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { roomHandleKey } from '../../src/parts/room-handle.js';
import type { FfcControlBarElement } from '../../src/elements/control-bar/control-bar.js';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { eventually, nextEvent, runElementBaseTests } from '../support/element-suite.js';
import {
  arrive,
  failure,
  joinRoom,
  type RoomBench,
  type RoomBenchOptions,
} from '../support/room-bench.js';

interface BarBench extends RoomBench {
  readonly bar: FfcControlBarElement;
}

const barOf = (room: FfcRoomElement): FfcControlBarElement =>
  room.shadowRoot!.querySelector('ffc-control-bar')!;

const button = ({ bar }: Pick<BarBench, 'bar'>, name: string): HTMLButtonElement =>
  bar.shadowRoot!.querySelector<HTMLButtonElement>(`[data-control=${name}]`)!;

async function openBar(options: RoomBenchOptions = {}): Promise<BarBench> {
  const bench = await joinRoom({
    ...options,
    properties: { startMuted: true, startCameraOff: true, ...options.properties },
  });
  const bar = barOf(bench.room);
  await eventually(bar, () => button({ bar }, 'leave'));
  await eventually(bar, () => bar.shadowRoot!.querySelector('.menu'));
  return { ...bench, bar };
}

runElementBaseTests('ffc-control-bar', async () => {
  const { bar } = await openBar();
  return { element: bar };
});

describe('<ffc-control-bar>', () => {
  for (const [name, state] of [
    ['microphone', 'aria-pressed'],
    ['camera', 'aria-pressed'],
    ['screen', 'aria-pressed'],
  ] as const) {
    it(`${name} has one name, and is pressed once the session says that it is on`, async () => {
      const bench = await openBar();
      const control = button(bench, name);
      const label = control.textContent;
      expect(control.getAttribute(state)).to.equal('false');
      const published = nextEvent(bench.room, 'ffc-track-published');
      control.click();
      expect(control.getAttribute(state), 'before it is').to.equal('false');
      await published;
      await eventually(bench.bar, () => control.getAttribute(state) === 'true');
      expect(control.textContent).to.equal(label);
      await expect(bench.bar).to.be.accessible();
    });
  }

  it('is busy while a request is pending, and sends no second one', async () => {
    const bench = await openBar();
    const release = bench.services.session.hold('setCameraEnabled');
    const control = button(bench, 'camera');
    let requests = 0;
    bench.room.addEventListener('ffc-camera-request', () => requests++);
    control.click();
    await eventually(bench.bar, () => control.getAttribute('aria-busy') === 'true');
    control.click();
    release();
    await eventually(bench.bar, () => control.getAttribute('aria-busy') === 'false');
    expect(control.getAttribute('aria-pressed')).to.equal('true');
    expect(requests).to.equal(1);
  });

  it('shows a choice while the connection is restored, and lets the person revoke it', async () => {
    const bench = await openBar();
    const { session } = bench.services;
    const control = button(bench, 'microphone');
    session.reconnect('full');
    await arrive(bench.room, 'reconnecting');
    const release = session.hold('setMicrophoneEnabled');
    for (const isOn of ['true', 'false', 'true']) {
      control.click();
      await eventually(bench.bar, () => control.getAttribute('aria-pressed') === isOn);
      expect(control.getAttribute('aria-busy')).to.equal('true');
    }
    session.restore();
    release();
    await eventually(bench.bar, () => control.getAttribute('aria-busy') === 'false');
    expect(control.getAttribute('aria-pressed')).to.equal('true');
  });

  it('shows why a device does not work, and offers another try', async () => {
    const bench = await openBar();
    bench.services.session.failNext(
      'setMicrophoneEnabled',
      failure({ reason: 'device-denied', stage: 'device', device: 'microphone' }),
    );
    const control = button(bench, 'microphone');
    control.click();
    await eventually(bench.bar, () =>
      control.getAttribute('aria-description')!.includes('Your microphone is blocked'),
    );
    await expect(bench.bar).to.be.accessible();
    control.click();
    await eventually(bench.bar, () => control.getAttribute('aria-pressed') === 'true');
    expect(control.getAttribute('aria-description')).to.equal('Mute');
  });

  it('sends a request to its room, which the page may cancel', async () => {
    const bench = await openBar();
    bench.room.addEventListener('ffc-leave-request', (event) => event.preventDefault(), {
      once: true,
    });
    button(bench, 'leave').click();
    await Promise.resolve();
    expect(bench.room.state).to.equal('connected');
    button(bench, 'leave').click();
    await arrive(bench.room, 'left');
  });

  it('works outside of the room, by for', async () => {
    const { room } = await openBar({ properties: { id: 'my-room' } });
    const bar = document.createElement('ffc-control-bar');
    bar.htmlFor = 'my-room';
    document.body.append(bar);
    const control = await eventually(bar, () => button({ bar }, 'microphone'));
    const request = nextEvent(room, 'ffc-microphone-request');
    control.click();
    expect((await request).target).to.equal(room);
    await eventually(bar, () => button({ bar }, 'microphone')?.ariaPressed === 'true');
    bar.remove();
  });

  it('can be cancelled where it stands, and asks its room once', async () => {
    const { room } = await openBar({ properties: { id: 'my-room' } });
    const other = (await openBar()).room;
    const bar = document.createElement('ffc-control-bar');
    bar.htmlFor = 'my-room';
    other.append(bar);
    const control = await eventually(bar, () => button({ bar }, 'leave'));
    const seen: string[] = [];
    const watch = (name: string, target: EventTarget): void =>
      target.addEventListener('ffc-leave-request', () => seen.push(name));
    watch('part', bar);
    watch('room', room);
    watch('other room', other);
    watch('page', document.body);
    const around = document.createElement('div');
    room.replaceWith(around);
    around.append(room);
    watch('around the room', around);
    await eventually(bar, () => control.getAttribute('aria-disabled') === 'false');

    bar.addEventListener('ffc-leave-request', (event) => event.preventDefault(), { once: true });
    control.click();
    expect(seen).to.deep.equal(['part', 'other room', 'page']);
    expect(room.state).to.equal('connected');

    seen.length = 0;
    control.click();
    expect(seen).to.deep.equal(['part', 'other room', 'page', 'room', 'around the room']);
    await arrive(room, 'left');
    expect(other.state).to.equal('connected');
    around.remove();
  });

  it('does nothing, and says why, before the call', async () => {
    const { room } = await openBar({ properties: { id: 'my-room' } });
    const bar = document.createElement('ffc-control-bar');
    bar.htmlFor = 'my-room';
    document.body.append(bar);
    await eventually(bar, () => button({ bar }, 'leave'));
    await room.leave();
    const control = button({ bar }, 'leave');
    await eventually(bar, () => control.getAttribute('aria-disabled') === 'true');
    expect(control.getAttribute('aria-description')).to.equal('Join the call first');
    await expect(bar).to.be.accessible();
    bar.remove();
  });

  it('has its own choice of buttons', async () => {
    const bench = await openBar();
    bench.bar.controls = 'leave camera';
    await bench.bar.updateComplete;
    const shown = [...bench.bar.shadowRoot!.querySelectorAll<HTMLElement>('.control')];
    expect(shown.map(({ dataset }) => dataset['control'])).to.deep.equal(['leave', 'camera']);
  });

  it('leaves listeners on no cell of the room when it is gone', async () => {
    const bench = await openBar();
    const { controls } = bench.room[roomHandleKey].store as unknown as {
      controls: { size: number };
    };
    const before = controls.size;
    const bar = document.createElement('ffc-control-bar');
    bench.room.append(bar);
    await bar.updateComplete;
    expect(controls.size).to.equal(before + 1);
    bar.remove();
    expect(controls.size).to.equal(before);
  });
});

describe('<ffc-control-bar> keyboard', () => {
  const focused = ({ bar }: BarBench): string | undefined =>
    (bar.shadowRoot!.activeElement as HTMLElement | null)?.dataset['control'];

  it('is one stop of the Tab key, with arrows, Home and End inside', async () => {
    const bench = await openBar();
    button(bench, 'microphone').focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(focused(bench)).to.equal('microphone-choice');
    await sendKeys({ press: 'ArrowRight' });
    expect(focused(bench)).to.equal('camera');
    await sendKeys({ press: 'End' });
    expect(focused(bench)).to.equal('leave');
    await sendKeys({ press: 'ArrowRight' });
    expect(focused(bench)).to.equal('microphone');
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'ArrowLeft' });
    expect(focused(bench)).to.equal('leave');
    const stops = [...bench.bar.shadowRoot!.querySelectorAll<HTMLElement>('[data-control]')];
    expect(stops.filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
  });

  it('goes the other way where text does', async () => {
    const bench = await openBar({ properties: { dir: 'rtl' } });
    button(bench, 'microphone').focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(focused(bench)).to.equal('microphone-choice');
  });

  it('opens the devices, chooses one, and comes back with Escape', async () => {
    const bench = await openBar({ properties: { controls: 'devices leave' } });
    const control = button(bench, 'devices');
    const menu = bench.bar.shadowRoot!.querySelector<HTMLElement>('.menu')!;
    control.focus();
    const opened = new Promise((resolve) =>
      menu.addEventListener('toggle', resolve, { once: true }),
    );
    await sendKeys({ press: 'Enter' });
    await opened;
    await eventually(bench.bar, () => bench.bar.shadowRoot!.activeElement?.matches('select'));
    await expect(bench.bar).to.be.accessible();

    const select = menu.querySelector<HTMLSelectElement>('#videoinput')!;
    const other = bench.services.session.devices.videoinput[1]!;
    const changed = nextEvent(bench.room, 'ffc-device-change');
    select.value = other.id;
    select.dispatchEvent(new Event('change'));
    expect((await changed).devices.active.videoinput).to.equal(other.id);

    const closed = new Promise((resolve) =>
      menu.addEventListener('toggle', resolve, { once: true }),
    );
    await sendKeys({ press: 'Escape' });
    await closed;
    expect(menu.matches(':popover-open')).to.equal(false);
    expect(focused(bench)).to.equal('devices');
  });

  it('goes back to the device in use when another cannot be used', async () => {
    const bench = await openBar({ properties: { controls: 'devices leave' } });
    const { session } = bench.services;
    session.failNext('switchDevice', failure({ reason: 'device-in-use', stage: 'device' }));
    const select = bench.bar.shadowRoot!.querySelector<HTMLSelectElement>('#audioinput')!;
    const before = select.value;
    const failed = nextEvent(bench.room, 'ffc-error');
    select.value = session.devices.audioinput[1]!.id;
    select.dispatchEvent(new Event('change'));
    await failed;
    await bench.bar.updateComplete;
    await bench.bar.updateComplete;
    expect(select.value).to.equal(before);
  });
});

describe('<ffc-control-bar> at 320 pixels', () => {
  it('keeps all buttons inside, with their names', async () => {
    const bench = await openBar();
    bench.room.style.width = '320px';
    // Controls that do not fit move into “More”, whose code loads after the bar.
    await eventually(bench.bar, () => {
      const bar = bench.bar.shadowRoot!.querySelector('.fitted');
      return bar && bar.scrollWidth <= bar.clientWidth;
    });
    const { left, right } = bench.bar.getBoundingClientRect();
    for (const control of bench.bar.shadowRoot!.querySelectorAll<HTMLElement>('.control')) {
      const box = control.getBoundingClientRect();
      expect(box.left).to.be.at.least(left);
      expect(box.right).to.be.at.most(right);
      expect(box.height).to.be.at.least(44);
      expect(control.textContent?.trim()).not.to.equal('');
    }
    await expect(bench.bar).to.be.accessible();
  });
});

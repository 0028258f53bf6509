import { expect } from '@open-wc/testing';
import { eventually } from '../support/element-suite.js';
import {
  arrive,
  factsLoaded,
  heardJoin,
  joinRoom,
  newsRegion,
  type RoomBench,
  type RoomBenchOptions,
} from '../support/room-bench.js';

/** The seconds of the countdown, which a test lets pass at once. */
const ticks = new Set<() => void>();
const setInterval = window.setInterval.bind(window);
const clearInterval = window.clearInterval.bind(window);
const ids = new Map<number, () => void>();
let online = true;
const onLine = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;

/** Lets seconds pass for what began to count since the call was lost. */
function pass(seconds: number): void {
  for (let second = 0; second < seconds; second++) for (const tick of [...ticks]) tick();
}

/** A call that lost its connection. */
async function lose(options: RoomBenchOptions = {}): Promise<RoomBench> {
  const bench = await joinRoom(options);
  await factsLoaded(bench.room);
  await loseAgain(bench);
  return bench;
}

async function loseAgain({ room, services }: RoomBench): Promise<void> {
  Object.assign(window, {
    setInterval: (tick: () => void, after?: number) => {
      if (after !== 1000) return setInterval(tick, after);
      ticks.add(tick);
      ids.set(-ids.size - 1, tick);
      return -ids.size;
    },
    clearInterval: (id?: number) => {
      ticks.delete(ids.get(id ?? 0)!);
      clearInterval(id);
    },
  });
  services.session.end('connection-lost');
  await arrive(room, 'failed');
  await room.updateComplete;
}

const countdown = ({ room }: RoomBench): HTMLElement | null =>
  room.shadowRoot!.querySelector('[part=retry]');

describe('a room that lost its connection', () => {
  beforeEach(() => {
    online = true;
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => online });
  });

  afterEach(() => {
    Object.assign(window, { setInterval, clearInterval });
    Object.defineProperty(navigator, 'onLine', { ...onLine, configurable: true });
    ticks.clear();
    ids.clear();
  });

  it('counts down, and joins again', async () => {
    const bench = await lose();
    await eventually(bench.room, () => countdown(bench)?.textContent.includes('again in 10 s'));
    pass(3);
    await bench.room.updateComplete;
    expect(countdown(bench)).to.contain.text('Trying again in 7 s');
    await expect(bench.room).to.be.accessible();
    pass(7);
    await arrive(bench.room, 'connected');
    expect(countdown(bench)).to.equal(null);
  });

  it('announces the countdown once, and not each second', async () => {
    const bench = await joinRoom();
    await heardJoin(bench.room);
    await loseAgain(bench);
    await eventually(bench.room, () => countdown(bench));
    expect(countdown(bench)).to.have.attribute('aria-live', 'off');
    await eventually(bench.room, () =>
      newsRegion(bench.room)!.textContent.includes('Trying again in 10 s'),
    );
  });

  it('leaves the next try to who stops the countdown, and keeps the focus', async () => {
    const bench = await lose();
    const cancel = (await eventually(bench.room, () => countdown(bench))).querySelector('button')!;
    expect(cancel.textContent.trim()).to.equal('Cancel');
    cancel.focus();
    cancel.click();
    await bench.room.updateComplete;
    expect(countdown(bench)).to.equal(null);
    expect(bench.room.shadowRoot!.activeElement?.localName).to.equal('h2');
    pass(20);
    expect(bench.room.state).to.equal('failed');
  });

  it('waits while the browser is offline', async () => {
    const bench = await lose();
    await eventually(bench.room, () => countdown(bench));
    online = false;
    pass(20);
    expect(bench.room.state).to.equal('failed');
    online = true;
    pass(10);
    await arrive(bench.room, 'connected');
  });

  it('gives up after three tries in a row', async () => {
    const bench = await lose();
    for (let tries = 0; tries < 3; tries++) {
      await eventually(bench.room, () => countdown(bench));
      pass(10);
      await arrive(bench.room, 'connected');
      await loseAgain(bench);
    }
    expect(countdown(bench)).to.equal(null);
  });

  it('asks by an event, which the page can cancel', async () => {
    const bench = await lose();
    await eventually(bench.room, () => countdown(bench));
    const asked = new Promise((resolve) =>
      bench.room.addEventListener('ffc-join-request', (event) => {
        event.preventDefault();
        resolve(event);
      }),
    );
    pass(10);
    await asked;
    await bench.room.updateComplete;
    expect(bench.room.state).to.equal('failed');
  });

  it('does not count behind a screen of the page, which would not show it', async () => {
    const own = document.createElement('p');
    own.slot = 'failed';
    await lose({ children: [own] });
    expect(ticks.size).to.equal(0);
  });

  it('does not count where another try cannot help, or nobody failed', async () => {
    const bench = await joinRoom();
    await heardJoin(bench.room);
    await bench.room.leave();
    await arrive(bench.room, 'left');
    expect(countdown(bench)).to.equal(null);
  });

  it('stops when it is removed from the page', async () => {
    const bench = await lose();
    await eventually(bench.room, () => countdown(bench));
    bench.room.remove();
    expect(ticks.size).to.equal(0);
  });

  it('counts in Korean, too', async () => {
    const bench = await lose({ properties: { lang: 'ko' } });
    await eventually(bench.room, () => countdown(bench)?.textContent.includes('10초 후'));
  });
});

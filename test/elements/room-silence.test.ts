import { expect } from '@open-wc/testing';
import { eventually } from '../support/element-suite.js';
import { factsLoaded, joinRoom, newsRegion, type RoomBench } from '../support/room-bench.js';

const text = 'Your microphone seems silent. Check it, or choose another one.';

const setTimeout = window.setTimeout.bind(window);
/** The work that waits for five seconds of silence. */
const waits: (() => void)[] = [];

/** A call whose microphone is on, and was just measured as silent. */
async function joinSilently(properties: Partial<RoomBench['room']> = {}): Promise<RoomBench> {
  const bench = await joinRoom({ properties });
  await factsLoaded(bench.room);
  // The code that announces the join also watches for silence.
  await eventually(bench.room, () => newsRegion(bench.room)?.textContent.trim());
  await bench.room.setMicrophoneEnabled(true);
  Object.assign(window, {
    setTimeout: (work: () => void, after?: number) => {
      if (after === 5000) waits.push(work);
      return setTimeout(work, after);
    },
  });
  bench.services.session.detectSilence();
  expect(waits).to.have.length(1);
  return bench;
}

const notice = ({ room }: RoomBench): HTMLElement | undefined =>
  [...room.shadowRoot!.querySelectorAll<HTMLElement>('[part=notice]')].find(({ textContent }) =>
    /silent|마이크/.test(textContent),
  );

/** Lets the five seconds pass. */
const pass = (): void => waits.splice(0).forEach((work) => work());

describe('the notice of a silent microphone', () => {
  afterEach(() => {
    Object.assign(window, { setTimeout });
    waits.length = 0;
  });

  it('comes after some seconds, is announced once, and can be dismissed', async () => {
    const bench = await joinSilently();
    expect(notice(bench)).to.equal(undefined);
    pass();
    await eventually(bench.room, () => notice(bench)?.textContent.includes(text));
    await eventually(bench.room, () => newsRegion(bench.room)!.textContent.includes(text));
    await expect(bench.room).to.be.accessible();
    notice(bench)!.querySelector('button')!.click();
    await bench.room.updateComplete;
    expect(notice(bench)).to.equal(undefined);
  });

  it('goes when the person is heard, and when they turn the microphone off', async () => {
    const bench = await joinSilently();
    const { room, services } = bench;
    pass();
    await eventually(room, () => notice(bench));
    services.session.setSpeaking({ [room.localParticipant!.identity]: 0.8 });
    await eventually(room, () => !notice(bench));
    services.session.setSpeaking({});
    services.session.detectSilence();
    pass();
    await eventually(room, () => notice(bench));
    await room.setMicrophoneEnabled(false);
    await eventually(room, () => !notice(bench));
  });

  it('is in Korean, too', async () => {
    const bench = await joinSilently({ lang: 'ko' });
    pass();
    await eventually(bench.room, () => notice(bench)?.textContent.includes('들리지 않습니다'));
  });
});

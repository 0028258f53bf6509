import { expect } from '@open-wc/testing';
import { fakeLocks } from '../support/wake-locks.js';
import { eventually, nextMacrotask } from '../support/element-suite.js';
import { joinRoom } from '../support/room-bench.js';

const frames: HTMLIFrameElement[] = [];
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

/** Another window of this origin, such as a popup of the app or a picture-in-picture window. */
function createWindow(): { readonly view: Window } {
  const frame = document.createElement('iframe');
  frame.width = '800';
  frame.height = '600';
  document.body.append(frame);
  frames.push(frame);
  return { view: frame.contentWindow! };
}

/** Runs the test without frames of the first page, as while it is hidden. */
async function withoutFrames(run: () => Promise<void>): Promise<void> {
  const requestFrame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = () => 0;
  try {
    await run();
  } finally {
    window.requestAnimationFrame = requestFrame;
  }
}

describe('a call in another window whose first page is hidden', () => {
  it('still shows the level of the microphone, and the hint to a person who is muted', async () => {
    const { room, services } = await joinRoom({ properties: { startCameraOff: true } });
    const { session } = services;
    const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
    const level = () =>
      bar.shadowRoot!.querySelector<HTMLElement>('.fitted [data-control=microphone]')?.dataset[
        'level'
      ];
    session.setVoice(0.9);
    await eventually(bar, () => level() === '4');
    await eventually(room, () => room.shadowRoot!.querySelector('[part=clock]'));
    await withoutFrames(async () => {
      createWindow().view.document.body.append(room);
      await eventually(bar, () => level() !== '4');
      await eventually(bar, () => level() === '4');
      await room.setMicrophoneEnabled(false);
      await eventually(room, () => room.shadowRoot!.querySelector('[part~=muted-hint]'));
    });
    document.body.append(room);
    await room.setMicrophoneEnabled(true);
    await eventually(bar, () => level() === '4');
  }).timeout(20_000);
});

describe('the window of a call', () => {
  it('keeps the screen on while it is seen itself, and the first page no longer', async () => {
    const here = fakeLocks(window);
    const { room } = await joinRoom();
    await eventually(room, () => {
      room.requestUpdate();
      return here.held() === 1;
    });
    const { view } = createWindow();
    const there = fakeLocks(view);
    view.document.body.append(room);
    await nextMacrotask();
    expect([here.held(), there.held()]).to.deep.equal([0, 1]);
    view.document.dispatchEvent(new Event('visibilitychange'));
    expect(there.requests()).to.equal(2);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(here.requests()).to.equal(1);
  });
});

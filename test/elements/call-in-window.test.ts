import { expect } from '@open-wc/testing';
import { eventually } from '../support/element-suite.js';
import { joinRoom } from '../support/room-bench.js';

const frames: HTMLIFrameElement[] = [];
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

/** Another window of this origin, such as a popup of the app or a picture-in-picture window. */
function createWindow(): { readonly frame: HTMLIFrameElement; readonly view: Window } {
  const frame = document.createElement('iframe');
  frame.width = '800';
  frame.height = '600';
  document.body.append(frame);
  frames.push(frame);
  return { frame, view: frame.contentWindow! };
}

/** Runs the test without frames of the first page, as while it is hidden. */
async function withoutFrames(run: () => Promise<void>): Promise<void> {
  const { requestAnimationFrame } = window;
  window.requestAnimationFrame = () => 0;
  try {
    await run();
  } finally {
    window.requestAnimationFrame = requestAnimationFrame;
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

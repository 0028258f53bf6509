import { expect } from '@open-wc/testing';
import { eventually, nextEvent } from '../support/element-suite.js';
import { joinRoom, type RoomBench, type RoomBenchOptions } from '../support/room-bench.js';

async function join(properties: RoomBenchOptions['properties'] = {}): Promise<RoomBench> {
  const bench = await joinRoom({ properties });
  const root = bench.room.shadowRoot!;
  await eventually(bench.room, () => root.querySelector('[part=clock]'));
  return bench;
}

function press(target: EventTarget, key: string, type = 'keydown'): void {
  target.dispatchEvent(
    new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true }),
  );
}

const call = ({ room }: RoomBench): HTMLElement =>
  room.shadowRoot!.querySelector<HTMLElement>('[part=call]')!;
const isMicrophoneOn = ({ room }: RoomBench): boolean =>
  room.localParticipant?.tracks.some(({ source, muted }) => source === 'microphone' && !muted) ??
  false;

describe('the shortcuts of a call', () => {
  it('act while the focus is inside, and not on the page around', async () => {
    const bench = await join();
    expect(isMicrophoneOn(bench)).to.equal(true);
    press(document.body, 'm');
    await bench.room.updateComplete;
    expect(isMicrophoneOn(bench)).to.equal(true);
    const muted = nextEvent(bench.room, 'ffc-track-muted');
    press(call(bench), 'm');
    await muted;
    expect(isMicrophoneOn(bench)).to.equal(false);
    // A key does nothing while its device is still switching, as its button does nothing.
    await eventually(bench.room, () => !bench.room.microphone.pending);
    const unmuted = nextEvent(bench.room, 'ffc-track-unmuted');
    press(call(bench), 'M');
    await unmuted;
  });

  it('ignore text fields, and keys with a modifier', async () => {
    const bench = await join();
    const field = document.createElement('input');
    bench.room.append(field);
    press(field, 'm');
    call(bench).dispatchEvent(
      new KeyboardEvent('keydown', { key: 'm', ctrlKey: true, bubbles: true, composed: true }),
    );
    await bench.room.updateComplete;
    expect(isMicrophoneOn(bench)).to.equal(true);
  });

  it('let one talk while a key is held', async () => {
    const bench = await join({ startMuted: true });
    const published = nextEvent(bench.room, 'ffc-track-published');
    press(call(bench), 't');
    await published;
    const muted = nextEvent(bench.room, 'ffc-track-muted');
    press(call(bench), 't', 'keyup');
    await muted;
  });

  it('mute again when the key is released after its button has disappeared', async () => {
    const bench = await join({ startMuted: true });
    const published = nextEvent(bench.room, 'ffc-track-published');
    press(call(bench), 't');
    await published;
    const muted = nextEvent(bench.room, 'ffc-track-muted');
    // Firefox reports no lost focus for a removed element: the key just ends elsewhere.
    press(document.body, 't', 'keyup');
    await muted;
  });

  it('act on the same keys where the keyboard writes Hangul', async () => {
    const bench = await join();
    const muted = nextEvent(bench.room, 'ffc-track-muted');
    const key = { key: 'ㅡ', code: 'KeyM', bubbles: true, composed: true, cancelable: true };
    call(bench).dispatchEvent(new KeyboardEvent('keydown', key));
    await muted;
  });

  it('are listed in a dialog, accessibly', async () => {
    const bench = await join();
    press(call(bench), '?');
    const find = () => bench.room.shadowRoot!.querySelector<HTMLDialogElement>('.shortcuts');
    const dialog = await eventually(bench.room, find);
    expect(dialog.open).to.equal(true);
    expect(dialog.textContent).to.contain('Hold T').and.to.contain('Microphone');
    await expect(bench.room).to.be.accessible();
    dialog.querySelector('button')!.click();
    await eventually(bench.room, () => find() === null);
  });

  it('stay listed in a dialog over the page when the room moves', async () => {
    const bench = await join();
    press(call(bench), '?');
    const find = () => bench.room.shadowRoot!.querySelector<HTMLDialogElement>('.shortcuts');
    const dialog = await eventually(bench.room, find);
    document.body.prepend(bench.room);
    expect(dialog.matches(':modal')).to.equal(true);
    const closed = nextEvent(dialog, 'close');
    await closed;
    expect(dialog.isConnected, 'after the event of the move').to.equal(true);
    dialog.querySelector('button')!.click();
    await eventually(bench.room, () => find() === null);
  });

  it('are off with no-hotkeys', async () => {
    const bench = await join({ noHotkeys: true });
    press(call(bench), 'm');
    press(call(bench), '?');
    await bench.room.updateComplete;
    expect(isMicrophoneOn(bench)).to.equal(true);
    expect(bench.room.shadowRoot!.querySelector('.shortcuts') === null).to.equal(true);
  });
});

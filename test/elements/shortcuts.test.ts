import { expect } from '@open-wc/testing';
import { eventually, nextEvent } from '../support/element-suite.js';
import { createRoom, type RoomBench, type RoomBenchOptions } from '../support/room-bench.js';

async function join(
  properties: RoomBenchOptions['properties'] = {},
  children: readonly Element[] = [],
): Promise<RoomBench> {
  const bench = createRoom({ properties: { autoJoin: true, ...properties }, children });
  const root = bench.room.shadowRoot!;
  await eventually(bench.room, () => root.querySelector('[part=clock]'));
  return bench;
}

function press(target: EventTarget, key: string, type = 'keydown'): void {
  target.dispatchEvent(
    new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true }),
  );
}

function element(html: string): Element {
  return document.createRange().createContextualFragment(html).firstElementChild!;
}

/** The keys in the dialog. */
const listed = ({ room }: RoomBench): readonly string[] =>
  [...room.shadowRoot!.querySelectorAll('.shortcuts kbd')].map((key) => key.textContent);
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

  it('leave the keys of a whiteboard to it, and the keys in a bar of the page to the room', async () => {
    const board = element('<div slot="screen"><button>Text tool</button></div>');
    const bar = element('<div slot="control-bar"><ffc-control-bar></ffc-control-bar></div>');
    const bench = await join({}, [board, bar]);
    const key = new KeyboardEvent('keydown', {
      key: 'm',
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    board.querySelector('button')!.dispatchEvent(key);
    expect(key.defaultPrevented).to.equal(false);
    press(board.querySelector('button')!, '?');
    expect(bench.room.shadowRoot!.querySelector('.shortcuts') === null).to.equal(true);
    const muted = nextEvent(bench.room, 'ffc-track-muted');
    press(bar.querySelector('ffc-control-bar')!, 'm');
    await muted;
  });

  it('act on a button of the page that controls the room', async () => {
    const button = element('<button data-ffc-command="toggle-camera">Camera</button>');
    const bench = await join({}, [button]);
    const muted = nextEvent(bench.room, 'ffc-track-muted');
    press(button, 'm');
    await muted;
  });

  for (const [where, properties, children] of [
    ['the room', { controls: 'camera leave' }, []],
    ['a bar of the page', {}, ['<ffc-control-bar slot="control-bar" controls="camera leave">']],
  ] as const) {
    it(`act and are listed for the controls that ${where} names alone`, async () => {
      const bench = await join({ ...properties, startMuted: true }, children.map(element));
      const requests: string[] = [];
      for (const name of ['screen-share', 'microphone', 'camera'] as const) {
        bench.room.addEventListener(`ffc-${name}-request`, () => requests.push(name));
      }
      for (const key of ['s', 'm', 't', 'v']) press(call(bench), key);
      expect(requests).to.deep.equal(['camera']);
      press(call(bench), '?');
      expect(listed(bench)).to.deep.equal(['V', '?']);
    });
  }

  it('act for all controls where the bar has the rest of them in *more*', async () => {
    const bench = await join({ controls: 'camera more leave' });
    const muted = nextEvent(bench.room, 'ffc-track-muted');
    press(call(bench), 'm');
    await muted;
  });

  it('do not share the screen or the camera of an observer', async () => {
    const bench = await join({ observer: true });
    const requests: string[] = [];
    for (const name of ['screen-share', 'camera'] as const) {
      bench.room.addEventListener(`ffc-${name}-request`, () => requests.push(name));
    }
    for (const key of ['s', 'v']) press(call(bench), key);
    expect(requests).to.deep.equal([]);
    press(call(bench), '?');
    expect(listed(bench)).to.include('M').and.not.to.include('V');
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

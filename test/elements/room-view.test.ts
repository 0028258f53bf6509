import { expect } from '@open-wc/testing';
import {
  FfcLayoutRequestEvent,
  FfcPanelRequestEvent,
  FfcPinRequestEvent,
} from '../../src/events/request-events.js';
import { roomHandleKey } from '../../src/parts/room-handle.js';
import type { ViewSnapshot } from '../../src/state/view.js';
import { nextEvent } from '../support/element-suite.js';
import {
  createRoom,
  joinRoom,
  openRoom,
  rejection,
  type RoomBench,
} from '../support/room-bench.js';

const withAda = (): Promise<RoomBench> =>
  joinRoom({ prepare: ({ session }) => void session.addParticipant({ identity: 'ada' }) });
const viewOf = ({ room }: RoomBench): ViewSnapshot => room[roomHandleKey].view.state.getSnapshot();
/** Resolves after the work that a dispatch defers to its end. */
const afterDispatch = (): Promise<void> => Promise.resolve();

describe('<ffc-room> view state', () => {
  it('is changed by requests, and told by events', async () => {
    const bench = await withAda();
    const { room } = bench;

    const layout = nextEvent(room, 'ffc-layout-change');
    room.dispatchEvent(new FfcLayoutRequestEvent({ layout: 'focused' }));
    expect(await layout).to.include({ layout: 'focused', mode: 'manual' });
    const mode = nextEvent(room, 'ffc-layout-change');
    room.dispatchEvent(new FfcLayoutRequestEvent({ mode: 'automatic' }));
    expect(await mode).to.include({ layout: 'focused', mode: 'automatic' });

    const pin = nextEvent(room, 'ffc-pin-change');
    room.dispatchEvent(new FfcPinRequestEvent({ identity: 'ada', source: 'screen_share' }));
    expect(await pin).to.include({ identity: 'ada', source: 'screen_share' });
    const unpin = nextEvent(room, 'ffc-pin-change');
    room.dispatchEvent(new FfcPinRequestEvent());
    expect(await unpin).to.include({ identity: undefined, source: undefined });

    const panel = nextEvent(room, 'ffc-panel-change');
    room.dispatchEvent(new FfcPanelRequestEvent({ panel: 'chat' }));
    expect(await panel).to.include({ panel: 'chat', open: true });
    const closed = nextEvent(room, 'ffc-panel-change');
    room.dispatchEvent(new FfcPanelRequestEvent({ panel: 'chat' }));
    expect(await closed).to.include({ panel: 'chat', open: false });
  });

  it('is changed by no request that the page cancels', async () => {
    const bench = await withAda();
    const before = viewOf(bench);
    for (const request of [
      new FfcLayoutRequestEvent({ layout: 'focused' }),
      new FfcPinRequestEvent({ identity: 'ada' }),
      new FfcPanelRequestEvent({ panel: 'chat', open: true }),
    ]) {
      document.addEventListener(request.type, (event) => event.preventDefault(), { once: true });
      bench.room.dispatchEvent(request);
      await afterDispatch();
    }
    expect(viewOf(bench)).to.equal(before);
  });

  it('survives requests that make no sense', async () => {
    const bench = await withAda();
    const before = viewOf(bench);
    for (const [type, fields] of [
      ['ffc-layout-request', {}],
      ['ffc-layout-request', { layout: 5, mode: 'sideways' }],
      ['ffc-pin-request', { identity: 'nobody' }],
      ['ffc-panel-request', { panel: {} }],
      ['ffc-panel-request', { panel: 'chat', open: false }],
    ] as const) {
      const request = new Event(type, { bubbles: true, composed: true, cancelable: true });
      bench.room.dispatchEvent(Object.assign(request, fields));
      await afterDispatch();
    }
    expect(viewOf(bench)).to.equal(before);
  });

  it('is changed by methods, which reject invalid changes', async () => {
    const bench = await withAda();
    const { room } = bench;
    await room.setLayout('scroll');
    await room.pin('ada');
    await room.openPanel('settings');
    expect(viewOf(bench)).to.deep.include({
      layout: 'scroll',
      mode: 'manual',
      pinned: { identity: 'ada', source: 'camera' },
      panel: 'settings',
    });
    await room.unpin();
    await room.closePanel();
    expect(viewOf(bench)).to.include({ pinned: undefined, panel: undefined });
    for (const promise of [room.pin('nobody'), room.setLayout(''), room.openPanel('')]) {
      expect(await rejection(promise)).to.include({ name: 'FfcError', reason: 'invalid-state' });
    }
  });

  it('tells that one panel closed before it tells that another opened', async () => {
    const { room } = await withAda();
    const told: string[] = [];
    room.addEventListener('ffc-panel-change', ({ panel, open }) => told.push(`${panel} ${open}`));
    await room.openPanel('chat');
    await room.openPanel('settings');
    expect(told).to.deep.equal(['chat true', 'chat false', 'settings true']);
  });

  it('starts with the values of the attributes layout and layout-mode', async () => {
    const bench = createRoom({ properties: { layout: 'focused' } });
    await bench.room.updateComplete;
    expect(viewOf(bench)).to.include({ layout: 'focused', mode: 'automatic' });
    bench.room.setAttribute('layout-mode', 'manual');
    await bench.room.updateComplete;
    expect(viewOf(bench)).to.include({ layout: 'focused', mode: 'manual' });
  });

  it('keeps a person’s choice when another property of the element changes', async () => {
    const bench = await openRoom('prejoin', { properties: { layout: 'grid' } });
    await bench.room.setLayout('scroll');
    bench.room.hideSelf = true;
    await bench.room.updateComplete;
    expect(viewOf(bench)).to.include({ layout: 'scroll', mode: 'manual' });
  });
});

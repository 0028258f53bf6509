import { expect } from '@open-wc/testing';
import { FfcError } from '../../../src/core/errors.js';
import { createRoomView, type RoomView } from '../../../src/state/view.js';
import type { RoomStore } from '../../../src/state/types.js';
import { createMockServices, type MockSession } from '../../../src/mock/index.js';
import { createWorld, rooms } from './room-support.js';

interface ViewWorld {
  readonly view: RoomView;
  readonly store: RoomStore;
  readonly session: MockSession;
}

/** The view of a room, in a call with two others, Ada and Bo. */
async function inCall(): Promise<ViewWorld> {
  const services = createMockServices();
  services.session.addParticipant({ identity: 'ada' });
  services.session.addParticipant({ identity: 'bo' });
  const { store } = createWorld({}, services);
  const view = createRoomView(store);
  await store.open(rooms.open);
  await store.join();
  return { view, store, session: services.session };
}

function reasonThrownBy(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof FfcError ? error.reason : 'something else';
  }
}

describe('the view state of a room', () => {
  it('begins with the automatic grid, its first page, no pin and no panel', () => {
    const { store } = createWorld();
    expect(createRoomView(store).state.getSnapshot()).to.deep.equal({
      layout: 'grid',
      mode: 'automatic',
      pinned: undefined,
      page: 0,
      panel: undefined,
    });
  });

  it('is manual once somebody picked a layout, and automatic again by asking for it', async () => {
    const { view, store } = await inCall();
    view.setLayout('focused');
    expect(view.state.getSnapshot()).to.include({ layout: 'focused', mode: 'manual' });
    view.setMode('automatic');
    expect(view.state.getSnapshot()).to.include({ layout: 'focused', mode: 'automatic' });
    view.setLayout('grid', 'automatic');
    expect(view.state.getSnapshot()).to.include({ layout: 'grid', mode: 'automatic' });
    await store.dispose();
  });

  it('shows the first page of another layout, and stays on its page in the same one', async () => {
    const { view, store } = await inCall();
    view.turnTo(2);
    view.setLayout('grid');
    expect(view.state.getSnapshot().page).to.equal(2);
    view.setLayout('scroll');
    expect(view.state.getSnapshot().page).to.equal(0);
    await store.dispose();
  });

  it('turns to whole pages only, never before the first', async () => {
    const { view, store } = await inCall();
    for (const [asked, shown] of [
      [3, 3],
      [1.7, 1],
      [-1, 0],
      [Number.NaN, 0],
    ] as const) {
      view.turnTo(asked);
      expect(view.state.getSnapshot().page, String(asked)).to.equal(shown);
    }
    await store.dispose();
  });

  it('has one pin, which ends with its participant', async () => {
    const { view, store, session } = await inCall();
    view.pin('ada', 'screen_share');
    view.pin('bo');
    expect(view.state.getSnapshot().pinned).to.deep.equal({ identity: 'bo', source: 'camera' });
    session.removeParticipant('ada');
    expect(view.state.getSnapshot().pinned).to.include({ identity: 'bo' });
    session.removeParticipant('bo');
    expect(view.state.getSnapshot().pinned).to.equal(undefined);
    await store.dispose();
  });

  it('opens one panel at a time', async () => {
    const { view, store } = await inCall();
    view.openPanel('chat');
    view.openPanel('settings');
    expect(view.state.getSnapshot().panel).to.equal('settings');
    view.closePanel();
    expect(view.state.getSnapshot().panel).to.equal(undefined);
    await store.dispose();
  });

  it('forgets page, pin and panel with the call, and keeps the layout', async () => {
    const { view, store } = await inCall();
    view.setLayout('focused');
    view.turnTo(1);
    view.pin('ada');
    view.openPanel('chat');
    await store.leave();
    expect(view.state.getSnapshot()).to.deep.equal({
      layout: 'focused',
      mode: 'manual',
      pinned: undefined,
      page: 0,
      panel: undefined,
    });
    await store.dispose();
  });

  it('does not notify when a request changes nothing', async () => {
    const { view, store } = await inCall();
    view.pin('ada');
    let changes = 0;
    view.state.subscribe(() => changes++);
    view.setLayout('grid', 'automatic');
    view.pin('ada');
    view.turnTo(0);
    view.closePanel();
    expect(changes).to.equal(0);
    await store.dispose();
  });

  it('refuses values that do not fit the room', async () => {
    const { view, store } = await inCall();
    for (const [what, work] of Object.entries({
      'a pin of nobody': () => view.pin('nobody'),
      'a pin of a microphone': () => view.pin('ada', 'microphone' as never),
      'a layout without a name': () => view.setLayout(''),
      'a panel without a name': () => view.openPanel(''),
    })) {
      expect(reasonThrownBy(work), what).to.equal('invalid-state');
    }
    await store.leave();
    expect(
      reasonThrownBy(() => view.openPanel('chat')),
      'a panel without a call',
    ).to.equal('invalid-state');
    await store.dispose();
  });
});

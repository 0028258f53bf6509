import { expect } from '@open-wc/testing';
import { FfcRoomElement } from '../../src/elements/room/room.js';
import { nextMacrotask } from '../support/element-suite.js';
import { arrive, createRoom, joinRoom, openRoom, rejection } from '../support/room-bench.js';

/** Delays the code of the call parts until `release()` loads it or `fail()` rejects it. */
function holdCallParts(): { readonly release: () => void; readonly fail: () => void } {
  let release = (): void => {};
  let fail = (): void => {};
  const loading = new Promise<void>((resolve, reject) => {
    release = resolve;
    fail = () => reject(new TypeError('Failed to fetch'));
  });
  FfcRoomElement.loadCallParts = () => loading;
  return { release, fail };
}

function loadedScripts(): readonly string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => /\.(ts|js)$/.test(path));
}

/** What loads in the background of a first call, in no order. */
const backgroundCode = [
  () => import('../../src/define/later-controls.js'),
  () => import('../../src/parts/control-menu.js'),
  () => import('../../src/elements/participant-tile/tile-extras.js'),
  () => import('../../src/elements/stage/tile-actions.js'),
  () => import('../../src/elements/room/call-extras.js'),
  () => import('../../src/elements/room/call-facts.js'),
  () => import('../../src/elements/room/call-news.js'),
  () => import('../../src/elements/room/call-toasts.js'),
  () => import('../../src/features/comfort/call-comfort.js'),
];

describe('<ffc-room> code', () => {
  const { loadCallParts } = FfcRoomElement;
  afterEach(() => {
    FfcRoomElement.loadCallParts = loadCallParts;
  });

  it('of a preview does not wait for that of a call, but a join does', async () => {
    const parts = holdCallParts();
    const { room, services } = await openRoom('prejoin');
    const joining = room.join();
    await nextMacrotask();
    expect(room.state).to.equal('connecting');
    expect(services.session.connection.state).to.equal('new');
    parts.release();
    await joining;
    expect(room.state).to.equal('connected');
  });

  it('of a call is requested at once if there is no preview', async () => {
    let asked = false;
    FfcRoomElement.loadCallParts = () => {
      asked = true;
      return loadCallParts();
    };
    const { room } = createRoom({ properties: { autoJoin: true } });
    await room.updateComplete;
    expect(asked).to.equal(true);
    await arrive(room, 'connected');
  });

  it('of a call that cannot be loaded fails the room, and is requested again', async () => {
    const parts = holdCallParts();
    const { room } = await openRoom('prejoin');
    const joining = room.join();
    parts.fail();
    expect((await rejection(joining)).name).to.equal('FfcError');
    await arrive(room, 'failed');
    expect(room.error).to.include({ reason: 'load-failed', retryable: true });
    FfcRoomElement.loadCallParts = loadCallParts;
    room.shadowRoot!.querySelector<HTMLButtonElement>('[part~=button]')!.click();
    await arrive(room, 'prejoin');
  });

  it('is all there when somebody joins from the preview', async () => {
    // A first call loads this code in its background.
    await joinRoom();
    await Promise.all(backgroundCode.map((load) => load()));
    const { room } = await openRoom('prejoin');
    const before = loadedScripts();
    await room.join();
    await arrive(room, 'connected');
    expect(loadedScripts()).to.deep.equal(before);
  });
});

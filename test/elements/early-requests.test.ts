import { expect } from '@open-wc/testing';
// An import of a module of `define/` would define the parts that this test must do without.
import { FfcRoomElement } from '../../src/elements/room/room.js';
import { createMockServices } from '../../src/mock/index.js';
import { eventually, nextEvent } from '../support/element-suite.js';

class AppRoom extends FfcRoomElement {}
customElements.define('early-room', AppRoom);
// The room renders no part of a call, so no part has to be defined.
FfcRoomElement.loadParts = () => Promise.resolve();
FfcRoomElement.loadCallParts = () => Promise.resolve();

const rooms: Element[] = [];
afterEach(() => {
  for (const room of rooms.splice(0)) room.remove();
});

/** A room in its preview, right after the first render of the preview. */
async function preview(): Promise<AppRoom> {
  const room = new AppRoom();
  rooms.push(room);
  Object.assign(room, { services: createMockServices(), noPersist: true, roomId: '1' });
  document.body.append(room);
  await eventually(
    room,
    () => room.state === 'prejoin' && room.shadowRoot!.querySelector('#audio'),
  );
  return room;
}

const ask = (room: AppRoom, type: string, fields: object): boolean =>
  room.dispatchEvent(Object.assign(new Event(type, { bubbles: true, cancelable: true }), fields));

describe('a room of a page that has the classes alone', () => {
  it('answers a page’s requests to a call before the code of the call has loaded', async () => {
    const room = await preview();
    const changed = nextEvent(room, 'ffc-layout-change');
    ask(room, 'ffc-layout-request', { layout: 'focused', mode: 'manual' });
    expect((await changed).layout).to.equal('focused');
  });

  it('answers the requests of the call without a control of this package', async () => {
    const room = await preview();
    await room.join();
    await eventually(room, () => room.state === 'connected');
    const shared = new Promise<void>((resolve) => {
      room.addEventListener('ffc-track-published', ({ track }) => {
        if (track.source === 'screen_share') resolve();
      });
    });
    ask(room, 'ffc-screen-share-request', { enabled: true });
    await shared;
    const raised = nextEvent(room, 'ffc-hand-change');
    ask(room, 'ffc-hand-request', { raised: true });
    expect((await raised).raised).to.equal(true);
    const reacted = nextEvent(room, 'ffc-reaction');
    ask(room, 'ffc-reaction-request', { name: 'heart' });
    expect((await reacted).name).to.equal('heart');
  });
});

import { expect } from '@open-wc/testing';
import { roomHandleKey } from '../../src/parts/room-handle.js';
import { FfcRoomElement } from '../../src/elements/room/room.js';
import { nextEvent, nextMacrotask, runElementBaseTests } from '../support/element-suite.js';
import { arrive, createRoom, joinRoom } from '../support/room-bench.js';

runElementBaseTests('ffc-room', async () => {
  const { room, services } = await joinRoom({ prepare: ({ session }) => void session.crowd(1) });
  return { element: room, listeners: () => services.session.listeners };
});

describe('<ffc-room> lifetime', () => {
  it('ends the call when it is removed', async () => {
    const { room, services } = await joinRoom({ prepare: ({ session }) => void session.crowd(2) });
    room.remove();
    await arrive(room, 'idle');
    expect(services.session.connection.state).to.equal('disconnected');
    expect(services.session.listeners).to.equal(0);
    expect(services.session.attachments).to.equal(0);
  });

  it('keeps the call when it is moved within the page', async () => {
    const { room, services } = await joinRoom({ prepare: ({ session }) => void session.crowd(1) });
    const elsewhere = document.body.appendChild(document.createElement('section'));
    const { session } = services;
    elsewhere.append(room);
    await nextMacrotask();
    expect(room.state).to.equal('connected');
    expect(services.session).to.equal(session);
    expect(session.connection.state).to.equal('connected');
    elsewhere.remove();
  });

  for (const method of ['getRoom', 'issueRtcToken'] as const) {
    it(`leaves nothing running when it is removed during ${method}`, async () => {
      const { room, services } = createRoom({
        properties: { autoJoin: true },
        prepare: ({ service }) => void service.hold(method),
      });
      await arrive(room, method === 'getRoom' ? 'loading' : 'connecting');
      room.remove();
      await arrive(room, 'idle');
      expect(services.session.listeners).to.equal(0);
    });
  }

  it('leaves nothing running when it is removed in mid-join', async () => {
    const { room, services } = createRoom({
      properties: { autoJoin: true },
      prepare: ({ session }) => void session.hold('connect'),
    });
    await arrive(room, 'connecting');
    room.remove();
    await arrive(room, 'idle');
    expect(services.session.listeners).to.equal(0);
    expect(services.session.attachments).to.equal(0);
  });

  it('opens the room again when it comes back', async () => {
    const { room } = await joinRoom();
    room.remove();
    await arrive(room, 'idle');
    document.body.append(room);
    await arrive(room, 'connected');
  });

  it('keeps one store for its whole life, for the parts that hold it', async () => {
    const { room } = await joinRoom();
    const { store } = room[roomHandleKey];
    room.endpoint = 'sandbox';
    room.roomId = '2';
    await arrive(room, 'connected');
    expect(room[roomHandleKey].store).to.equal(store);
  });

  it('two rooms on one page do not affect each other', async () => {
    const [first, second] = await Promise.all([joinRoom(), joinRoom()]);
    await first.room.leave();
    expect(first.room.state).to.equal('left');
    expect(second.room.state).to.equal('connected');
  });

  it('is defined once, however often its module runs', async () => {
    const again = new URL('../../src/define/ffc-room.ts?again', import.meta.url).href;
    await import(again);
    expect(customElements.get('ffc-room')).to.equal(FfcRoomElement);
  });

  it('emits the events of its end only on itself', async () => {
    const { room } = await joinRoom();
    const ended = nextEvent(room, 'ffc-state-change');
    const heard: string[] = [];
    const onChange = (): void => void heard.push('heard');
    document.addEventListener('ffc-state-change', onChange);
    room.remove();
    expect((await ended).state).to.equal('idle');
    document.removeEventListener('ffc-state-change', onChange);
    expect(heard).to.deep.equal([]);
  });
});

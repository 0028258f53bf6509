import { expect } from '@open-wc/testing';
import { roomHandleKey, type RoomHandle } from '../../src/parts/room-handle.js';
import { registerFeature } from '../../src/parts/features.js';
import { arrive, createRoom, joinRoom, rejection } from '../support/room-bench.js';
import { until } from '../unit/state/room-support.js';

interface Counter {
  readonly room: RoomHandle;
  readonly signal: AbortSignal;
}
declare module '../../src/parts/features.js' {
  interface RoomFeatures {
    readonly counter: Counter;
    readonly missing: never;
  }
}

/** Registers a feature of the page. Its first `failures` loads fail. */
function register(failures = 0): { readonly loads: () => number } {
  let loads = 0;
  registerFeature('counter', () => {
    loads++;
    return loads <= failures
      ? Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
      : Promise.resolve({ createFeature: (room, signal) => ({ room, signal }) });
  });
  return { loads: () => loads };
}

describe('<ffc-room> features', () => {
  it('load with the first use, once, and get the handle of the room', async () => {
    const { loads } = register();
    const { room } = createRoom();
    await arrive(room, 'prejoin');
    expect(loads()).to.equal(0);
    const [first, second] = await Promise.all([room.use('counter'), room.use('counter')]);
    const third = await room[roomHandleKey].use('counter');
    expect(loads()).to.equal(1);
    expect(second === first && third === first).to.equal(true);
    expect(first.room === room[roomHandleKey]).to.equal(true);
  });

  it('belong to one room', async () => {
    register();
    const [first, second] = [createRoom().room, createRoom().room];
    expect((await first.use('counter')) === (await second.use('counter'))).to.equal(false);
  });

  it('end with the room but not with a move, and start again when it returns', async () => {
    register();
    const { room } = createRoom();
    const { signal } = await room.use('counter');
    const elsewhere = document.body.appendChild(document.createElement('section'));
    elsewhere.append(room);
    await arrive(room, 'prejoin');
    expect(signal.aborted).to.equal(false);
    room.remove();
    await arrive(room, 'idle');
    expect(signal.aborted).to.equal(true);
    document.body.append(room);
    elsewhere.remove();
    expect((await room.use('counter')).signal.aborted).to.equal(false);
  });

  it('report a failure to load their code, and can be tried again', async () => {
    const { loads } = register(1);
    const { room } = createRoom();
    const error = await rejection(room.use('counter'));
    expect(error).to.include({ reason: 'load-failed', stage: 'setup', retryable: true });
    expect(error.message).to.contain('counter');
    await room.use('counter');
    expect(loads()).to.equal(2);
  });

  it('say that they were never registered', async () => {
    const { room } = createRoom();
    const error = await rejection(room.use('missing'));
    expect(error).to.include({ reason: 'invalid-state' });
    expect(error.message).to.contain('registerFeature');
  });
});

describe('the chat of a room', () => {
  it('opens with the call and closes with it, over the stubbed services', async () => {
    const { room, services } = await joinRoom();
    const chat = await room.use('chat');
    await until(chat.phase, ({ state }) => state === 'ready');
    await chat.send('Hello');
    const ready = await until(
      chat.phase,
      (phase) => phase.state === 'ready' && phase.messages.length > 0,
    );
    expect(JSON.stringify(ready)).to.contain('Hello');
    expect(services.channels).not.to.equal(undefined);
    await room.leave();
    expect(chat.phase.getSnapshot().state).to.equal('idle');
    await room.join();
    await until(chat.phase, ({ state }) => state === 'ready');
  });

  it('waits for the call when it is used before', async () => {
    const { room } = createRoom();
    await arrive(room, 'prejoin');
    const chat = await room.use('chat');
    expect(chat.phase.getSnapshot().state).to.equal('idle');
    await room.join();
    await until(chat.phase, ({ state }) => state === 'ready');
  });

  it('closes when the room goes', async () => {
    const { room } = await joinRoom();
    const chat = await room.use('chat');
    await until(chat.phase, ({ state }) => state === 'ready');
    room.remove();
    await arrive(room, 'idle');
    expect(chat.phase.getSnapshot().state).to.equal('idle');
  });

  it('is carried by the call where the services have no channels', async () => {
    const { room, services } = await joinRoom();
    const { rooms, member, createSession } = room.services!;
    room.services = { rooms, member, createSession };
    await room.updateComplete;
    services.session.addParticipant({ identity: 'ada', name: 'Ada' });
    const chat = await room.use('chat');
    await until(chat.phase, ({ state }) => state === 'ready');
    await chat.post('Hello');
    expect(services.session.sent.map(({ text, topic }) => `${topic} ${text}`)).to.deep.equal([
      'lk.chat Hello',
    ]);
    services.session.receive('ada', 'lk.chat', 'Hi');
    services.session.receive('ada', 'other', 'no chat');
    services.session.receive('ada', 'lk-chat-topic', '{"id":"1","message":"By an older chat"}');
    services.session.receive('ada', 'lk-chat-topic', '{"message":7}');
    services.session.receive('ada', 'lk-chat-topic', 'null');
    const twin = { id: '2', message: 'Hi', ignoreLegacy: true };
    services.session.receive('ada', 'lk-chat-topic', JSON.stringify(twin));
    const phase = chat.phase.getSnapshot();
    const written =
      phase.state === 'ready' &&
      phase.messages.map(({ message, channelMember }) => [
        channelMember?.appUser.appUserName,
        message,
      ]);
    expect(written).to.deep.equal([
      ['Me', 'Hello'],
      ['Ada', 'Hi'],
      ['Ada', 'By an older chat'],
    ]);
    expect(chat.unread.getSnapshot()).to.equal(2);
  });
});

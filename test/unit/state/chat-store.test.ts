import { expect } from '@open-wc/testing';
import { FfcError } from '../../../src/core/errors.js';
import { createMockChannels } from '../../../src/mock/channels.js';
import { createChatStore } from '../../../src/state/chat/chat-store.js';
import type { ChatPhase, ChatStore, ChatStoreOptions } from '../../../src/state/chat-types.js';
import { failure, reasonOf } from './list-support.js';

const jun = { appUserId: 'jun', appUserName: 'Jun' };

function world(options?: ChatStoreOptions, { push = true } = {}) {
  const channels = createMockChannels();
  const store = createChatStore({ channels, push: push ? channels.push : undefined }, options);
  const told: string[] = [];
  store.on('message', ({ message }) => told.push(message.message ?? ''));
  store.on('signal', ({ message }) => told.push(`signal ${message.message}`));
  store.on('error', ({ error }) => told.push(`error ${error.reason}`));
  const say = (text: string, silent = false) => channels.say(7, jun, text, { silent });
  return { channels, store, told, say };
}

const ready = (store: ChatStore): Extract<ChatPhase, { state: 'ready' }> => {
  const phase = store.phase.getSnapshot();
  if (phase.state !== 'ready') throw new Error(`It is ${phase.state}.`);
  return phase;
};
const texts = (store: ChatStore) => ready(store).messages.map(({ message }) => message);

/** Resolves with the first phase that `isRight` accepts. */
const phaseWhere = (store: ChatStore, isRight: (phase: ChatPhase) => boolean) =>
  new Promise<ChatPhase>((resolve) => {
    const off = store.phase.subscribe((phase) => {
      if (!isRight(phase)) return;
      off();
      resolve(phase);
    });
  });
const shows = (store: ChatStore, ...wanted: string[]) =>
  phaseWhere(
    store,
    (phase) =>
      phase.state === 'ready' &&
      phase.messages.map(({ message }) => message).join() === wanted.join(),
  );

describe('a chat', () => {
  it('joins, and shows the last messages, oldest first', async () => {
    const { store, say, told, channels } = world({ pageSize: 2 });
    for (const text of ['one', 'two', 'three']) say(text);
    const opening = store.open(7);
    expect(store.phase.getSnapshot()).to.deep.equal({ state: 'loading', roomId: 7 });
    await opening;
    expect(texts(store)).to.deep.equal(['two', 'three']);
    expect(ready(store)).to.include({ hasOlder: true, sending: false, stale: undefined });
    expect(ready(store).messages).to.be.frozen;
    expect(channels.calls.joinChannel).to.equal(1);
    expect(told).to.be.empty;
  });

  it('shows the messages of others once, as they arrive', async () => {
    const { store, say, told, channels } = world();
    await store.open(7);
    const message = say('hello');
    expect(texts(store)).to.deep.equal(['hello']);
    channels.push.tell({ type: 'message', message: { ...message, channelId: 7 } });
    expect(told).to.deep.equal(['hello']);
    expect(channels.calls.listMessages).to.equal(1);
  });

  it('does not show messages of other rooms', async () => {
    const { store, channels, told } = world();
    await store.open(7);
    const message = channels.say(8, jun, 'elsewhere');
    channels.push.tell({ type: 'message', message: { ...message, channelId: 8 } });
    channels.push.tell({ type: 'room-change', roomId: 7, videoRoomState: 'LIVE' });
    expect(texts(store)).to.be.empty;
    expect(told).to.be.empty;
  });

  it('tells signals apart from messages, and shows none', async () => {
    const { store, channels, told, say } = world();
    channels.say(7, jun, { message: 'old signal', type: 'SIGNAL' });
    await store.open(7);
    channels.say(7, jun, { message: 'hand', type: 'SIGNAL' });
    say('hello');
    expect(texts(store)).to.deep.equal(['hello']);
    expect(told).to.deep.equal(['signal hand', 'hello']);
  });

  it('shows sent messages once the service has them, in the order of sending', async () => {
    const { store, channels, told } = world();
    await store.open(7);
    const release = channels.hold('sendMessage');
    const sent = Promise.all([store.send('one'), store.send({ message: 'two' })]);
    expect(ready(store)).to.include({ sending: true });
    expect(texts(store)).to.be.empty;
    release();
    await sent;
    expect(texts(store)).to.deep.equal(['one', 'two']);
    expect(ready(store)).to.include({ sending: false });
    expect(told).to.deep.equal(['one', 'two']);
  });

  it('shows sent messages without a stream too, and those of others after a refresh', async () => {
    const { store, say, told } = world({}, { push: false });
    await store.open(7);
    await store.send('mine');
    expect(texts(store)).to.deep.equal(['mine']);
    say('theirs');
    await store.refresh();
    expect(texts(store)).to.deep.equal(['mine', 'theirs']);
    expect(told).to.deep.equal(['mine', 'theirs']);
  });

  it('says when a message could not be sent, and sends the next', async () => {
    const { store, channels, told } = world();
    await store.open(7);
    channels.failNext('sendMessage', failure);
    const [one, two] = [store.send('one'), store.send('two')];
    expect(await reasonOf(one)).to.equal('network');
    await two;
    expect(texts(store)).to.deep.equal(['two']);
    expect(told).to.deep.equal(['error network', 'two']);
    expect(ready(store)).to.include({ sending: false, stale: undefined });
  });

  for (const type of ['gap', 'open'] as const) {
    it(`requests missed messages when the stream emits ${type}`, async () => {
      const { store, channels, say, told } = world();
      say('one');
      await store.open(7);
      say('two', true);
      const caughtUp = shows(store, 'one', 'two');
      channels.push.tell({ type });
      await caughtUp;
      expect(told).to.deep.equal(['two']);
    });
  }

  it('puts missed messages before those that arrived in the meantime', async () => {
    const { store, channels, say, told } = world();
    say('one');
    await store.open(7);
    say('two', true);
    const release = channels.hold('listMessages');
    channels.push.tell({ type: 'gap' });
    say('three');
    expect(texts(store)).to.deep.equal(['one', 'three']);
    const caughtUp = shows(store, 'one', 'two', 'three');
    release();
    await caughtUp;
    expect(told).to.deep.equal(['three', 'two']);
  });

  it('lets older messages go when it missed more than a page, as others lie between', async () => {
    const { store, say } = world({ pageSize: 2 });
    say('one');
    await store.open(7);
    for (const text of ['two', 'three', 'four']) say(text, true);
    await store.refresh();
    expect(texts(store)).to.deep.equal(['three', 'four']);
    expect(ready(store).hasOlder).to.equal(true);
    await store.loadOlder();
    expect(texts(store)).to.deep.equal(['one', 'two', 'three', 'four']);
    expect(ready(store).hasOlder).to.equal(false);
  });

  it('keeps its messages when a refresh fails, and is stale until one succeeds', async () => {
    const { store, channels, say, told } = world();
    say('one');
    await store.open(7);
    channels.failNext('listMessages', failure);
    expect(await reasonOf(store.refresh())).to.equal('network');
    expect(ready(store).stale).to.equal(failure);
    expect(texts(store)).to.deep.equal(['one']);
    await store.refresh();
    expect(ready(store).stale).to.equal(undefined);
    expect(told).to.deep.equal(['error network']);
  });

  it('loads older messages once at a time, to the first', async () => {
    const { store, channels, say } = world({ pageSize: 2 });
    for (const text of ['one', 'two', 'three', 'four', 'five']) say(text);
    await store.open(7);
    const loading = Promise.all([store.loadOlder(), store.loadOlder()]);
    expect(ready(store).loadingOlder).to.equal(true);
    await loading;
    expect(texts(store)).to.deep.equal(['two', 'three', 'four', 'five']);
    await store.loadOlder();
    await store.loadOlder();
    expect(texts(store)).to.deep.equal(['one', 'two', 'three', 'four', 'five']);
    expect(ready(store)).to.include({ hasOlder: false, loadingOlder: false });
    expect(channels.calls.listMessages).to.equal(3);
  });

  it('offers to load older messages again when that failed', async () => {
    const { store, channels, say } = world({ pageSize: 1 });
    for (const text of ['one', 'two']) say(text);
    await store.open(7);
    channels.failNext('listMessages', failure);
    expect(await reasonOf(store.loadOlder())).to.equal('network');
    expect(ready(store)).to.include({ hasOlder: true, loadingOlder: false });
    await store.loadOlder();
    expect(texts(store)).to.deep.equal(['one', 'two']);
  });

  it('keeps a limited number of messages, besides the requested earlier ones', async () => {
    const { store, say } = world({ pageSize: 2, maxMessages: 2 });
    for (const text of ['one', 'two', 'three']) say(text);
    await store.open(7);
    say('four');
    expect(texts(store)).to.deep.equal(['three', 'four']);
    await store.loadOlder();
    say('five');
    expect(texts(store)).to.deep.equal(['two', 'three', 'four', 'five']);
    expect(ready(store).hasOlder).to.equal(true);
  });

  it('says why it could not be opened, and opens when asked again', async () => {
    const { store, channels, told } = world();
    const error = new FfcError({ reason: 'forbidden', stage: 'api', message: 'Banned.' });
    channels.failNext('joinChannel', error);
    expect(await reasonOf(store.open(7))).to.equal('forbidden');
    expect(store.phase.getSnapshot()).to.deep.equal({ state: 'failed', roomId: 7, error });
    expect(told).to.deep.equal(['error forbidden']);
    expect(channels.push.size).to.equal(0);
    await store.open(7);
    expect(ready(store).roomId).to.equal(7);
  });

  it('is open for one room at a time: another room closes the first without its messages', async () => {
    const { store, channels, told } = world();
    const release = channels.hold('listMessages');
    const first = reasonOf(store.open(8));
    const second = store.open(7);
    release();
    expect(await first).to.equal('aborted');
    await second;
    expect(channels.push.size).to.equal(1);
    channels.say(8, jun, 'elsewhere');
    expect(texts(store)).to.be.empty;
    expect(told).to.be.empty;
  });

  it('leaves the channel when asked, and follows it no more', async () => {
    const { store, channels } = world();
    await store.open(7);
    await store.leave();
    expect(store.phase.getSnapshot()).to.deep.equal({ state: 'idle' });
    expect(channels.calls.leaveChannel).to.equal(1);
    expect(channels.push.size).to.equal(0);
  });

  it('stays in the channel when it is closed in the middle of anything', async () => {
    const { store, channels, told } = world();
    await store.open(7);
    channels.hold('sendMessage');
    channels.hold('listMessages');
    const works = [store.send('never'), store.refresh()];
    store.close();
    expect(await Promise.all(works.map(reasonOf))).to.deep.equal(['aborted', 'aborted']);
    expect(store.phase.getSnapshot()).to.deep.equal({ state: 'idle' });
    expect(channels.calls.leaveChannel).to.equal(undefined);
    expect(channels.push.size).to.equal(0);
    expect(told).to.be.empty;
  });

  it('rejects calls that need an open chat', async () => {
    const { store, told } = world();
    for (const work of [store.send('x'), store.refresh(), store.loadOlder(), store.leave()]) {
      expect(await reasonOf(work)).to.equal('invalid-state');
    }
    expect(told).to.be.empty;
  });
});

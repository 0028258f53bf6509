import { expect } from '@open-wc/testing';
import type { FfcError } from '../../src/core/errors.js';
import type { Credentials } from './support/commands.js';
import { ask, own, type Peer, Stage } from './support/live.js';
import { Watch } from './support/media.js';

describe('the connection', () => {
  let stage: Stage;
  let watch: Watch;
  beforeEach(() => {
    stage = new Stage();
    watch = new Watch();
  });
  afterEach(async () => {
    await stage.end();
    expect(watch.liveTracks, 'devices in use after dispose()').to.equal(0);
    expect(watch.openConnections, 'connections open after dispose()').to.equal(0);
    watch.end();
  });

  const failure = async (peer: Peer, options: Credentials & { signal?: AbortSignal }) =>
    peer.session.connect(options).then(
      () => expect.fail('connected'),
      (thrown: unknown) => thrown as FfcError,
    );
  const states = (peer: Peer): string[] => peer.all('connection-change').map(({ state }) => state);

  it('refuses a wrong token without repeating it anywhere', async () => {
    const peer = await stage.peer();
    await peer.session.setCameraEnabled(true);
    const { url, token } = await stage.credentials('ann');
    const wrong = `${token.slice(0, -6)}AAAAAA`;
    const error = await failure(peer, { url, token: wrong });
    expect(error).to.include({ reason: 'media-token-rejected', stage: 'connect', status: 401 });
    const cause = error.cause as Error;
    expect([error.message, error.stack, cause.message, cause.stack].join()).not.to.include(wrong);

    expect(states(peer)).to.deep.equal(['connecting', 'new']);
    expect(watch.openConnections).to.equal(0);
    expect(own(peer, 'camera'), 'the preview goes on').to.include({ muted: false });
    expect(watch.liveTracks).to.equal(1);
    await peer.session.connect({ url, token });
    await peer.hears('track-published');
  });

  it('says that no server is there', async () => {
    const peer = await stage.peer();
    const { token } = await stage.credentials('ann');
    for (const url of ['ws://127.0.0.1:9', 'not an address', 'ftp://127.0.0.1']) {
      const error = await failure(peer, { url, token });
      expect(error, url).to.include({ reason: 'media-server-unreachable', stage: 'connect' });
    }
    expect(peer.session.connection).to.deep.equal({ state: 'new' });
    expect(watch.openConnections).to.equal(0);
  });

  it('lasts while the page may yet stay, and is left with the page', async () => {
    const peer = await stage.peer();
    await peer.session.connect(await stage.credentials('ann'));
    window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    await peer.session.setMicrophoneEnabled(true);
    await peer.hears('track-published');
    expect(peer.session.connection.state).to.equal('connected');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    const left = await peer.hears('connection-change', ({ state }) => state === 'disconnected');
    expect(left).to.deep.equal({ state: 'disconnected', reason: 'client' });
  });

  for (const when of ['at once', 'while it signals', 'while it connects media'] as const) {
    it(`gives up when its signal aborts ${when}`, async () => {
      const peer = await stage.peer();
      await peer.session.setCameraEnabled(true);
      const abort = new AbortController();
      watch.onSocket = (socket) => {
        const event = when === 'while it signals' ? 'open' : 'message';
        if (when !== 'at once') socket.addEventListener(event, () => abort.abort());
      };
      const connecting = failure(peer, {
        ...(await stage.credentials('ann')),
        signal: abort.signal,
      });
      if (when === 'at once') abort.abort();
      expect(await connecting).to.include({ reason: 'aborted', stage: 'connect' });
      expect(watch.openConnections).to.equal(0);
      expect(peer.session.connection.state).to.equal('new');
      expect(watch.liveTracks, 'the preview goes on').to.equal(1);
    });
  }

  it('gives up when it is disposed of on its way, and frees the devices at once', async () => {
    const peer = await stage.peer();
    await peer.session.setCameraEnabled(true);
    const connecting = failure(peer, await stage.credentials('ann'));
    const disposed = peer.session.dispose();
    expect(watch.liveTracks).to.equal(0);
    await disposed;
    expect(await connecting).to.include({ reason: 'aborted' });
    expect(watch.openConnections).to.equal(0);
  });

  it('connects only once at a time', async () => {
    const peer = await stage.peer();
    const credentials = await stage.credentials('ann');
    const first = peer.session.connect(credentials);
    expect(await failure(peer, credentials)).to.include({ reason: 'invalid-state' });
    await first;
    expect(await failure(peer, credentials)).to.include({ reason: 'invalid-state' });
  });

  it('does nothing any more once it is disposed of', async () => {
    const peer = await stage.joined('ann');
    await peer.session.dispose();
    peer.forget();
    await peer.session.dispose();
    await peer.session.disconnect();
    const error = await peer.session.setCameraEnabled(true).catch((thrown: unknown) => thrown);
    expect(error).to.include({ reason: 'invalid-state' });
    expect(watch.tracks).to.deep.equal([]);
    expect(await failure(peer, await stage.credentials('ann'))).to.include({
      reason: 'invalid-state',
    });
    peer.session.attach('local:camera', document.createElement('video'))();
    expect(peer.told).to.deep.equal([]);
  });

  const ends: readonly [string, string, (room: string) => Promise<unknown>][] = [
    ['the room is deleted', 'room-ended', (room) => ask('deleteRoom', { room })],
    [
      'somebody removes the participant',
      'removed',
      (room) => ask('removeParticipant', { room, identity: 'ann' }),
    ],
    ['the same person joins elsewhere', 'duplicate-identity', () => stage.joined('ann')],
  ];
  for (const [cause, reason, act] of ends) {
    it(`ends with ${reason} when ${cause}, and frees the devices`, async () => {
      const peer = await stage.joined('ann');
      await peer.session.setCameraEnabled(true);
      await peer.session.setMicrophoneEnabled(true);
      await act(stage.room);
      const end = await peer.hears('connection-change', ({ state }) => state === 'disconnected');
      expect(end).to.deep.equal({ state: 'disconnected', reason });
      expect(watch.liveTracks).to.equal(0);
      expect(peer.session.participants()[0]?.tracks).to.deep.equal([]);
    });
  }
});

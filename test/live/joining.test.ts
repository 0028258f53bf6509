import { expect } from '@open-wc/testing';
import { Stage } from './support/live.js';
import { frames, playTone, sound } from './support/media.js';

describe('joining a room', () => {
  let stage: Stage;
  let restore: (() => void) | undefined;
  beforeEach(() => (stage = new Stage()));
  afterEach(async () => {
    restore?.();
    restore = undefined;
    await stage.end();
  });

  it('knows the local participant before it connects, as nobody', async () => {
    const { session } = await stage.peer();
    expect(session.connection).to.deep.equal({ state: 'new' });
    const [me] = session.participants();
    expect(me).to.include({ identity: '', sid: '', name: '', isLocal: true });
    expect(me?.tracks).to.deep.equal([]);
  });

  it('tells who is there, once and in order, before connect() resolves', async () => {
    const first = await stage.joined('ann', { name: 'Ann', metadata: '{"appUserName":"Ann"}' });
    await first.session.setCameraEnabled(true);
    await first.session.setMicrophoneEnabled(true);

    const second = await stage.joined('ben');
    const story = second.told
      .filter(({ type }) => /^(connection|participant-joined|track-published)/.test(type))
      .map(({ type, event }) => {
        if ('state' in event) return event.state;
        if ('track' in event) return `${type} ${event.track?.source}`;
        return `${type} ${'participant' in event ? event.participant.identity : ''}`;
      });
    expect(story.slice(0, 4)).to.deep.equal([
      'connecting',
      'connected',
      'participant-joined ben',
      'participant-joined ann',
    ]);
    // The server lists a participant's tracks in any order.
    expect(story.slice(4).sort()).to.deep.equal([
      'track-published camera',
      'track-published microphone',
    ]);
    expect(second.all('participant-joined').map(({ initial }) => initial)).to.deep.equal([
      false,
      true,
    ]);
    expect(second.all('track-published').every(({ initial }) => initial)).to.equal(true);

    const [me, ann] = second.session.participants();
    expect(me?.identity).to.equal('ben');
    expect(ann).to.include({ identity: 'ann', name: 'Ann', isLocal: false });
    expect(ann?.metadata).to.equal('{"appUserName":"Ann"}');
    expect(ann?.joinedAt).to.be.closeTo(Date.now(), 30_000);
    expect(Object.isFrozen(ann) && Object.isFrozen(ann?.tracks)).to.equal(true);
  });

  it('tells who comes, publishes and leaves later', async () => {
    const first = await stage.joined('ann');
    const second = await stage.joined('ben');
    const joined = await first.hears('participant-joined', ({ initial, participant }) => {
      return !initial && !participant.isLocal;
    });
    expect(joined.participant.identity).to.equal('ben');

    await second.session.setMicrophoneEnabled(true);
    const published = await first.hears('track-published', ({ track }) => !track.isLocal);
    expect(published).to.deep.include({ initial: false });
    expect(published.track).to.include({ source: 'microphone', kind: 'audio', muted: false });
    await first.hears('track-subscribed');

    await second.session.disconnect();
    const left = await first.hears('participant-left');
    expect(left.participant.identity).to.equal('ben');
    expect(left.reason).to.equal('client');
    const gone = await first.hears('track-unpublished');
    expect(gone.track).to.include({ sid: published.track.sid, isSubscribed: false });
    expect(first.session.participants()).to.have.length(1);
  });

  it('publishes earlier tracks by itself', async () => {
    const first = await stage.joined('ann');
    const second = await stage.peer();
    await second.session.setCameraEnabled(true);
    await second.session.setMicrophoneEnabled(true);
    expect(second.session.participants()[0]?.tracks.map(({ sid }) => sid)).to.deep.equal([
      'local:camera',
      'local:microphone',
    ]);
    expect(second.all('track-published')).to.deep.equal([]);

    await second.session.connect(await stage.credentials('ben'));
    const own = await second.until(() => {
      const events = second.all('track-published').filter(({ track }) => track.isLocal);
      return events.length === 2 && events;
    });
    expect(own.map(({ participant, initial }) => [participant.identity, initial])).to.deep.equal([
      ['ben', false],
      ['ben', false],
    ]);
    await first.until(() => first.all('track-subscribed').length === 2);
    const ids = (peer: typeof first): string[] | undefined =>
      peer.session
        .participants()
        .find(({ identity }) => identity === 'ben')
        ?.tracks.map(({ sid }) => sid)
        .sort();
    expect(ids(first)).to.deep.equal(ids(second));
    expect(ids(first)?.every((sid) => sid.startsWith('TR_'))).to.equal(true);
  });

  it('shows moving pictures and plays sound on the other side', async () => {
    restore = playTone();
    const first = await stage.joined('ann');
    const second = await stage.joined('ben');
    await second.session.setCameraEnabled(true);
    await second.session.setMicrophoneEnabled(true);
    const camera = await first.hears('track-subscribed', ({ track }) => track.source === 'camera');
    const voice = await first.hears('track-subscribed', ({ track }) => track.kind === 'audio');
    expect(camera.track.width).to.be.greaterThan(0);

    const video = stage.element('video');
    const audio = stage.element('audio');
    const detach = [
      first.session.attach(camera.track.sid, video),
      first.session.attach(voice.track.sid, audio),
    ];
    await frames(video);
    await sound(audio);
    const speaks = await first.hears('active-speakers-change', ({ identities }) => {
      return identities.includes('ben');
    });
    expect(speaks.identities).to.deep.equal(['ben']);

    for (const end of detach) end();
    expect(video.srcObject === null).to.equal(true);
    expect(audio.srcObject === null).to.equal(true);
  });

  it('subscribes only to requested tracks, with manual subscription', async () => {
    const first = await stage.joined('ann');
    await first.session.setCameraEnabled(true);
    const second = await stage.peer();
    await second.session.connect({
      ...(await stage.credentials('ben')),
      autoSubscribe: false,
    });
    // The server may announce the track some time after the join.
    const published = await second.hears('track-published');
    const { sid } = published.track;
    expect(published.track.isSubscribed).to.equal(false);

    const video = stage.element('video');
    second.session.attach(sid, video);
    expect(video.srcObject === null).to.equal(true);
    await second.session.setSubscribed(sid, true);
    await second.hears('track-subscribed', ({ track }) => track.isSubscribed);
    await frames(video);

    await second.session.setSubscribed(sid, false);
    const { track } = await second.hears('track-unsubscribed');
    expect(track).to.include({ sid, isSubscribed: false });
    expect(video.srcObject === null).to.equal(true);

    await second.session.setSubscribed(sid, true);
    await second.until(() => second.all('track-subscribed').length === 2);
    await frames(video);
  });

  it('reports who may change their own metadata, and who may publish which sources', async () => {
    const first = await stage.joined('ann');
    await stage.joined('ben', { grant: { canUpdateOwnMetadata: true } });
    // The number of this source in LiveKit's messages.
    const microphone = 2;
    await stage.joined('cho', { grant: { canPublishSources: [microphone] } });
    await first.until(() => first.session.participants().length === 3);
    // The server announces these participants in any order.
    const permissionsOf = (who: string): unknown =>
      first.session.participants().find(({ identity }) => identity === who)?.permissions;
    expect(permissionsOf('ann')).to.deep.include({ canUpdateMetadata: false, canPublish: true });
    expect(permissionsOf('ben')).to.deep.include({
      canUpdateMetadata: true,
      canPublishSources: [],
    });
    expect(permissionsOf('cho')).to.deep.include({
      canUpdateMetadata: false,
      canPublishSources: ['microphone'],
    });
  });

  it('sends and shows smaller pictures to save data', async () => {
    const { session } = await stage.peer({ dataSaver: true });
    await session.setCameraEnabled(true);
    const [track] = session.participants()[0]!.tracks;
    expect(track).to.include({ width: 640, height: 360 });
    await session.connect(await stage.credentials('ann'));
  });

  it("writes nothing into the page's console and storage", async () => {
    const original = { ...console };
    const written: unknown[] = [];
    for (const method of ['debug', 'log', 'info', 'warn', 'error', 'trace'] as const) {
      console[method] = (...facts) => void written.push(facts);
    }
    try {
      const { session } = await stage.peer();
      const { url, token } = await stage.credentials('ann');
      await session.connect({ url, token: 'nonsense' }).catch(() => {});
      await session.connect({ url, token });
      await session.setCameraEnabled(true);
      await session.disconnect();
    } finally {
      Object.assign(console, original);
    }
    expect(written).to.deep.equal([]);
    expect(Object.keys(localStorage).filter((key) => /loglevel|livekit/.test(key))).to.deep.equal(
      [],
    );
  });
});

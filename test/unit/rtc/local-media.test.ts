import { expect } from '@open-wc/testing';
import { Track, TrackEvent } from 'livekit-client';
import { FakeTrack } from './fake-track.js';
import { LocalBench, publicationOf } from './local-bench.js';

describe('the local tracks', () => {
  let bench: LocalBench;
  beforeEach(() => (bench = new LocalBench()));

  it('do one thing after the other, so that the last choice stays', async () => {
    const on = bench.local.setEnabled('camera', true);
    const off = bench.local.setEnabled('camera', false);
    await Promise.resolve();
    bench.open.shift()?.();
    await Promise.all([on, off]);
    expect(bench.local.tracks()).to.have.length(1);
    expect(bench.local.tracks()[0]?.muted).to.equal(true);
    expect(bench.opened).to.have.length(1);
  });

  it('publish nothing of a device that was turned off during the browser’s question', async () => {
    bench.connected = true;
    const calls = (['camera', 'microphone'] as const).flatMap((source) => [
      bench.local.setEnabled(source, true),
      bench.local.setEnabled(source, false),
    ]);
    await Promise.resolve();
    for (const go of bench.open) go();
    await Promise.all(calls);
    const [camera, microphone] = bench.opened;
    expect(bench.published).to.be.empty;
    expect(camera?.isMuted, 'the camera, which is released by that').to.equal(true);
    expect(microphone?.isStopped, 'the microphone').to.equal(true);
    expect(bench.local.tracks().map(({ source }) => source)).to.deep.equal(['camera']);
  });

  it('stop a device that opens after a release, and do not wait for it', async () => {
    const first = bench.local.setEnabled('camera', true).catch((error: unknown) => error);
    await Promise.resolve();
    bench.local.release();
    await bench.local.setEnabled('camera', false);
    const again = bench.local.setEnabled('camera', true);
    await Promise.resolve();
    for (const go of bench.open) go();
    expect(await first).to.include({ reason: 'aborted' });
    await again;
    expect(bench.opened.map(({ isStopped }) => isStopped)).to.deep.equal([true, false]);
    expect(bench.local.tracks()).to.have.length(1);
  });

  it('go by their own name until they are published, and then by either', async () => {
    await bench.turn(true);
    expect(bench.seen.at(-1)?.[0]).to.include({ sid: 'local:camera', muted: false });
    bench.connected = true;
    await bench.turn(false);
    await bench.turn(true);
    expect(bench.seen.at(-1)?.[0]).to.include({ sid: 'TR_1', muted: false });
    const track = bench.local.find('TR_1')!;
    expect(bench.local.find('local:camera')).to.equal(track);

    track.stop();
    bench.local.handleUnpublished(publicationOf(track));
    expect(bench.seen.at(-1)).to.deep.equal([]);
  });

  it('keep a track that is unpublished only to be published again', async () => {
    bench.connected = true;
    await bench.turn(true);
    bench.local.handleUnpublished(publicationOf(bench.local.find('TR_1')!));
    expect(bench.local.tracks()[0]?.sid).to.equal('local:camera');
    bench.local.publishAll();
    await bench.turn(true);
    expect(bench.local.tracks()[0]?.sid).to.equal('TR_1');
    expect(bench.published).to.have.length(2);
  });

  it('give up a track that the server refuses, and say so', async () => {
    bench.connected = true;
    bench.refusal = new Error('refused by the test');
    const error = await bench.turn(true).catch((thrown: unknown) => thrown);
    expect(error).to.include({ reason: 'publish-failed', cause: bench.refusal });
    expect(bench.failed[0]?.[0]).to.equal(error);
    expect(bench.failed[0]?.[1]?.sid).to.equal('local:camera');
    expect(bench.opened[0]?.isStopped).to.equal(true);
    expect(bench.local.tracks()).to.deep.equal([]);
  });

  it('include tracks that the page publishes by itself', async () => {
    const track = new FakeTrack(Track.Source.Camera);
    bench.local.handlePublished(publicationOf(track.asLocalTrack));
    expect(bench.local.tracks()[0]).to.include({ sid: 'TR_1', source: 'camera' });
    await bench.local.setEnabled('camera', false);
    expect(track.isMuted).to.equal(true);
  });

  it('say that a published track failed once it could not be had again', async () => {
    bench.connected = true;
    await bench.turn(true);
    bench.opened[0]!.emit(TrackEvent.Ended);
    expect(bench.failed).to.deep.equal([]);
    await bench.opened[0]!.mute();
    expect(bench.failed[0]?.[0]).to.include({ reason: 'device-stopped', device: 'camera' });
    expect(bench.failed[0]?.[1]).to.include({ sid: 'TR_1', muted: true });
  });

  it('do not call it a failure when the track came back', async () => {
    bench.connected = true;
    await bench.turn(true);
    bench.opened[0]!.emit(TrackEvent.Ended);
    bench.opened[0]!.emit(TrackEvent.Restarted);
    await bench.turn(false);
    expect(bench.failed).to.deep.equal([]);
  });
});

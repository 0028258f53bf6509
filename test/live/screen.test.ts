import { expect } from '@open-wc/testing';
import { Stage } from './support/live.js';
import { frames, replaceMedia } from './support/media.js';

describe('sharing a screen', () => {
  let stage: Stage;
  let restore: (() => void) | undefined;
  beforeEach(() => (stage = new Stage()));
  afterEach(async () => {
    restore?.();
    restore = undefined;
    await stage.end();
  });

  /** Makes the browser's picker return a canvas with sound. Returns the picked streams. */
  const shareCanvas = (): readonly MediaStream[] => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 640, height: 360 });
    const context = canvas.getContext('2d')!;
    const tick = setInterval(() => context.fillRect(Math.random() * 600, 0, 40, 360), 50);
    const audio = new AudioContext();
    const streams: MediaStream[] = [];
    const undo = replaceMedia('getDisplayMedia', () => async () => {
      const stream = canvas.captureStream(15);
      stream.addTrack(audio.createMediaStreamDestination().stream.getAudioTracks()[0]!);
      streams.push(stream);
      return Promise.resolve(stream);
    });
    restore = () => {
      clearInterval(tick);
      void audio.close();
      undo();
    };
    return streams;
  };

  it('shares a screen with its sound, and stops when the person or the browser ends it', async () => {
    const streams = shareCanvas();
    const ann = await stage.joined('ann');
    const ben = await stage.joined('ben');
    await ann.session.setScreenShareEnabled(true);
    expect(ann.session.participants()[0]?.tracks.map(({ source }) => source)).to.deep.equal([
      'screen_share',
      'screen_share_audio',
    ]);
    const { track } = await ben.hears('track-subscribed', (event) => event.track.kind === 'video');
    expect(track.source).to.equal('screen_share');
    const video = stage.element('video');
    ben.session.attach(track.sid, video);
    await frames(video);

    await ann.session.setScreenShareEnabled(false);
    expect(streams[0]?.getTracks().every(({ readyState }) => readyState === 'ended')).to.equal(
      true,
    );
    await ben.until(() => ben.all('track-unpublished').length === 2);

    await ann.session.setScreenShareEnabled(true);
    ann.forget();
    for (const shared of streams[1]!.getTracks()) shared.dispatchEvent(new Event('ended'));
    await ann.until(() => ann.all('track-unpublished').length === 2);
    expect(ann.session.participants()[0]?.tracks).to.deep.equal([]);
    expect(ann.all('track-failed')).to.deep.equal([]);
  });

  it('stops the sound when the browser ends only the picture, and shares wholly again', async () => {
    const streams = shareCanvas();
    const ann = await stage.joined('ann');
    const ben = await stage.joined('ben');
    for (const turn of [0, 1]) {
      ben.forget();
      await ann.session.setScreenShareEnabled(true);
      await ben.until(() => ben.all('track-subscribed').length === 2);
      streams[turn]!.getVideoTracks()[0]!.dispatchEvent(new Event('ended'));
      await ben.until(() => ben.all('track-unpublished').length === 2);
      expect(ann.session.participants()[0]?.tracks).to.deep.equal([]);
      expect(streams[turn]!.getAudioTracks()[0]?.readyState).to.equal('ended');
    }
    ben.forget();
    await ann.session.setScreenShareEnabled(true);
    await ben.until(() => ben.all('track-subscribed').length === 2);
    await ann.session.setScreenShareEnabled(false);
    await ben.until(() => ben.all('track-unpublished').length === 2);
    expect(ann.all('track-failed')).to.deep.equal([]);
  });

  it('shares nothing when the picker is closed, and says when sharing is not permitted', async () => {
    const ann = await stage.joined('ann');
    const answer = (message: string) => {
      restore?.();
      restore = replaceMedia('getDisplayMedia', () => async () => {
        return Promise.reject(new DOMException(message, 'NotAllowedError'));
      });
    };
    answer('Permission denied');
    await ann.session.setScreenShareEnabled(true);
    expect(ann.session.participants()[0]?.tracks).to.deep.equal([]);
    answer('Permission denied by system');
    const error = await ann.session.setScreenShareEnabled(true).catch((thrown: unknown) => thrown);
    expect(error).to.include({ reason: 'device-denied', device: 'screen' });
  });

  it('is for calls only', async () => {
    const { session } = await stage.peer();
    const error = await session.setScreenShareEnabled(true).catch((thrown: unknown) => thrown);
    expect(error).to.include({ reason: 'invalid-state', stage: 'session' });
  });
});

import { expect } from '@open-wc/testing';
import { measureVoice } from '../../src/features/voice/voice-meter.js';
import { checkLiveKitConnection } from '../../src/rtc/load.js';
import { Stage } from './support/live.js';

describe('the tests before a call', () => {
  let stage: Stage;
  let life: AbortController;
  beforeEach(() => {
    stage = new Stage();
    life = new AbortController();
  });
  afterEach(async () => {
    life.abort();
    await stage.end();
  });

  it('measure the microphone of a preview, even while it is muted', async () => {
    const { session } = await stage.peer();
    await session.setMicrophoneEnabled(true);
    const track = () => session.mediaTrack('local:microphone');
    const loud = (hearsMuted: boolean): Promise<void> =>
      new Promise((resolve) => {
        const onLevel = (level = 0): void => {
          if (level > 0.3) resolve();
        };
        measureVoice({ host: document.body, track, onLevel, hearsMuted }, life.signal);
      });
    await loud(false);
    await session.setMicrophoneEnabled(false);
    expect(track()?.enabled).to.equal(false);
    await loud(true);
    expect(track()?.enabled, 'the copy alone hears').to.equal(false);
  });

  it('check signalling and media with the media server', async () => {
    const { url, token } = await stage.credentials('ann');
    const results: string[] = [];
    await checkLiveKitConnection({
      url,
      token,
      signal: life.signal,
      onResult: (stage, result) => void results.push(`${stage} ${result}`),
    });
    expect(results.slice(0, 2)).to.deep.equal(['signalling passed', 'media passed']);
  }).timeout(30_000);

  it('report signalling as failed without a media server, and stop there', async () => {
    const { token } = await stage.credentials('ann');
    const results: string[] = [];
    await checkLiveKitConnection({
      url: 'ws://127.0.0.1:1',
      token,
      signal: life.signal,
      onResult: (stage, result) => void results.push(`${stage} ${result}`),
    });
    expect(results).to.deep.equal(['signalling failed']);
  }).timeout(30_000);
});

import { expect } from '@open-wc/testing';
import type { Room } from 'livekit-client';
import { type Peer, Stage } from './support/live.js';
import { frames, measuredAtWidth } from './support/media.js';

/** The received bytes of each kind, including headers. */
interface Received {
  readonly audio: number;
  readonly video: number;
}

async function received({ session }: Peer): Promise<Received> {
  const sum = { audio: 0, video: 0 };
  for (const participant of (session.liveRoom as Room).remoteParticipants.values()) {
    for (const { track } of participant.trackPublications.values()) {
      const report = await track?.receiver?.getStats();
      report?.forEach((stats: RTCInboundRtpStreamStats) => {
        if (stats.type !== 'inbound-rtp') return;
        const kind = stats.kind === 'audio' ? 'audio' : 'video';
        sum[kind] += (stats.bytesReceived ?? 0) + (stats.headerBytesReceived ?? 0);
      });
    }
  }
  return sum;
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a call of 20 seconds with the data saver', () => {
  let stage: Stage;
  beforeEach(() => (stage = new Stage()));
  afterEach(() => stage.end());

  /** A peer that publishes nothing, and plays the audio and 480 px wide videos of two others. */
  async function viewer(
    identity: string,
    dataSaver: boolean,
  ): Promise<{ readonly peer: Peer; readonly videos: readonly HTMLVideoElement[] }> {
    const peer = await stage.peer({ dataSaver });
    await peer.session.connect(await stage.credentials(identity));
    const subscribed = await peer.until(() => {
      const all = peer.all('track-subscribed');
      return all.length === 4 && all;
    });
    const videos: HTMLVideoElement[] = [];
    for (const { track } of subscribed) {
      const element = stage.element(track.kind);
      if (element instanceof HTMLVideoElement) {
        Object.assign(element.style, { position: 'fixed', insetBlockStart: '0' });
        element.style.width = '480px';
        element.style.height = '270px';
      }
      peer.session.attach(track.sid, element);
      if (!(element instanceof HTMLVideoElement)) continue;
      await frames(element, 3);
      videos.push(element);
    }
    return { peer, videos };
  }

  it('receives at most half of the data of a call without it, including audio', async function () {
    this.timeout(100_000);
    for (const identity of ['ann', 'bea']) {
      const { session } = await stage.joined(identity);
      await session.setCameraEnabled(true);
      await session.setMicrophoneEnabled(true);
    }
    const viewers = await Promise.all([viewer('plain', false), viewer('saving', true)]);
    const bytes = (): Promise<Received[]> => Promise.all(viewers.map(({ peer }) => received(peer)));
    const [plain, saving] = await measuredAtWidth(viewers[0].videos, 480, async () => {
      const before = await bytes();
      await wait(20_000);
      return (await bytes()).map(({ audio, video }, n) => ({
        audio: audio - before[n]!.audio,
        video: video - before[n]!.video,
      }));
    });
    const total = ({ audio, video }: Received): number => audio + video;
    const numbers = JSON.stringify({ plain, saving });
    expect(plain!.audio, numbers).to.be.above(0);
    expect(total(saving!) / total(plain!), numbers).to.be.below(0.5);
  });
});

import { expect } from '@open-wc/testing';
import { type RemoteVideoTrack, type Room, Track } from 'livekit-client';
import { type Peer, Stage } from './support/live.js';
import { frames, measuredAtWidth } from './support/media.js';

/** The only video track to which a peer subscribes. */
function pictureOf({ session }: Peer): RemoteVideoTrack {
  // Other viewers are participants, too, and the order of the map varies.
  const pictures = [...(session.liveRoom as Room).remoteParticipants.values()].flatMap(
    (participant) => participant.getTrackPublication(Track.Source.Camera)?.track ?? [],
  );
  if (pictures.length !== 1) throw new Error(`${pictures.length} pictures instead of one`);
  return pictures[0] as RemoteVideoTrack;
}

async function statsOf(peer: Peer): Promise<{ frames: number; bytes: number }> {
  const stats = await pictureOf(peer).getReceiverStats();
  return { frames: stats?.framesDecoded ?? 0, bytes: stats?.bytesReceived ?? 0 };
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Makes the page look hidden to scripts, or visible again. */
function setHidden(isHidden: boolean): void {
  if (isHidden) {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
  } else Reflect.deleteProperty(document, 'visibilityState');
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('a picture that nobody sees', () => {
  let stage: Stage;
  beforeEach(() => (stage = new Stage()));
  afterEach(async () => {
    setHidden(false);
    await stage.end();
  });

  interface Viewed {
    readonly video: HTMLVideoElement;
    readonly attach: () => void;
    readonly detach: () => void;
  }

  const ways: readonly (readonly [string, (v: Viewed) => void, (v: Viewed) => void])[] = [
    ['whose tile is on another page', ({ detach }) => detach(), ({ attach }) => attach()],
    [
      'that is scrolled out of the window',
      ({ video }) => video.style.setProperty('margin-block-start', '300vh'),
      ({ video }) => video.style.removeProperty('margin-block-start'),
    ],
    ['of a page that is hidden', () => setHidden(true), () => setHidden(false)],
  ];

  for (const [what, hide, show] of ways) {
    it(`${what} is not downloaded 3 seconds later, and is back within a second`, async () => {
      const ann = await stage.joined('ann');
      await ann.session.setCameraEnabled(true);
      const ben = await stage.joined('ben');
      const { track } = await ben.hears(
        'track-subscribed',
        (event) => event.track.kind === 'video',
      );
      const video = stage.element('video');
      let detach = (): void => {};
      const attach = (): void => {
        detach = ben.session.attach(track.sid, video);
      };
      const viewed: Viewed = { video, attach, detach: () => detach() };
      attach();
      await frames(video, 5);
      // The code that loads after a join has arrived by then.
      await wait(500);

      hide(viewed);
      await wait(3000);
      const before = await statsOf(ben);
      await wait(1000);
      const after = await statsOf(ben);
      expect(after.frames - before.frames).to.equal(0);

      const shown = performance.now();
      show(viewed);
      while ((await statsOf(ben)).frames === after.frames) await wait(20);
      expect(performance.now() - shown).to.be.below(1000);
      expect(ben.all('track-unsubscribed')).to.deep.equal([]);
    });
  }
});

describe('the data saver', () => {
  let stage: Stage;
  beforeEach(() => (stage = new Stage()));
  afterEach(() => stage.end());

  for (const width of [960, 480, 240]) {
    it(`receives at most half of the data for a video of ${width} pixels`, async function () {
      this.timeout(60_000);
      const ann = await stage.joined('ann');
      await ann.session.setCameraEnabled(true);
      const viewers = await Promise.all(
        [false, true].map(async (dataSaver) => {
          const peer = await stage.peer({ dataSaver });
          const identity = dataSaver ? 'saving' : 'plain';
          await peer.session.connect(await stage.credentials(identity));
          const { track } = await peer.hears('track-subscribed', (e) => e.track.kind === 'video');
          const video = stage.element('video');
          video.style.setProperty('width', `${width}px`);
          video.style.setProperty('height', `${(width * 9) / 16}px`);
          Object.assign(video.style, { position: 'fixed', insetBlockStart: '0' });
          peer.session.attach(track.sid, video);
          await frames(video, 3);
          return { peer, video };
        }),
      );
      const bytes = (): Promise<number[]> =>
        Promise.all(viewers.map(async ({ peer }) => (await statsOf(peer)).bytes));
      // The server lowers the frame rate of the one who saves within seconds.
      await wait(3000);
      const [plain, saving] = await measuredAtWidth([viewers[0]!.video], width, async () => {
        const before = await bytes();
        await wait(5000);
        return (await bytes()).map((after, index) => after - before[index]!);
      });
      expect(saving! / plain!, JSON.stringify({ saving, plain })).to.be.below(0.5);
    });
  }
});

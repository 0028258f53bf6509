import { expect, nextFrame } from '@open-wc/testing';
import '../../src/define/ffc-participants.js';
import { PictureMeter } from '../../src/features/connection/picture-meter.js';
import type { RtcSession } from '../../src/rtc/session.js';
import { eventually } from '../support/element-suite.js';
import { joinRoom, type RoomBench } from '../support/room-bench.js';

interface MenuBench extends RoomBench {
  readonly root: ShadowRoot;
  readonly dialog: () => HTMLElement | null;
  /** Opens the details by the menu of a tile. */
  readonly open: (identity: string) => Promise<HTMLElement>;
}

async function createCall(lang = 'en'): Promise<MenuBench> {
  const bench = await joinRoom({
    properties: { startMuted: true, startCameraOff: true, lang },
    prepare: ({ session }) => void session.crowd(3),
  });
  Object.assign(bench.room.style, { blockSize: '600px', inlineSize: '900px' });
  const stage = await eventually(bench.room, () =>
    bench.room.shadowRoot!.querySelector('ffc-stage'),
  );
  const root = stage.shadowRoot!;
  const dialog = (): HTMLElement | null => root.querySelector('.connection-details');
  return {
    ...bench,
    root,
    dialog,
    open: async (identity) => {
      const tile = `ffc-participant-tile[identity="${identity}"] .tile-tool`;
      const button = await eventually(stage, () => root.querySelector<HTMLElement>(tile));
      button.focus();
      button.click();
      const item = await eventually(stage, () =>
        [...root.querySelectorAll<HTMLElement>('.menu.placed .act')].find(({ textContent }) =>
          /^(Connection|연결 상태)$/.test(textContent.trim()),
        ),
      );
      item.click();
      return eventually(stage, dialog);
    },
  };
}

describe('the connection of another participant', () => {
  it('has details behind the menu of a tile', async () => {
    const { room, services, root, open, dialog } = await createCall();
    services.session.setQuality('guest1', 'poor');
    const details = await open('guest1');
    const { name } = room.participants.find(({ identity }) => identity === 'guest1')!;
    expect(details.querySelector('h2')!.textContent.replace(/\s+/g, ' ').trim()).to.equal(
      `Connection · ${name}`,
    );
    expect(details.querySelector('[role=status]')!.textContent).to.contain('Poor connection');
    // The advice is for the person's own connection.
    expect(details.textContent).not.to.contain('Turn off your camera');
    const rows = [...details.querySelectorAll('dt')].map(({ textContent }) => textContent);
    expect(rows).to.deep.equal([
      'Resolution',
      'Frames per second',
      'Receiving',
      'Lost on the way',
      'Codec',
    ]);
    await expect(room).to.be.accessible();
    services.session.setQuality('guest1', 'good');
    await eventually(room, () => details.textContent.includes('Good connection'));
    details.querySelector('button')!.click();
    await eventually(room, () => !dialog());
    expect(root.activeElement?.matches('.tile-tool') ?? false).to.equal(true);
  });

  it('is the own connection on the own tile', async () => {
    const { open } = await createCall();
    const details = await open('me');
    expect(details.textContent).to.contain('Delay to the server');
  });

  it('closes when the participant leaves', async () => {
    const { room, services, open, dialog } = await createCall();
    await open('guest1');
    services.session.removeParticipant('guest1');
    await eventually(room, () => !dialog());
  });

  it('is in Korean, too', async () => {
    const { room, open } = await createCall('ko');
    const details = await open('guest1');
    await eventually(room, () => details.textContent.includes('해상도'));
  });
});

type Stats = Record<string, unknown>;

/** A session with one publication of `ann` for each report. */
function sessionWith(
  ...tracks: readonly { source: string; isMuted?: boolean; stats: () => Stats[] }[]
): RtcSession {
  const trackPublications = new Map(
    tracks.map(({ source, isMuted = false, stats }, index) => [
      String(index),
      {
        source,
        isMuted,
        track: {
          getRTCStatsReport: () =>
            Promise.resolve(new Map(stats().map((each) => [each['id'], each]))),
        },
      },
    ]),
  );
  const liveRoom = { remoteParticipants: new Map([['ann', { trackPublications }]]) };
  return { liveRoom } as unknown as RtcSession;
}

describe('the measurement of a picture', () => {
  let bytes = 0;
  const video = (): Stats[] => [
    {
      id: 'v',
      type: 'inbound-rtp',
      kind: 'video',
      codecId: 'c1',
      frameWidth: 1280,
      frameHeight: 720,
      framesPerSecond: 30,
      bytesReceived: (bytes += 50_000),
      packetsReceived: 96,
      packetsLost: 4,
    },
    { id: 'c1', type: 'codec', mimeType: 'video/VP8' },
    { id: 'c2', type: 'codec', mimeType: 'video/H264' },
  ];
  const audio = (): Stats[] => [
    { id: 'a', type: 'inbound-rtp', kind: 'audio', codecId: 'c', packetsReceived: 100 },
    { id: 'c', type: 'codec', mimeType: 'audio/opus' },
  ];

  it('has size, frames, rate, loss and codecs of a camera with its microphone', async () => {
    const session = sessionWith(
      { source: 'camera', stats: video },
      { source: 'microphone', stats: audio },
      { source: 'screen_share', stats: () => [{ id: 's', type: 'inbound-rtp', frameWidth: 1 }] },
    );
    const meter = new PictureMeter(session, { identity: 'ann', source: 'camera' });
    const first = await meter.measure();
    expect(first).to.include({ size: '1280 × 720', frames: 30, codec: 'VP8, opus' });
    expect(first.rate).to.equal(undefined);
    expect(first.loss).to.equal(0.02);
    // Firefox counts whole milliseconds, and there is no rate of none.
    const measured = performance.now();
    while (performance.now() === measured) await nextFrame();
    expect((await meter.measure()).rate).to.be.above(0);
  });

  it('has nothing of a muted camera, nor of somebody who is not there', async () => {
    const session = sessionWith({ source: 'camera', isMuted: true, stats: video });
    for (const identity of ['ann', 'ben']) {
      const meter = new PictureMeter(session, { identity, source: 'camera' });
      expect(Object.values(await meter.measure())).to.deep.equal(Array(5).fill(undefined));
    }
  });
});

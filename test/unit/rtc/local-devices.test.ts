import { expect } from '@open-wc/testing';
import { LocalVideoTrack, Track, type TrackProcessor } from 'livekit-client';
import { LocalMedia } from '../../../src/rtc/livekit/local-media.js';
import { LocalBench } from './local-bench.js';

describe('the devices of local tracks', () => {
  let bench: LocalBench;
  beforeEach(() => (bench = new LocalBench()));

  for (const source of ['camera', 'microphone'] as const) {
    it(`turn the ${source} off without waiting for the browser's question`, async () => {
      const on = bench.local.setEnabled(source, true);
      await Promise.resolve();
      await bench.local.setEnabled(source, false);
      expect(bench.opened).to.be.empty;
      bench.open.shift()?.();
      await on;
      const [track] = bench.opened;
      expect(track?.isMuted || track?.isStopped, 'released').to.equal(true);
      expect(bench.local.tracks().every(({ muted }) => muted)).to.equal(true);
    });
  }

  it('stop a camera that is requested again and meanwhile turned off', async () => {
    await bench.turn(true);
    await bench.turn(false);
    let answer = (): void => {};
    const asked = new Promise<void>((resolve) => (answer = resolve));
    const unmute = bench.opened[0]!.unmute.bind(bench.opened[0]);
    bench.opened[0]!.unmute = () => asked.then(unmute);
    const on = bench.local.setEnabled('camera', true);
    await Promise.resolve();
    await bench.local.setEnabled('camera', false);
    expect(bench.opened[0]?.isStopped, 'what the question brings').to.equal(true);
    answer();
    await on;
    expect(bench.local.tracks()[0]?.muted).to.equal(true);
  });

  for (const source of ['camera', 'microphone'] as const) {
    it(`turn the ${source} off during a switch without waiting for the question`, async () => {
      await bench.turn(true, source);
      const [track] = bench.opened;
      let answer = (): void => {};
      track!.setDeviceId = () => new Promise((resolve) => (answer = () => resolve(true)));
      const switched = bench.local.switchDevice(source, 'usb');
      await Promise.resolve();
      await bench.local.setEnabled(source, false);
      expect(track?.isMuted, 'muted before the answer').to.equal(true);
      answer();
      await switched;
      expect(track?.isStopped, 'what the answer opened').to.equal(true);
      expect(bench.local.tracks()[0]?.muted).to.equal(true);
      expect(bench.local.deviceId(source)).to.equal('usb');
    });
  }

  it('open nothing again when a switch fails after the end of the call', async () => {
    await bench.turn(true);
    const [track] = bench.opened;
    let refuse = (): void => {};
    const requested: unknown[] = [];
    track!.setDeviceId = (device) => {
      if (requested.push(device) > 1) return Promise.resolve(true);
      return new Promise(
        (_, reject) => (refuse = () => reject(new DOMException('', 'AbortError'))),
      );
    };
    const switched = bench.local.switchDevice('camera', 'usb').catch(() => {});
    await Promise.resolve();
    bench.local.release();
    refuse();
    await switched;
    expect(requested).to.deep.equal([{ exact: 'usb' }]);
  });

  it('open no default device after the end of the call', async () => {
    await bench.turn(true);
    await bench.turn(false);
    const [track] = bench.opened;
    let refuse = (): void => {};
    let captures = 0;
    track!.unmute = () => {
      if (++captures > 1) return Promise.resolve();
      return new Promise(
        (_, reject) => (refuse = () => reject(new DOMException('', 'NotFoundError'))),
      );
    };
    const on = bench.local.setEnabled('camera', true).catch(() => {});
    await Promise.resolve();
    bench.local.release();
    refuse();
    await on;
    expect(captures).to.equal(1);
  });

  it('stay on when they are turned on again before the question is answered', async () => {
    const first = bench.local.setEnabled('camera', true);
    await Promise.resolve();
    await bench.local.setEnabled('camera', false);
    const again = bench.local.setEnabled('camera', true);
    bench.open.shift()?.();
    await Promise.all([first, again]);
    expect(bench.local.tracks()[0]?.muted).to.equal(false);
    expect(bench.opened).to.have.length(1);
  });

  for (const [source, name] of [
    ['camera', 'OverconstrainedError'],
    ['camera', 'NotFoundError'],
    ['camera', 'NotReadableError'],
    ['microphone', 'OverconstrainedError'],
  ] as const) {
    it(`give way to the default when the chosen ${source} answers ${name}`, async () => {
      const on = bench.local.setEnabled(source, true);
      await Promise.resolve();
      bench.open.shift()?.();
      await on;
      const [track] = bench.opened;
      await bench.local.switchDevice(source, 'usb');
      await bench.local.setEnabled(source, false);
      // LiveKit captures a muted track again with the constraints that were set last.
      const unmute = track!.unmute.bind(track);
      track!.unmute = () =>
        track?.deviceId && 'exact' in track.deviceId
          ? Promise.reject(new DOMException('', name))
          : unmute();
      await bench.local.setEnabled(source, true);
      expect(bench.local.tracks()[0]).to.include({ source, muted: false });
      expect(bench.local.deviceId(source), 'the device that is in use now').to.equal('device-1');
      await bench.local.setEnabled(source, false);
      expect(bench.local.deviceId(source)).to.equal('device-1');
    });
  }

  it('take another device that was chosen while the one before was gone', async () => {
    await bench.turn(true);
    await bench.local.switchDevice('camera', 'usb');
    await bench.turn(false);
    await bench.local.switchDevice('camera', 'desk');
    expect(bench.local.deviceId('camera')).to.equal('desk');
    await bench.turn(true);
    expect(bench.opened[0]?.deviceId).to.deep.equal({ exact: 'desk' });
    expect(bench.local.tracks()[0]?.muted).to.equal(false);
  });
});

describe('a camera with a processor', () => {
  const pictures: MediaStreamTrack[] = [];
  afterEach(() => {
    for (const picture of pictures.splice(0)) picture.stop();
  });
  const createPicture = (): MediaStreamTrack => {
    const [picture] = document.createElement('canvas').captureStream().getVideoTracks();
    // Firefox applies constraints only to the tracks of devices.
    picture!.applyConstraints = () => Promise.resolve();
    pictures.push(picture!);
    return picture!;
  };

  for (const clicks of [[false], [false, true]]) {
    const end = clicks.at(-1) ? 'on' : 'off';
    it(`keeps it when it is turned ${end} while it opens`, async () => {
      const processed: MediaStreamTrack[] = [];
      const processor: TrackProcessor<Track.Kind.Video> = {
        name: 'blur',
        init: () => Promise.resolve(),
        restart: ({ track }) => {
          processed.push(track);
          return Promise.resolve();
        },
        destroy: () => Promise.resolve(),
      };
      const track = new LocalVideoTrack(createPicture(), undefined, false);
      track.source = Track.Source.Camera;
      await track.setProcessor(processor);
      const local = new LocalMedia({
        capture: {
          device: () => Promise.resolve(track),
          screen: () => Promise.resolve([]),
        },
        devices: {},
        canPublish: () => false,
        publish: () => Promise.resolve(),
        unpublish: () => Promise.resolve(),
        onChange: () => {},
        onFailed: () => {},
      });
      await local.setEnabled('camera', true);
      await local.setEnabled('camera', false);
      const { mediaDevices } = navigator;
      const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
      let asked = (): void => {};
      const isAsked = new Promise<void>((resolve) => (asked = resolve));
      let answer = (): void => {};
      const answered = new Promise<void>((resolve) => (answer = resolve));
      mediaDevices.getUserMedia = async () => {
        asked();
        await answered;
        return new MediaStream([createPicture()]);
      };
      try {
        const opening = local.setEnabled('camera', true);
        await isAsked;
        const turned = clicks.map((on) => local.setEnabled('camera', on));
        answer();
        await Promise.all([opening, ...turned]);
        expect(local.tracks()[0]?.muted).to.equal(!clicks.at(-1));
        expect(pictures.at(-1)?.readyState).to.equal(clicks.at(-1) ? 'live' : 'ended');
        await local.setEnabled('camera', true);
        expect(processed.at(-1) === pictures.at(-1), 'the shown picture is processed').to.be.true;
        expect(pictures.at(-1)?.readyState).to.equal('live');
      } finally {
        mediaDevices.getUserMedia = getUserMedia;
        local.release();
      }
    });
  }
});

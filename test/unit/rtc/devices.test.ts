import { expect } from '@open-wc/testing';
import type { DeviceKind, RtcDevices } from '../../../src/rtc/session.js';
import { Devices, type DevicesOptions } from '../../../src/rtc/livekit/devices.js';

type Info = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'> &
  Partial<Pick<InputDeviceInfo, 'getCapabilities'>>;

describe('the devices', () => {
  const info = (kind: DeviceKind, deviceId: string, label = deviceId): Info => ({
    kind,
    deviceId,
    label,
  });

  class FakeMedia extends EventTarget {
    infos: Info[] = [
      info('audioinput', 'mic-1'),
      info('audioinput', 'mic-2'),
      info('videoinput', 'cam-1'),
      info('audiooutput', 'speaker-1'),
    ];
    denied = false;

    async enumerateDevices(): Promise<MediaDeviceInfo[]> {
      if (this.denied) throw new DOMException('', 'NotAllowedError');
      return Promise.resolve(this.infos as MediaDeviceInfo[]);
    }
  }

  let media: FakeMedia;
  let end: AbortController;
  let told: RtcDevices[];
  let active: Partial<Record<DeviceKind, string>>;
  beforeEach(() => {
    media = new FakeMedia();
    end = new AbortController();
    told = [];
    active = {};
  });
  afterEach(() => end.abort());

  const create = (options: Partial<DevicesOptions> = {}): Devices =>
    new Devices({
      media,
      canChooseSpeaker: true,
      active: (kind) => active[kind],
      onChange: (devices) => told.push(devices),
      signal: end.signal,
      ...options,
    });

  it('have the side of a phone’s camera if the browser or the name tells it', async () => {
    media.infos = [
      info('videoinput', 'a', 'camera2 1, facing front'),
      info('videoinput', 'b', 'camera2 0, facing back'),
      info('videoinput', 'c', '후면 카메라'),
      { ...info('videoinput', 'd', 'Câmera'), getCapabilities: () => ({ facingMode: ['user'] }) },
      { ...info('videoinput', 'e', 'Back'), getCapabilities: () => ({ facingMode: [] }) },
      info('videoinput', 'f', 'USB camera'),
      info('audioinput', 'g', 'Back microphone'),
    ];
    const devices = create();
    await devices.refresh();
    const { videoinput, audioinput } = devices.snapshot;
    const facings = videoinput.map(({ facing }) => facing);
    expect(facings).to.deep.equal(['front', 'back', 'back', 'front', 'back', undefined]);
    expect(audioinput[0]).to.deep.equal({ id: 'g', label: 'Back microphone' });
  });

  it('are those of the newest reading when an older one answers later', async () => {
    const answers: ((infos: Info[]) => void)[] = [];
    media.enumerateDevices = () =>
      new Promise((resolve) =>
        answers.push((infos) => resolve(infos as unknown as MediaDeviceInfo[])),
      );
    const devices = create();
    const refreshed = devices.refresh();
    answers[1]!([info('audioinput', 'new')]);
    await refreshed;
    const older = devices.refresh();
    const newer = devices.refresh();
    answers[3]!([info('audioinput', 'newest')]);
    await newer;
    answers[2]!([info('audioinput', 'old')]);
    await older;
    expect(devices.snapshot.audioinput.map(({ id }) => id)).to.deep.equal(['newest']);
    expect(told.map(({ audioinput }) => audioinput[0]?.id)).to.deep.equal(['new', 'newest']);
  });

  it('are read at once, by kind', async () => {
    const devices = create();
    await devices.refresh();
    expect(devices.snapshot).to.deep.equal({
      audioinput: [
        { id: 'mic-1', label: 'mic-1' },
        { id: 'mic-2', label: 'mic-2' },
      ],
      videoinput: [{ id: 'cam-1', label: 'cam-1' }],
      audiooutput: [{ id: 'speaker-1', label: 'speaker-1' }],
      active: {},
    });
    expect(told).to.have.length(1);
    expect(Object.isFrozen(devices.snapshot.audioinput)).to.equal(true);
  });

  it('are reported again only when they differ', async () => {
    const devices = create();
    await devices.refresh();
    await devices.refresh();
    devices.update();
    expect(told).to.have.length(1);

    media.infos = media.infos.map((each) => ({ ...each, label: `${each.label}!` }));
    await devices.refresh();
    expect(told).to.have.length(2);
  });

  it('follow changes of the plugged-in devices, until the end', async () => {
    const devices = create();
    await devices.refresh();
    media.infos = [];
    media.dispatchEvent(new Event('devicechange'));
    await devices.refresh();
    expect(told.at(-1)?.audioinput).to.deep.equal([]);

    end.abort();
    media.infos = [info('audioinput', 'mic-3')];
    media.dispatchEvent(new Event('devicechange'));
    await devices.refresh();
    expect(told).to.have.length(2);
  });

  it('name the one in use, as long as it is there', async () => {
    const devices = create();
    await devices.refresh();
    active = { audioinput: 'mic-2', videoinput: 'gone' };
    devices.update();
    expect(told.at(-1)?.active).to.deep.equal({ audioinput: 'mic-2' });
  });

  it('have no speakers where the browser cannot choose one', async () => {
    const devices = create({ canChooseSpeaker: false });
    await devices.refresh();
    expect(devices.snapshot.audiooutput).to.deep.equal([]);
  });

  it('are none in an insecure context, and stay as they were when they cannot be read', async () => {
    const none = create({ media: undefined });
    await none.refresh();
    expect(none.snapshot.videoinput).to.deep.equal([]);

    const devices = create();
    await devices.refresh();
    media.denied = true;
    await devices.refresh();
    expect(devices.snapshot.videoinput).to.have.length(1);
  });
});

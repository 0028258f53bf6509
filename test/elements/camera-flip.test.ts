import { expect } from '@open-wc/testing';
import { mockDevices } from '../../src/mock/devices.js';
import type { RtcDevices } from '../../src/rtc/session.js';
import { eventually, nextEvent } from '../support/element-suite.js';
import { failure, joinRoom, type RoomBench } from '../support/room-bench.js';

/** A phone with two cameras on its back. */
const phone: RtcDevices = {
  ...mockDevices,
  videoinput: [
    { id: 'front', label: 'Front camera', facing: 'front' },
    { id: 'back', label: 'Back camera', facing: 'back' },
    { id: 'back-wide', label: 'Back wide camera', facing: 'back' },
  ],
  active: { ...mockDevices.active, videoinput: 'front' },
};

async function call(devices: RtcDevices) {
  const bench = await joinRoom({
    properties: { startMuted: true, controls: 'camera camera-flip leave' },
    prepare: ({ session }) => session.setDevices(devices),
  });
  const bar = bench.room.shadowRoot!.querySelector('ffc-control-bar')!;
  await eventually(bar, () => bar.shadowRoot!.querySelector('.fitted [data-control=leave]'));
  const flip = (): HTMLElement | null =>
    bar.shadowRoot!.querySelector<HTMLElement>('[data-control=camera-flip]');
  return { ...bench, bar, flip };
}

const cameraOf = ({ room }: RoomBench): string | undefined => room.devices.active.videoinput;

describe('flipping the camera of a phone', () => {
  it('leads to the other side, and back again', async () => {
    const bench = await call(phone);
    const { room, bar } = bench;
    const flip = await eventually(bar, () => bench.flip());
    await eventually(bar, () => flip.getAttribute('aria-disabled') === 'false');
    await expect(bar).to.be.accessible();
    for (const side of ['back', 'front']) {
      const changed = nextEvent(room, 'ffc-device-change');
      flip.click();
      await changed;
      expect(cameraOf(bench)).to.equal(side);
      await eventually(bar, () => flip.getAttribute('aria-busy') === 'false');
    }
  });

  it('takes the mirror from the picture of the back, and gives it to the front', async () => {
    const bench = await call(phone);
    const { room, bar } = bench;
    const flip = await eventually(bar, () => bench.flip());
    await eventually(bar, () => flip.getAttribute('aria-disabled') === 'false');
    const stage = room.shadowRoot!.querySelector('ffc-stage')!;
    const tile = await eventually(stage, () =>
      stage.shadowRoot!.querySelector('ffc-participant-tile'),
    );
    const video = await eventually(tile, () =>
      tile.shadowRoot!.querySelector<HTMLVideoElement>('video.mirrored:not(.waiting)'),
    );
    const [track] = (video.srcObject as MediaStream).getVideoTracks();
    let facingMode = 'environment';
    track!.getSettings = () => ({ facingMode });
    flip.click();
    await eventually(tile, () => !video.matches('.mirrored'));
    facingMode = 'user';
    await eventually(bar, () => flip.getAttribute('aria-busy') === 'false');
    flip.click();
    await eventually(tile, () => video.matches('.mirrored'));
  });

  it('stays with the camera that works', async () => {
    const bench = await call(phone);
    const flip = await eventually(bench.bar, () => bench.flip());
    await eventually(bench.bar, () => flip.getAttribute('aria-disabled') === 'false');
    bench.services.session.failNext(
      'switchDevice',
      failure({ reason: 'device-in-use', stage: 'device', device: 'camera' }),
    );
    const failed = nextEvent(bench.room, 'ffc-error');
    flip.click();
    await failed;
    expect(cameraOf(bench)).to.equal('front');
    await eventually(bench.bar, () => flip.getAttribute('aria-busy') === 'false');
  });

  it('is offered only where there are both sides', async () => {
    const bench = await call(mockDevices);
    expect(bench.flip() === null).to.equal(true);
    bench.services.session.setDevices(phone);
    await eventually(bench.bar, () => bench.flip());
    bench.services.session.setDevices({ ...phone, videoinput: phone.videoinput.slice(0, 1) });
    await eventually(bench.bar, () => !bench.flip());
  });

  it('does nothing while the camera is off', async () => {
    const bench = await call(phone);
    await bench.room.setCameraEnabled(false);
    const flip = await eventually(bench.bar, () => bench.flip());
    await eventually(bench.bar, () => flip.getAttribute('aria-disabled') === 'true');
  });
});

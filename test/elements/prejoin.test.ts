import { expect } from '@open-wc/testing';
import type { FfcPrejoinElement } from '../../src/elements/prejoin/prejoin.js';
import { eventually, nextEvent, runElementBaseTests } from '../support/element-suite.js';
import {
  arrive,
  failure,
  openRoom,
  type RoomBench,
  type RoomBenchOptions,
  shownText,
} from '../support/room-bench.js';

interface PrejoinBench extends RoomBench {
  readonly prejoin: FfcPrejoinElement;
}

const find = <K extends keyof HTMLElementTagNameMap>(
  { prejoin }: PrejoinBench,
  tag: K,
  filter = '',
): HTMLElementTagNameMap[K] =>
  prejoin.shadowRoot!.querySelector(`${tag}${filter}`) as HTMLElementTagNameMap[K];
const textOf = ({ prejoin }: PrejoinBench): string => shownText(prejoin.shadowRoot!);
const toggle = (bench: PrejoinBench, label: string): HTMLButtonElement =>
  find(bench, 'button', `[aria-label=${label}]`);

async function openPrejoin(options: RoomBenchOptions = {}): Promise<PrejoinBench> {
  const bench = await openRoom('prejoin', options);
  const prejoin = bench.room.shadowRoot!.querySelector('ffc-prejoin')!;
  await eventually(prejoin, () => prejoin.shadowRoot!.querySelector('form'));
  return { ...bench, prejoin };
}

runElementBaseTests('ffc-prejoin', async () => {
  const bench = await openPrejoin();
  await eventually(bench.prejoin, () => find(bench, 'video', ':not(.waiting)'));
  return { element: bench.prejoin, listeners: () => bench.services.session.attachments };
});

describe('<ffc-prejoin>', () => {
  it('shows the own camera in motion', async () => {
    const bench = await openPrejoin();
    const video = await eventually(bench.prejoin, () => find(bench, 'video', ':not(.waiting)'));
    expect(video.videoWidth).to.be.greaterThan(0);
    expect(video.muted).to.equal(true);
  });

  it('turns microphone and camera off and on', async () => {
    const bench = await openPrejoin();
    const camera = toggle(bench, 'Camera');
    await eventually(bench.prejoin, () => camera.getAttribute('aria-pressed') === 'true');
    camera.click();
    await eventually(bench.prejoin, () => textOf(bench).includes('Your camera is off'));
    expect(camera.getAttribute('aria-pressed')).to.equal('false');
    expect(find(bench, 'video')).to.equal(null);
    const microphone = toggle(bench, 'Microphone');
    microphone.click();
    await eventually(bench.prejoin, () => microphone.getAttribute('aria-pressed') === 'false');
    await expect(bench.prejoin).to.be.accessible();
  });

  it('joins as one set it up, with the name that was typed', async () => {
    const bench = await openPrejoin({ properties: { displayName: 'Mina' } });
    const name = find(bench, 'input', '#name');
    expect(name.value).to.equal('Mina');
    name.value = '  Dr. Kim  ';
    const request = nextEvent(bench.room, 'ffc-join-request');
    find(bench, 'form').requestSubmit();
    expect((await request).displayName).to.equal('Dr. Kim');
    await arrive(bench.room, 'connected');
    expect(bench.room.localParticipant?.name).to.equal('Dr. Kim');
  });

  it('waits when the page cancels the join', async () => {
    const bench = await openPrejoin();
    bench.room.addEventListener('ffc-join-request', (event) => event.preventDefault());
    find(bench, 'form').requestSubmit();
    await Promise.resolve();
    expect(bench.room.state).to.equal('prejoin');
  });

  it('explains the browser’s question for permission', async () => {
    const bench = await openPrejoin({
      prepare: ({ session }) => void session.hold('setCameraEnabled'),
    });
    await eventually(bench.prejoin, () => textOf(bench).includes('allow your camera'));
    expect(toggle(bench, 'Camera').getAttribute('aria-busy')).to.equal('true');
    await expect(bench.prejoin).to.be.accessible();
  });

  it('shows at once each choice that one makes while the browser asks for permission', async () => {
    let release = (): void => {};
    const bench = await openPrejoin({
      prepare: ({ session }) => void (release = session.hold('setCameraEnabled')),
    });
    const camera = toggle(bench, 'Camera');
    await eventually(bench.prejoin, () => camera.matches('[aria-busy=true][aria-pressed=true]'));
    for (const isOn of ['false', 'true', 'false']) {
      camera.click();
      await eventually(bench.prejoin, () => camera.getAttribute('aria-pressed') === isOn);
      expect(camera.getAttribute('aria-busy'), 'while the prompt is open').to.equal('true');
    }
    release();
    await eventually(bench.prejoin, () => camera.matches('[aria-busy=false]'));
    expect(camera.getAttribute('aria-pressed')).to.equal('false');
    find(bench, 'form').requestSubmit();
    await arrive(bench.room, 'connected');
    const isOn = (source: string): boolean | undefined =>
      bench.room.localParticipant?.tracks.some((track) => track.source === source && !track.muted);
    expect([isOn('microphone'), isOn('camera')]).to.deep.equal([true, false]);
  });

  it('explains a blocked camera and a missing microphone, and joins without them', async () => {
    const bench = await openPrejoin({
      prepare: ({ session }) => {
        session.failNext(
          'setCameraEnabled',
          failure({ reason: 'device-denied', stage: 'device', device: 'camera' }),
        );
        session.failNext(
          'setMicrophoneEnabled',
          failure({ reason: 'device-not-found', stage: 'device', device: 'microphone' }),
        );
      },
    });
    await eventually(bench.prejoin, () => textOf(bench).includes('You can still join without'));
    expect(textOf(bench)).to.contain('Your camera is blocked');
    expect(textOf(bench)).to.contain('No microphone found');
    await expect(bench.prejoin).to.be.accessible();
    find(bench, 'form').requestSubmit();
    await arrive(bench.room, 'connected');
    expect(bench.room.localParticipant?.tracks).to.deep.equal([]);
  });

  it('offers microphones, cameras and speakers, by number until they have names', async () => {
    const bench = await openPrejoin({ properties: { startMuted: true, startCameraOff: true } });
    const options = (kind: string): string[] =>
      [...find(bench, 'select', `#${kind}`).options].map(({ text }) => text);
    expect(options('audioinput')).to.deep.equal(['Microphone 1', 'Microphone 2']);
    await bench.room.setCameraEnabled(true);
    await bench.prejoin.updateComplete;
    expect(options('videoinput')).to.deep.equal(
      bench.services.session.devices.videoinput.map(({ label }) => label),
    );
    expect(options('audiooutput')).to.have.length(2);
  });

  it('shows another device once the session uses it', async () => {
    const bench = await openPrejoin();
    const select = find(bench, 'select', '#audioinput');
    const [before, next] = bench.services.session.devices.audioinput.map(({ id }) => id);
    expect(select.value).to.equal(before);
    const changed = nextEvent(bench.room, 'ffc-device-change');
    select.value = next!;
    select.dispatchEvent(new Event('change'));
    expect(select.value).to.equal(before);
    await changed;
    await eventually(bench.prejoin, () => select.value === next);
  });

  it('has no choice of speakers where the browser cannot choose one', async () => {
    const bench = await openPrejoin();
    const { session } = bench.services;
    session.setDevices({ ...session.devices, audiooutput: [] });
    await bench.prejoin.updateComplete;
    expect(find(bench, 'select', '#audiooutput')).to.equal(null);
  });

  it('stops the picture when it goes', async () => {
    const bench = await openPrejoin();
    await eventually(bench.prejoin, () => find(bench, 'video'));
    expect(bench.services.session.attachments).to.equal(1);
    bench.room.remove();
    await arrive(bench.room, 'idle');
    expect(bench.services.session.attachments).to.equal(0);
  });

  it('works outside of the room, by for', async () => {
    const { room } = await openPrejoin({ properties: { id: 'my-room' } });
    const prejoin = document.createElement('ffc-prejoin');
    prejoin.htmlFor = 'my-room';
    document.body.append(prejoin);
    const form = await eventually(prejoin, () => prejoin.shadowRoot!.querySelector('form'));
    form.requestSubmit();
    await arrive(room, 'connected');
    await eventually(prejoin, () => !prejoin.shadowRoot!.querySelector('form'));
    prejoin.remove();
  });
});

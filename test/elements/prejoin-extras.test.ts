import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import type { FfcPrejoinElement } from '../../src/elements/prejoin/prejoin.js';
import type { Cell } from '../../src/core/cell.js';
import { roomHandleKey } from '../../src/parts/room-handle.js';
import { changeSettings, type RoomSettings, settingsOf } from '../../src/parts/settings.js';
import { eventually, nextMacrotask } from '../support/element-suite.js';
import {
  arrive,
  demoRoom,
  failure,
  openRoom,
  type RoomBench,
  type RoomBenchOptions,
  shownText,
} from '../support/room-bench.js';

interface PrejoinBench extends RoomBench {
  readonly prejoin: FfcPrejoinElement;
}

async function openPrejoin(options: RoomBenchOptions = {}): Promise<PrejoinBench> {
  const bench = await openRoom('prejoin', options);
  const prejoin = bench.room.shadowRoot!.querySelector('ffc-prejoin')!;
  await eventually(prejoin, () => prejoin.shadowRoot!.querySelector('.tests'));
  return { ...bench, prejoin };
}

const me = {
  id: 1,
  appUserId: 'me',
  appUserName: 'Me',
  customType: undefined,
  lang: undefined,
} as const;

const textOf = ({ prejoin }: PrejoinBench): string => shownText(prejoin.shadowRoot!);
const level = ({ prejoin }: PrejoinBench): HTMLElement =>
  prejoin.shadowRoot!.querySelector<HTMLElement>('[part=level]')!;
const bars = (bench: PrejoinBench): number => Number(level(bench).getAttribute('aria-valuenow'));

function press({ prejoin }: PrejoinBench, text: string): void {
  const buttons = [...prejoin.shadowRoot!.querySelectorAll('button')];
  buttons.find((button) => button.textContent.trim() === text)!.click();
}

describe('the tooltips of a prejoin', () => {
  afterEach(() => resetMouse());

  it('name the switch under the pointer, and the effect of a click', async () => {
    const bench = await openPrejoin();
    const [microphone] = bench.prejoin.shadowRoot!.querySelectorAll<HTMLElement>('.toggle');
    const { left, top, width, height } = microphone!.getBoundingClientRect();
    const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
    await sendMouse({ type: 'move', position });
    const tip = await eventually(bench.prejoin, () =>
      bench.prejoin.shadowRoot!.querySelector('.tip:popover-open'),
    );
    expect(tip.querySelector('div')!.textContent).to.equal('Microphone');
    expect(tip.querySelector('small')!.textContent).to.equal('Mute');
    expect(microphone!.hasAttribute('title'), 'none of the browser’s').to.equal(false);
    expect(microphone!.getAttribute('aria-description')).to.equal('Mute');
    await sendMouse({ type: 'move', position: [2, 2] });
    await eventually(
      bench.prejoin,
      () => !bench.prejoin.shadowRoot!.querySelector('.tip:popover-open'),
    );
  });
});

describe('the level in a prejoin', () => {
  it('follows the voice, up and down', async () => {
    const bench = await openPrejoin();
    bench.services.session.setVoice(0.9);
    await eventually(bench.prejoin, () => bars(bench) === 5);
    expect(level(bench).hidden).to.equal(false);
    bench.services.session.setVoice(0);
    await eventually(bench.prejoin, () => bars(bench) === 0);
    await expect(bench.prejoin).to.be.accessible();
  });

  it('goes while the microphone is off', async () => {
    const bench = await openPrejoin();
    bench.services.session.setVoice(0.9);
    await eventually(bench.prejoin, () => !level(bench).hidden);
    await bench.room.setMicrophoneEnabled(false);
    await eventually(bench.prejoin, () => level(bench).hidden);
  });

  it('is not there where the microphone is blocked', async () => {
    const bench = await openPrejoin({
      prepare: ({ session }) => {
        session.setVoice(0.9);
        session.failNext(
          'setMicrophoneEnabled',
          failure({ reason: 'device-denied', stage: 'device', device: 'microphone' }),
        );
      },
    });
    await eventually(bench.prejoin, () => textOf(bench).includes('Your microphone is blocked'));
    expect(level(bench).hidden).to.equal(true);
  });
});

describe('the help of a prejoin', () => {
  it('says how to allow a blocked device, and tries it again', async () => {
    const bench = await openPrejoin({
      prepare: ({ session }) =>
        session.failNext(
          'setCameraEnabled',
          failure({ reason: 'device-denied', stage: 'device', device: 'camera' }),
        ),
    });
    await eventually(bench.prejoin, () => textOf(bench).includes('left of the address'));
    await expect(bench.prejoin).to.be.accessible();
    const { shadowRoot } = bench.prejoin;
    shadowRoot!.querySelector<HTMLElement>('.errors button')!.focus();
    press(bench, 'Try again');
    await eventually(bench.prejoin, () => shadowRoot!.querySelector('video'));
    expect(textOf(bench)).not.to.contain('left of the address');
    // The button is gone: the focus moves on to the button to join.
    await nextMacrotask();
    expect(shadowRoot!.activeElement?.matches('.join')).to.equal(true);
  });

  it('is not offered for a device that is missing', async () => {
    const bench = await openPrejoin({
      prepare: ({ session }) =>
        session.failNext(
          'setCameraEnabled',
          failure({ reason: 'device-not-found', stage: 'device', device: 'camera' }),
        ),
    });
    await eventually(bench.prejoin, () => textOf(bench).includes('No camera found'));
    expect(textOf(bench)).not.to.contain('left of the address');
  });
});

describe('the test of the speaker', () => {
  it('names the speaker that plays the sound, until the sound is over', async () => {
    const bench = await openPrejoin();
    const { session } = bench.services;
    session.setDevices({
      ...session.devices,
      audiooutput: [{ id: '', label: 'Desk speaker' }],
      active: { ...session.devices.active, audiooutput: '' },
    });
    press(bench, 'Test speaker');
    await eventually(bench.prejoin, () => textOf(bench).includes('Playing a sound on'));
    await eventually(bench.prejoin, () => !textOf(bench).includes('Playing a sound on'));
  });

  it('says that a speaker plays nothing', async () => {
    const bench = await openPrejoin();
    await bench.room.switchDevice('audiooutput', bench.services.session.devices.audiooutput[1]!.id);
    press(bench, 'Test speaker');
    await eventually(bench.prejoin, () => textOf(bench).includes('No sound could be played there'));
  });
});

describe('the check of the connection', () => {
  it('shows each stage, and the success', async () => {
    const bench = await openPrejoin();
    press(bench, 'Check connection');
    await eventually(bench.prejoin, () => textOf(bench).includes('Your connection is fine'));
    for (const stage of ['Service', 'Call server', 'Sound and video', 'Relay (TURN)']) {
      expect(textOf(bench)).to.contain(stage);
    }
    await expect(bench.prejoin).to.be.accessible();
  });

  for (const [stage, words] of [
    ['signalling', 'may block WebSockets'],
    ['media', 'may block UDP'],
    ['turn', 'The relay can’t be reached'],
  ] as const) {
    it(`names the failed stage: ${stage}`, async () => {
      const bench = await openPrejoin({ check: { [stage]: 'failed' } });
      press(bench, 'Check connection');
      await eventually(bench.prejoin, () => textOf(bench).includes(words));
    });
  }

  it('names the service when it gives no token, and tries nothing after it', async () => {
    const bench = await openPrejoin();
    bench.services.service.failNext('issueRtcToken', failure({ reason: 'forbidden' }));
    press(bench, 'Check connection');
    await eventually(bench.prejoin, () => textOf(bench).includes('The service did not let you in'));
    expect(textOf(bench).match(/Not checked/g)).to.have.length(3);
  });

  it('asks for no token of a room whose hosts let people in', async () => {
    const policy = { ...demoRoom({}).policy, manuallyApproval: true };
    const bench = await openPrejoin({ service: { rooms: [demoRoom({ policy })] } });
    bench.services.service.failNext('issueRtcToken', failure({ reason: 'forbidden' }));
    press(bench, 'Check connection');
    await eventually(bench.prejoin, () =>
      textOf(bench).includes('The rest is checked when you join'),
    );
    expect(textOf(bench).match(/Not checked/g)).to.have.length(3);
  });

  it('starts no recording of a room that records by itself, to which nobody has agreed', async () => {
    const policy = { ...demoRoom({}).policy, canAutoRoomCompositeRecording: true };
    const bench = await openPrejoin({ service: { rooms: [demoRoom({ policy })] } });
    press(bench, 'Check connection');
    await eventually(bench.prejoin, () => textOf(bench).match(/Not checked|is fine/));
    expect(textOf(bench).match(/Not checked/g)).to.have.length(3);
    expect(textOf(bench)).to.contain('The rest is checked when you join');
  });

  it('joins no room where the member is in a call in another tab, which it would end', async () => {
    const elsewhere = {
      isElsewhere: () => Promise.resolve(true),
      hold: () => Promise.resolve(false),
    };
    const bench = await openPrejoin({
      prepare: (services) => Object.assign(services, { tabs: elsewhere }),
    });
    press(bench, 'Check connection');
    await eventually(bench.prejoin, () => textOf(bench).match(/Not checked|is fine/));
    expect(textOf(bench).match(/Not checked/g)).to.have.length(3);
  });

  it('is not offered by services that cannot check', async () => {
    const bench = await openPrejoin({
      prepare: (services) => Object.assign(services, { checkConnection: undefined }),
    });
    expect(textOf(bench)).not.to.contain('Check connection');
  });
});

describe('a prejoin', () => {
  it('shows the picture as it is to a person who does not want it mirrored', async () => {
    const bench = await openPrejoin();
    const handle = bench.room[roomHandleKey];
    const scale = (): string => {
      const video = bench.prejoin.shadowRoot!.querySelector('video.mirrored');
      return video ? getComputedStyle(video).scale : '';
    };
    changeSettings(handle, { mirror: false });
    await eventually(bench.prejoin, () => scale() === '1');
    changeSettings(handle, { mirror: true });
    await eventually(bench.prejoin, () => scale() === '-1 1');
    const settings = settingsOf(handle) as Cell<RoomSettings>;
    const { size } = settings;
    bench.prejoin.remove();
    expect(settings.size, 'listeners').to.equal(size - 1);
  });

  it('shows the member’s own picture while the camera is off', async () => {
    const pixel =
      'https://pictures.example/mina.png?data=' + encodeURIComponent('no picture is fetched');
    const bench = await openPrejoin({
      service: { member: { ...me, appUserProfileImgUrl: pixel } },
      properties: { startCameraOff: true },
    });
    const find = () => bench.prejoin.shadowRoot!.querySelector<HTMLImageElement>('.picture');
    const picture = await eventually(bench.prejoin, find);
    expect(picture.src).to.equal(pixel);
    expect(picture.hidden, 'until it has loaded').to.equal(true);
  });

  it('speaks Korean in the parts that load after its preview', async () => {
    const bench = await openPrejoin({ properties: { lang: 'ko' } });
    await eventually(bench.prejoin, () => textOf(bench).includes('스피커 테스트'));
    expect(textOf(bench)).to.contain('연결 확인');
  });

  it('leaves nothing running when it goes', async () => {
    const bench = await openPrejoin();
    bench.services.session.setVoice(0.9);
    await eventually(bench.prejoin, () => !level(bench).hidden);
    const shown = level(bench);
    bench.room.remove();
    await arrive(bench.room, 'idle');
    const before = shown.getAttribute('aria-valuenow');
    await new Promise(requestAnimationFrame);
    expect(shown.getAttribute('aria-valuenow')).to.equal(before);
  });
});

import { expect, waitUntil } from '@open-wc/testing';
import { type Cell, createCell } from '../../src/core/cell.js';
import { elapsed } from '../../src/features/comfort/call-header.js';
import { type RoomEffect, roomEffectKey } from '../../src/parts/room-effect.js';
import { roomHandleKey } from '../../src/parts/room-handle.js';
import { type RoomSettings, settingsOf } from '../../src/parts/settings.js';
import { eventually, nextMacrotask } from '../support/element-suite.js';
import {
  arrive,
  demoRoom,
  joinRoom,
  openRoom,
  type RoomBench,
  type RoomBenchOptions,
} from '../support/room-bench.js';

async function join(
  options: RoomBenchOptions = {},
): Promise<RoomBench & { readonly find: (selector: string) => HTMLElement | null }> {
  const bench = await joinRoom(options);
  const find = (selector: string) => bench.room.shadowRoot!.querySelector<HTMLElement>(selector);
  await eventually(bench.room, () => find('[part=clock]'));
  return { ...bench, find };
}

/** Moves a room within the page. */
function move(room: Element): void {
  const aside = document.createElement('div');
  room.before(aside);
  aside.append(room);
}

describe('the header of a call', () => {
  it('has a clock', async () => {
    const { room, find } = await join();
    await eventually(room, () => find('[part=clock]')?.textContent === '0:00');
    expect([0, 42_000, 725_000, 3_729_000].map(elapsed)).to.deep.equal([
      '0:00',
      '0:42',
      '12:05',
      '1:02:09',
    ]);
    await expect(room).to.be.accessible();
  });

  it('has a clock that goes on when the room is moved, as into a window of its own', async () => {
    const { room, find } = await join();
    const { now } = Date;
    try {
      Date.now = () => now() + 60_000;
      await eventually(room, () => find('[part=clock]')?.textContent.startsWith('1:'));
      move(room);
      await room.updateComplete;
      expect(find('[part=clock]')?.textContent.slice(0, 2)).to.equal('1:');
    } finally {
      Date.now = now;
    }
  });

  it('leaves nothing at the settings that all rooms of the page share', async () => {
    const { room } = await join();
    const settings = settingsOf(room[roomHandleKey]) as Cell<RoomSettings>;
    expect(settings.size).to.be.greaterThan(0);
    room.remove();
    await arrive(room, 'idle');
    await nextMacrotask();
    expect(settings.size).to.equal(0);
  });

  it('says that a call is encrypted, and shows no lock otherwise', async () => {
    const { room, services, find } = await join();
    expect(find('[part=lock]') === null).to.equal(true);
    services.session.setRoomInfo({ isEncrypted: true });
    room.requestUpdate();
    await eventually(room, () => find('[part=lock]')?.textContent.includes('Encrypted'));
  });

  it('copies the link of invite-url, where it is one of the web', async () => {
    const { room, find } = await join({ properties: { inviteUrl: 'https://app.example/room/1' } });
    expect(find('[part~=copy-link]')?.textContent.trim()).to.equal('Copy invite link');
    find('[part~=copy-link]')!.click();
    await eventually(
      room,
      () => find('[part~=copy-link]')?.textContent.trim() !== 'Copy invite link',
    );
    room.inviteUrl = 'javascript:alert(1)';
    await eventually(room, () => find('[part~=copy-link]') === null);
  });

  it('shows that a link was copied for as long after a second click', async () => {
    const { room, find } = await join({ properties: { inviteUrl: 'https://app.example/room/1' } });
    const running = new Set<unknown>();
    const setTimeout = window.setTimeout.bind(window);
    const clearTimeout = window.clearTimeout.bind(window);
    const start = (run: () => void, after?: number) => {
      const timer = setTimeout(run, after);
      if (after === 2500) running.add(timer);
      return timer;
    };
    const stop = (timer?: number) => {
      running.delete(timer);
      clearTimeout(timer);
    };
    Object.assign(window, { setTimeout: start, clearTimeout: stop });
    try {
      find('[part~=copy-link]')!.click();
      await waitUntil(() => running.size === 1);
      const [first] = running;
      find('[part~=copy-link]')!.click();
      await waitUntil(() => !running.has(first));
      expect(running.size).to.equal(1);
      expect(find('[part~=copy-link]')?.textContent.trim()).not.to.equal('Copy invite link');
    } finally {
      Object.assign(window, { setTimeout, clearTimeout });
    }
    room.remove();
  });

  it('says that a room has a password', async () => {
    const policy = { ...demoRoom({}).policy, hasPassword: true };
    const { room } = await openRoom('password', {
      service: { rooms: [demoRoom({ policy })], passwords: { [demoRoom({}).id]: 'secret' } },
    });
    await room.join({ password: 'secret' });
    await arrive(room, 'connected');
    const lock = await eventually(room, () => room.shadowRoot!.querySelector('[part=lock]'));
    expect(lock.textContent).to.contain('This room has a password');
  });
});

describe('the hint to a person who speaks while muted', () => {
  it('comes after some seconds of speech, and unmutes', async () => {
    const { room, services, find } = await join();
    services.session.setVoice(0.9);
    await room.setMicrophoneEnabled(false);
    await eventually(room, () => find('[part~=muted-hint]'));
    find('[part~=muted-hint] .primary')!.click();
    await eventually(room, () => find('[part~=muted-hint]') === null);
    const microphone = room.localParticipant?.tracks.find(({ source }) => source === 'microphone');
    expect(microphone?.muted).to.equal(false);
  }).timeout(10_000);

  it('is announced, in a region that was there before', async () => {
    const { room, services, find } = await join();
    const regions = () => [...room.shadowRoot!.querySelectorAll('[role=status]')];
    await eventually(room, () => find('[part~=clock]'));
    const before = regions();
    services.session.setVoice(0.9);
    await room.setMicrophoneEnabled(false);
    await eventually(room, () => find('[part~=muted-hint]'));
    const speaking = regions().filter(({ textContent }) => /muted/i.test(textContent));
    expect(speaking).to.have.length(1);
    expect(before).to.include(speaking[0]);
  }).timeout(10_000);

  it('also comes when the room was moved meanwhile', async () => {
    const { room, services, find } = await join();
    services.session.setVoice(0.9);
    await room.setMicrophoneEnabled(false);
    move(room);
    await eventually(room, () => find('[part~=muted-hint]'));
  }).timeout(10_000);

  it('listens to the microphone itself where an effect processes it', async () => {
    const context = new AudioContext();
    const voice = context.createMediaStreamDestination();
    const tone = new OscillatorNode(context);
    tone.connect(voice);
    tone.start();
    const [capturedTrack] = voice.stream.getAudioTracks();
    const suppression = {
      [roomEffectKey]: true,
      name: 'noise-suppression',
      state: createCell({ enabled: true, isPending: false, error: undefined }),
      support: { supported: true },
      capturedTrack,
      setEnabled: () => Promise.resolve(),
    } satisfies RoomEffect;
    try {
      const { room, services, find } = await join({ properties: { audioProcessor: suppression } });
      // An effect's track is silent while the microphone is muted.
      services.session.setVoice(0);
      await room.setMicrophoneEnabled(false);
      await eventually(room, () => find('[part~=muted-hint]'));
    } finally {
      await context.close();
    }
  }).timeout(10_000);
});

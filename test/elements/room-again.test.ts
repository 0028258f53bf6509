import { expect } from '@open-wc/testing';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { demoPassword } from '../../src/mock/index.js';
import { eventually } from '../support/element-suite.js';
import { arrive, failure, openRoom, type RoomBench } from '../support/room-bench.js';

/** The sources of the local tracks that are on. */
const ownSources = (room: FfcRoomElement): string[] =>
  (room.localParticipant?.tracks ?? []).filter(({ muted }) => !muted).map(({ source }) => source);

const clickAgain = ({ room }: RoomBench): void => room.shadowRoot!.querySelector('button')!.click();

/** A room in a call, with both devices turned off by clicks in the prejoin. */
async function joinedWithBothOff(): Promise<RoomBench> {
  const bench = await openRoom('prejoin');
  const { room } = bench;
  const prejoin = room.shadowRoot!.querySelector('ffc-prejoin')!;
  await prejoin.updateComplete;
  for (const toggle of prejoin.shadowRoot!.querySelectorAll('[aria-pressed]')) {
    await eventually(prejoin, () => toggle.matches('[aria-pressed=true][aria-busy=false]'));
    (toggle as HTMLElement).click();
    await eventually(prejoin, () => toggle.matches('[aria-pressed=false][aria-busy=false]'));
  }
  prejoin.shadowRoot!.querySelector<HTMLElement>('.join')!.click();
  await arrive(room, 'connected');
  return bench;
}

describe('<ffc-room> joined again', () => {
  const ends: Record<string, (bench: RoomBench) => unknown> = {
    left: ({ room }) => room.leave(),
    removed: ({ services }) => services.session.end('duplicate-identity'),
    failed: ({ services }) => services.session.end('connection-lost'),
  };
  for (const [state, end] of Object.entries(ends)) {
    it(`after ${state} turns on nothing that the person had off`, async () => {
      const bench = await joinedWithBothOff();
      const { room } = bench;
      end(bench);
      await arrive(room, state as FfcRoomElement['state']);
      clickAgain(bench);
      await arrive(room, 'connected');
      expect(ownSources(room)).to.deep.equal([]);
      await room.setCameraEnabled(true);
      expect(ownSources(room)).to.deep.equal(['camera']);
    });
  }

  it('after a join that failed shows a preview with both devices off', async () => {
    const bench = await joinedWithBothOff();
    const { room, services } = bench;
    await room.leave();
    services.service.failNext('issueRtcToken', failure({ reason: 'network', retryable: true }));
    room.join().catch(() => {});
    await arrive(room, 'failed');
    clickAgain(bench);
    await arrive(room, 'prejoin');
    expect(ownSources(room)).to.deep.equal([]);
  });

  it('keeps the name that was typed', async () => {
    const bench = await openRoom('prejoin');
    const { room } = bench;
    const prejoin = room.shadowRoot!.querySelector('ffc-prejoin')!;
    await prejoin.updateComplete;
    prejoin.shadowRoot!.querySelector<HTMLInputElement>('#name')!.value = 'Mina';
    prejoin.shadowRoot!.querySelector<HTMLElement>('.join')!.click();
    await arrive(room, 'connected');
    expect(room.localParticipant?.name).to.equal('Mina');
    await room.leave();
    await arrive(room, 'left');
    clickAgain(bench);
    await arrive(room, 'connected');
    expect(room.localParticipant?.name).to.equal('Mina');
  });

  it('asks for a password with no device open', async () => {
    const { room, services } = await openRoom('password', { properties: { roomId: '3' } });
    const field = room.shadowRoot!.querySelector<HTMLInputElement>('input[type=password]')!;
    field.value = demoPassword;
    field.form!.requestSubmit();
    await arrive(room, 'prejoin');
    await eventually(room, () => ownSources(room).length === 2);
    services.service.failNext('issueRtcToken', failure({ reason: 'wrong-password' }));
    room.join().catch(() => {});
    await arrive(room, 'password');
    expect(services.session.participants()[0]!.tracks).to.deep.equal([]);
    expect(room.localParticipant).to.equal(undefined);
  });
});

import { expect } from '@open-wc/testing';
import { eventually } from '../support/element-suite.js';
import {
  factsLoaded,
  heardJoin,
  joinRoom,
  newsRegion,
  type RoomBench,
  type RoomBenchOptions,
} from '../support/room-bench.js';

const jun = { identity: 'jun', name: 'Jun' };
const mina = { identity: 'mina', name: 'Mina' };

/** A call whose own join was announced: by then the code of the notices is there. */
async function join(options: RoomBenchOptions = {}): Promise<RoomBench> {
  const bench = await joinRoom(options);
  await heardJoin(bench.room);
  return bench;
}

const lines = ({ room }: RoomBench): string[] =>
  [...room.shadowRoot!.querySelectorAll('[part=news] span')].map(({ textContent }) => textContent);

/** Waits until exactly these lines show. */
const see = (bench: RoomBench, ...texts: string[]): Promise<unknown> =>
  eventually(bench.room, () => String(lines(bench)) === String(texts));

describe('the lines over the stage about people', () => {
  it('tell who joined and who left', async () => {
    const bench = await join({ prepare: ({ session }) => void session.addParticipant(mina) });
    bench.services.session.addParticipant(jun);
    await see(bench, 'Jun joined');
    expect(bench.room.shadowRoot!.querySelector('[part=news] b')).to.have.text('J');
    bench.services.session.removeParticipant('mina');
    await see(bench, 'Jun joined', 'Mina left');
  });

  it('count people who come together', async () => {
    const bench = await join();
    bench.services.session.crowd(3);
    await see(bench, '3 people joined');
    expect(bench.room.shadowRoot!.querySelector('[part=news] b')).to.be.null;
  });

  it('forget who joined and is gone again', async () => {
    const bench = await join();
    const { session } = bench.services;
    session.addParticipant(jun);
    await see(bench, 'Jun joined');
    session.removeParticipant('jun');
    await see(bench, 'Jun left');
    session.addParticipant(jun);
    await see(bench, 'Jun joined');
  });

  it('go by themselves', async () => {
    const bench = await join();
    bench.services.session.addParticipant(jun);
    await see(bench, 'Jun joined');
    await see(bench);
  }).timeout(10_000);

  it('are not announced a second time', async () => {
    const bench = await join();
    bench.services.session.addParticipant(jun);
    await see(bench, 'Jun joined');
    await eventually(bench.room, () => newsRegion(bench.room)!.textContent === 'Jun joined');
    const line = bench.room.shadowRoot!.querySelector('[part=news]')!;
    expect(line).to.have.attribute('aria-hidden', 'true');
    expect(line.closest('[role=status], [role=alert], [aria-live]')).to.be.null;
    await expect(bench.room).to.be.accessible();
  });

  it('stay away in a call of many people', async () => {
    const bench = await join({ prepare: ({ session }) => void session.crowd(12) });
    bench.services.session.addParticipant(jun);
    await eventually(bench.room, () => newsRegion(bench.room)!.textContent === 'Jun joined');
    expect(lines(bench)).to.be.empty;
  });

  it('stay away from an observer', async () => {
    const bench = await join({ properties: { observer: true } });
    const joined = new Promise((resolve) =>
      bench.room.addEventListener('ffc-participant-joined', resolve, { once: true }),
    );
    bench.services.session.addParticipant(jun);
    await joined;
    await bench.room.updateComplete;
    expect(lines(bench)).to.be.empty;
  });

  it('leave a host to the notice about hosts', async () => {
    const bench = await join({
      prepare: ({ session }) =>
        void session.addParticipant({
          ...jun,
          metadata: JSON.stringify({ appUserId: 'jun', channelMemberType: 'OPERATOR' }),
        }),
    });
    bench.services.session.removeParticipant('jun', 'client');
    await eventually(bench.room, () => bench.room.shadowRoot!.querySelector('[part=notice]'));
    expect(lines(bench)).to.be.empty;
  });

  it('are in Korean, too', async () => {
    const bench = await joinRoom({ properties: { lang: 'ko' } });
    await factsLoaded(bench.room);
    bench.services.session.addParticipant(jun);
    await eventually(bench.room, () => lines(bench)[0]?.includes('Jun 님'));
  });
});

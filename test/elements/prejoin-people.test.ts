import { expect } from '@open-wc/testing';
import type { FfcPrejoinElement } from '../../src/elements/prejoin/prejoin.js';
import type { MockServices } from '../../src/mock/index.js';
import { eventually } from '../support/element-suite.js';
import {
  arrive,
  demoRoom,
  failure,
  openRoom,
  type RoomBench,
  type RoomBenchOptions,
} from '../support/room-bench.js';

const people = ['Mina', 'Jun', 'Sara', 'Kwame', 'Yuki'];

/** Adds people to the channel of the room, in this order. */
function enter({ channels }: MockServices, names: readonly string[]): void {
  for (const name of names) {
    channels.say(1, { appUserId: name.toLowerCase(), appUserName: name }, 'Hi', { silent: true });
  }
}

async function openPrejoin(
  options: RoomBenchOptions & { readonly names?: readonly string[] } = {},
): Promise<RoomBench & { readonly prejoin: FfcPrejoinElement }> {
  const { names = [], prepare, ...rest } = options;
  const bench = await openRoom('prejoin', {
    service: { rooms: [demoRoom({ id: 1, videoRoomState: 'LIVE_INACTIVE' })] },
    ...rest,
    prepare: (services) => {
      enter(services, names);
      prepare?.(services);
    },
  });
  const prejoin = bench.room.shadowRoot!.querySelector('ffc-prejoin')!;
  await eventually(prejoin, () => prejoin.shadowRoot!.querySelector('.here'));
  return { ...bench, prejoin };
}

const said = (prejoin: FfcPrejoinElement): string =>
  prejoin.shadowRoot!.querySelector('.here span')?.textContent?.trim() ?? '';

/** Runs a test with a function that ends the wait for the next request to the service. */
async function withRounds(run: (nextRound: () => void) => Promise<void>): Promise<void> {
  const { setTimeout: real } = globalThis;
  const waits: (() => void)[] = [];
  globalThis.setTimeout = ((work: () => void, wait?: number, ...rest: unknown[]) => {
    if (wait !== 20_000) return real(work, wait, ...rest);
    waits.push(work);
    return 0;
  }) as typeof setTimeout;
  try {
    await run(() => {
      for (const work of waits.splice(0)) work();
    });
  } finally {
    globalThis.setTimeout = real;
  }
}

describe('who is in a room already', () => {
  for (const [names, text] of [
    [[], 'No one is here yet'],
    [['Mina'], 'Mina is here'],
    [['Mina', 'Jun'], 'Mina and Jun are here'],
    [['Mina', 'Jun', 'Sara'], 'Mina, Jun and 1 other are here'],
    [people, 'Mina, Jun and 3 others are here'],
  ] as const) {
    it(`is said before the join: ${text}`, async () => {
      const { prejoin } = await openPrejoin({ names });
      await eventually(prejoin, () => said(prejoin) === text);
      await expect(prejoin).to.be.accessible();
    });
  }

  for (const [names, text] of [
    [[], '아직 아무도 없습니다'],
    [['Mina'], 'Mina 님이 참여 중입니다'],
    [people, 'Mina 님, Jun 님 외 3명이 참여 중입니다'],
  ] as const) {
    it(`is said in Korean: ${text}`, async () => {
      const { prejoin } = await openPrejoin({ names, properties: { lang: 'ko' } });
      await eventually(prejoin, () => said(prejoin) === text);
    });
  }

  it('does not count the member at this browser', async () => {
    const { prejoin } = await openPrejoin({ names: ['Me', 'Mina'] });
    await eventually(prejoin, () => said(prejoin) === 'Mina is here');
  });

  it('is a number where the member may not see the others', async () => {
    const { prejoin } = await openPrejoin({
      names: people,
      prepare: ({ channels }) =>
        channels.failNext('listChannelMembers', failure({ reason: 'forbidden', stage: 'api' })),
    });
    await eventually(prejoin, () => said(prejoin) === '5 people are here');
  });

  it('is left out where the service does not say it, and joining goes on', async () => {
    const { room, prejoin, services } = await openPrejoin({
      names: people,
      prepare: ({ channels }) => {
        for (const method of ['listChannelMembers', 'getChannel'] as const) {
          channels.failNext(method, failure({ reason: 'forbidden', stage: 'api' }));
        }
      },
    });
    await eventually(prejoin, () => prejoin.shadowRoot!.querySelector('.join'));
    expect(said(prejoin)).to.equal('');
    expect(services.channels.calls.listChannelMembers ?? 0).to.be.at.most(1);
    await room.join();
    await arrive(room, 'connected');
  });

  it('keeps no one from joining while the answer is waited for', async () => {
    const { room } = await openPrejoin({
      names: people,
      prepare: ({ channels }) => void channels.hold('listChannelMembers'),
    });
    await room.join();
    await arrive(room, 'connected');
  });

  it('is not said to be nobody while a call runs', async () => {
    const { prejoin, services } = await openPrejoin({
      service: { rooms: [demoRoom({ id: 1, videoRoomState: 'LIVE' })] },
    });
    enter(services, []);
    await eventually(prejoin, () => services.channels.calls.listChannelMembers === 1);
    await prejoin.updateComplete;
    expect(said(prejoin)).to.equal('');
  });

  it('is kept fresh', async () => {
    await withRounds(async (nextRound) => {
      const { prejoin, services } = await openPrejoin({ names: ['Mina'] });
      await eventually(prejoin, () => said(prejoin) === 'Mina is here');
      enter(services, ['Jun']);
      nextRound();
      await eventually(prejoin, () => said(prejoin) === 'Mina and Jun are here');
    });
  });

  it('asks for no names again where the member may not see them', async () => {
    await withRounds(async (nextRound) => {
      const { prejoin, services } = await openPrejoin({
        names: people,
        prepare: ({ channels }) =>
          channels.failNext('listChannelMembers', failure({ reason: 'forbidden', stage: 'api' })),
      });
      await eventually(prejoin, () => said(prejoin) === '5 people are here');
      enter(services, ['Alex']);
      nextRound();
      await eventually(prejoin, () => said(prejoin) === '6 people are here');
      expect(services.channels.calls.listChannelMembers).to.equal(1);
    });
  });

  it('asks for no names that are known to be refused', async () => {
    const { prejoin, services } = await openPrejoin({
      names: people,
      prepare: ({ channels }) =>
        Object.assign(channels, { hasJoined: () => Promise.resolve(false) }),
    });
    await eventually(prejoin, () => said(prejoin) === '5 people are here');
    expect(services.channels.calls.listChannelMembers ?? 0).to.equal(0);
  });

  it('asks for names where the member has joined the channel', async () => {
    const { prejoin } = await openPrejoin({
      names: ['Mina'],
      prepare: ({ channels }) =>
        Object.assign(channels, { hasJoined: () => Promise.resolve(true) }),
    });
    await eventually(prejoin, () => said(prejoin) === 'Mina is here');
  });
});

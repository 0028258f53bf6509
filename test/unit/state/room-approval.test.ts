import { expect } from '@open-wc/testing';
import { createDemoRooms, createMockServices, type MockServices } from '../../../src/mock/index.js';
import { createRoomStore } from '../../../src/state/room/room-store.js';
import type { RoomStore, RoomStoreOptions } from '../../../src/state/types.js';
import { failure, reasonOf, untilState } from './room-support.js';

const open: RoomStore[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.dispose();
});

/** Another member's room, whose host has to admit people. */
function guarded(
  options: RoomStoreOptions = {},
  password?: string,
): { store: RoomStore; services: MockServices; id: string } {
  const [demo] = createDemoRooms(0);
  const room = {
    ...demo!,
    member: { ...demo!.member!, appUserId: 'host' },
    policy: { ...demo!.policy, manuallyApproval: true },
  };
  const services = createMockServices({
    service: { rooms: [room], ...(password && { passwords: { [room.id]: password } }) },
  });
  services.waiting.askEvery = 5;
  const store = createRoomStore(services, { noPreview: true, ...options });
  open.push(store);
  return { store, services, id: String(room.id) };
}

/** The rooms for which the service hears that the person gave up, in order. */
function recordWithdrawals({ waiting }: MockServices): readonly number[] {
  const rooms: number[] = [];
  waiting.withdraw = (roomId) => {
    rooms.push(roomId);
    return Promise.resolve();
  };
  return rooms;
}

describe('a room whose host lets people in', () => {
  it('waits after the join, and goes on into the call by itself', async () => {
    const { store, services, id } = guarded();
    await store.open(id);
    const joined = store.join();
    await untilState(store, 'waiting');
    services.service.decide(Number(id), 'admit');
    await joined;
    expect(store.phase.getSnapshot().state).to.equal('connected');
  });

  it('opens no device while it waits, and those of the preview again after that', async () => {
    const { store, services, id } = guarded({ noPreview: false });
    await store.open(id);
    const before = services.session;
    const joined = store.join();
    await untilState(store, 'waiting');
    expect(before.listeners).to.equal(0);
    services.service.decide(Number(id), 'admit');
    await joined;
    const { microphone, camera } = store.intended.getSnapshot();
    expect([microphone, camera]).to.deep.equal([true, true]);
  });

  it('waits with auto-join too', async () => {
    const { store, services, id } = guarded({ autoJoin: true });
    void store.open(id);
    await untilState(store, 'waiting');
    services.service.decide(Number(id), 'admit');
    await untilState(store, 'connected');
  });

  it('goes on from the right password to the preview, and waits from there', async () => {
    const { store, services, id } = guarded({}, 'open sesame');
    await store.open(id);
    await store.submitPassword('guess');
    expect(store.phase.getSnapshot()).to.include({ state: 'password', rejected: true });
    await store.submitPassword('open sesame');
    expect(store.phase.getSnapshot().state).to.equal('prejoin');
    const joined = store.join();
    await untilState(store, 'waiting');
    services.service.decide(Number(id), 'admit');
    await joined;
  });

  it('says that the host refused, and asks again on request', async () => {
    const { store, services, id } = guarded();
    await store.open(id);
    const joined = reasonOf(store.join());
    await untilState(store, 'waiting');
    services.service.decide(Number(id), 'refuse');
    const phase = await untilState(store, 'removed');
    expect(phase).to.include({ reason: 'refused' });
    expect(phase.duration).to.equal(undefined);
    expect(await joined).to.equal('forbidden');
    void store.retry();
    await untilState(store, 'prejoin');
    store.join().catch(() => {});
    await untilState(store, 'waiting');
  });

  it('tells the service when the person gives up', async () => {
    const { store, services, id } = guarded();
    services.waiting.askEvery = 60_000;
    const withdrawn = recordWithdrawals(services);
    await store.open(id);
    const joined = reasonOf(store.join());
    await untilState(store, 'waiting');
    await store.leave();
    expect(store.phase.getSnapshot().state).to.equal('left');
    expect(await joined).to.equal('aborted');
    await Promise.resolve();
    expect(withdrawn).to.deep.equal([Number(id)]);
  });

  it('tells the service at once, before another member may have signed in', async () => {
    const { store, services, id } = guarded();
    services.waiting.askEvery = 60_000;
    const withdrawn = recordWithdrawals(services);
    await store.open(id);
    store.join().catch(() => {});
    await untilState(store, 'waiting');
    const closed = store.close();
    expect(withdrawn).to.deep.equal([Number(id)]);
    await closed;
  });

  for (const [answer, times] of [
    // The service has put the person into the queue again.
    [Object.assign(failure('forbidden'), { errorCode: 'VIDEO_ROOM_APPROVAL_PENDING' }), 2],
    // The client aborts the request when another member signs in.
    [failure('aborted'), 1],
  ] as const) {
    it(`tells the service ${times} times if a request runs, which fails with “${answer.reason}”`, async () => {
      const { store, services, id } = guarded();
      const withdrawn = recordWithdrawals(services);
      await store.open(id);
      store.join().catch(() => {});
      await untilState(store, 'waiting');
      const answerLast = await new Promise<() => void>((resolve) => {
        services.member.issueRtcToken = () =>
          new Promise((_, reject) => resolve(() => reject(answer)));
      });
      await store.leave();
      expect(store.phase.getSnapshot().state).to.equal('left');
      expect(withdrawn).to.deep.equal([Number(id)]);
      answerLast();
      await new Promise((resolve) => setTimeout(resolve));
      expect(withdrawn).to.deep.equal(Array(times).fill(Number(id)));
    });
  }

  for (const autoJoin of [false, true]) {
    it(`leaves the queue if the person gave up during the first request${autoJoin ? ', which began with the room' : ''}`, async () => {
      const { store, services, id } = guarded({ autoJoin });
      const withdrawn = recordWithdrawals(services);
      const pending = Object.assign(failure('forbidden'), {
        errorCode: 'VIDEO_ROOM_APPROVAL_PENDING',
      });
      const asked = new Promise<() => void>((resolve) => {
        services.member.issueRtcToken = (_id, _input, { signal } = {}) =>
          new Promise((_, reject) => {
            signal?.addEventListener('abort', () => reject(failure('aborted')));
            resolve(() => reject(pending));
          });
      });
      const opened = store.open(id).catch(() => {});
      if (!autoJoin) {
        await opened;
        store.join().catch(() => {});
      }
      const answer = await asked;
      await store.close();
      expect(withdrawn).to.deep.equal([]);
      answer();
      await new Promise((resolve) => setTimeout(resolve));
      expect(withdrawn).to.deep.equal([Number(id)]);
    });
  }

  it('tells the service nothing after the admission', async () => {
    const { store, services, id } = guarded();
    const withdrawn = recordWithdrawals(services);
    await store.open(id);
    const joined = store.join();
    await untilState(store, 'waiting');
    services.service.decide(Number(id), 'admit');
    await joined;
    await store.leave();
    expect(withdrawn).to.deep.equal([]);
  });

  it('waits longer after each failure', async () => {
    const { store, services, id } = guarded();
    const passing = Object.assign(failure('network'), { retryable: true });
    let times: number[] = [];
    await store.open(id);
    store.join().catch(() => {});
    await untilState(store, 'waiting');
    await new Promise<void>((resolve) => {
      services.member.issueRtcToken = () => {
        times = [...times, performance.now()];
        if (times.length === 6) resolve();
        return Promise.reject(passing);
      };
    });
    // 5, 10, 20, 40 and 80 milliseconds: a constant wait would end after 25.
    expect(times.at(-1)! - times[0]!).to.be.greaterThan(140);
  });

  it('waits on through failures that pass, and fails with one that does not', async () => {
    const { store, services, id } = guarded();
    await store.open(id);
    const joined = reasonOf(store.join());
    await untilState(store, 'waiting');
    const passing = failure('network');
    services.service.failNext('issueRtcToken', Object.assign(passing, { retryable: true }));
    const calls = services.service.calls.issueRtcToken ?? 0;
    while ((services.service.calls.issueRtcToken ?? 0) < calls + 2) {
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect(store.phase.getSnapshot().state).to.equal('waiting');
    services.service.failNext('issueRtcToken', failure('room-not-found'));
    await untilState(store, 'failed');
    expect(await joined).to.equal('room-not-found');
  });

  it('ends when the room does', async () => {
    const { store, services, id } = guarded();
    await store.open(id);
    store.join().catch(() => {});
    await untilState(store, 'waiting');
    services.push.tell({ type: 'room-change', roomId: Number(id), videoRoomState: 'ENDED' });
    await untilState(store, 'ended');
  });

  it('fails as before where the app has no way to wait', async () => {
    const { services, id } = guarded();
    const store = createRoomStore({ ...services, approval: undefined }, { noPreview: true });
    open.push(store);
    await store.open(id);
    expect(await reasonOf(store.join())).to.equal('forbidden');
    expect(store.phase.getSnapshot().state).to.equal('failed');
  });
});

import { expect } from '@open-wc/testing';
import { createMockServices } from '../../../src/mock/index.js';
import { tabGuard } from '../../../src/services/tab-guard.js';
import { createRoomStore } from '../../../src/state/room/room-store.js';
import type { RoomStore, RoomStoreOptions, TabGuard } from '../../../src/state/types.js';
import { reasonOf, untilState } from './room-support.js';

const open: RoomStore[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.dispose();
  // The browser releases a lock some time after its call has ended.
  await held(0);
});

/** A tab of a member, with its own store. `tabs` is null in a browser without locks. */
function tab(
  appUserId: string,
  options: RoomStoreOptions = {},
  tabs: TabGuard | null = tabGuard,
): RoomStore & { readonly tokens: () => number } {
  const services = createMockServices({
    session: { local: { identity: appUserId } },
    service: {
      member: {
        id: 1,
        appUserId,
        appUserName: appUserId,
        appUserProfileImgUrl: undefined,
        customType: undefined,
        lang: undefined,
      },
    },
  });
  const store = createRoomStore(
    { ...services, tabs: tabs ?? undefined },
    { noPreview: true, ...options },
  );
  open.push(store);
  return Object.assign(store, { tokens: () => services.service.calls.issueRtcToken ?? 0 });
}

/** Resolves when this many locks are held. A tab takes its lock only after the join. */
async function held(count = 1): Promise<void> {
  for (;;) {
    const { held: locks = [] } = await navigator.locks.query();
    if (locks.filter(({ name }) => name?.startsWith('ffc-elements:call:1:')).length === count)
      return;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

describe('two tabs of the same member in one room', () => {
  it('offer the second one to take the call over, before it requests a token', async () => {
    const first = tab('mina');
    await first.open('1');
    await first.join();
    await held();
    const second = tab('mina');
    await second.open('1');
    expect(await reasonOf(second.join())).to.equal('duplicate-identity');
    expect(second.phase.getSnapshot()).to.include({
      state: 'removed',
      reason: 'duplicate-identity',
    });
    expect(second.tokens()).to.equal(0);
    expect(first.phase.getSnapshot().state).to.equal('connected');
    void second.retry();
    await second.join();
    const { duration, ...over } = await untilState(first, 'removed');
    expect(over).to.include({ reason: 'duplicate-identity' });
    expect(duration).to.be.a('number');
    expect(second.phase.getSnapshot().state).to.equal('connected');
  });

  it('request no token ahead, even with auto-join', async () => {
    const first = tab('mina');
    await first.open('1');
    await first.join();
    await held();
    const second = tab('mina', { autoJoin: true });
    second.open('1').catch(() => {});
    await untilState(second, 'removed');
    expect(second.tokens()).to.equal(0);
  });

  it('request no token ahead for the preview of the second', async () => {
    let ask = (): void => {};
    const asked = new Promise<void>((resolve) => (ask = resolve));
    const second = tab(
      'mina',
      { noPreview: false },
      {
        isElsewhere() {
          ask();
          return Promise.resolve(true);
        },
        hold: () => Promise.resolve(false),
      },
    );
    await second.open('1');
    await asked;
    expect(await reasonOf(second.join())).to.equal('duplicate-identity');
    expect(second.tokens()).to.equal(0);
  });

  it('admit another member, and the same one once the first has left', async () => {
    const first = tab('mina');
    await first.open('1');
    await first.join();
    await held();
    const jun = tab('jun');
    await jun.open('1');
    await jun.join();
    await held(2);
    expect(first.phase.getSnapshot().state).to.equal('connected');
    await first.leave();
    await held(1);
    const again = tab('mina');
    await again.open('1');
    await again.join();
    expect(again.phase.getSnapshot().state).to.equal('connected');
  });

  it('offer it to another member again, whom the page has signed in since', async () => {
    for (const appUserId of ['mina', 'jun']) {
      const call = tab(appUserId);
      await call.open('1');
      await call.join();
    }
    await held(2);
    const services = createMockServices();
    const member = await services.member.me();
    let appUserId = 'mina';
    services.member.me = () => Promise.resolve({ ...member, appUserId });
    const here = createRoomStore({ ...services, tabs: tabGuard }, { noPreview: true });
    open.push(here);
    await here.open('1');
    expect(await reasonOf(here.join())).to.equal('duplicate-identity');
    appUserId = 'jun';
    await here.retry();
    expect(await reasonOf(here.join())).to.equal('duplicate-identity');
    await here.retry();
    await here.join();
    expect(here.phase.getSnapshot().state).to.equal('connected');
  });

  it('offer it for each room again: to take over one call takes over no other', async () => {
    const second = tab(
      'mina',
      {},
      { isElsewhere: () => Promise.resolve(true), hold: () => Promise.resolve(false) },
    );
    await second.open('1');
    expect(await reasonOf(second.join())).to.equal('duplicate-identity');
    await second.open('2');
    expect(await reasonOf(second.join())).to.equal('duplicate-identity');
    await second.retry();
    await second.join();
    expect(second.phase.getSnapshot().state).to.equal('connected');
  });

  it('join as usual if the browser has no such locks, or forbids them', async () => {
    const query = navigator.locks.query.bind(navigator.locks);
    const request = navigator.locks.request.bind(navigator.locks);
    const refuse = () => Promise.reject(new DOMException('No.', 'SecurityError'));
    Object.assign(navigator.locks, { query: refuse, request: refuse });
    try {
      const store = tab('mina');
      await store.open('1');
      await store.join();
      await Promise.resolve();
      expect(store.phase.getSnapshot().state).to.equal('connected');
    } finally {
      Object.assign(navigator.locks, { query, request });
    }
    const without = tab('mina', {}, null);
    await without.open('1');
    await without.join();
    expect(without.phase.getSnapshot().state).to.equal('connected');
  });

  it('leave no lock behind, and take none over, when the call ended while their code was loading', async () => {
    const first = tab('mina');
    await first.open('1');
    await first.join();
    await held();
    expect(await tabGuard.hold(1, 'mina', AbortSignal.abort())).to.equal(false);
    expect(first.phase.getSnapshot().state).to.equal('connected');
  });
});

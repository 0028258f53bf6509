import { expect } from '@open-wc/testing';
import { createCell } from '../../src/core/cell.js';
import { Emitter } from '../../src/core/emitter.js';
import { createCallChannel } from '../../src/features/call-text/call-channel.js';
import type { RoomHandle } from '../../src/parts/room-handle.js';
import type { RtcSessionEvents } from '../../src/rtc/session.js';

/** A session that counts the readers of its live room, and its own listeners. */
function createSession() {
  const events = new Emitter<RtcSessionEvents>();
  let readers = 0;
  const liveRoom = {
    registerTextStreamHandler: () => readers++,
    unregisterTextStreamHandler: () => readers--,
  };
  return {
    on: events.on.bind(events),
    liveRoom,
    get kept() {
      return readers + events.size;
    },
  };
}

describe('the chat that a call itself carries', () => {
  it('keeps nothing of a call that has ended', () => {
    const life = new AbortController();
    const phase = createCell({ state: 'idle' });
    const store: { phase: typeof phase; session: ReturnType<typeof createSession> | undefined } = {
      phase,
      session: undefined,
    };
    createCallChannel({ store } as unknown as RoomHandle, life.signal);
    const first = createSession();
    store.session = first;
    phase.set({ state: 'connected' });
    phase.set({ state: 'reconnecting' });
    expect(first.kept).to.equal(2);
    store.session = undefined;
    phase.set({ state: 'left' });
    expect(first.kept).to.equal(0);
    const second = createSession();
    store.session = second;
    phase.set({ state: 'connected' });
    expect([first.kept, second.kept]).to.deep.equal([0, 2]);
    life.abort();
    expect(second.kept).to.equal(0);
  });
});

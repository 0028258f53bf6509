import { expect } from '@open-wc/testing';
import { eventually } from '../support/element-suite.js';
import { joinRoom } from '../support/room-bench.js';

/** Replaces the browser's wake lock, and counts its requests and the locks that are held. */
function fakeLocks(): { held: number; requests: number } {
  const seen = { held: 0, requests: 0 };
  Object.defineProperty(navigator, 'wakeLock', {
    configurable: true,
    value: {
      request: () => {
        seen.requests++;
        seen.held++;
        return Promise.resolve({
          release: () => {
            seen.held--;
            return Promise.resolve();
          },
        });
      },
    },
  });
  return seen;
}

describe('the screen during a call of <ffc-room>', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'wakeLock');
  });

  it('is kept on until the call ends, and asked for again when the page is seen again', async () => {
    const locks = fakeLocks();
    const { room } = await joinRoom();
    // The code of the wake lock loads after the join.
    await eventually(room, () => {
      room.requestUpdate();
      return locks.held > 0;
    });
    document.dispatchEvent(new Event('visibilitychange'));
    expect(locks.requests).to.equal(2);
    await room.leave();
    await eventually(room, () => locks.held < 2);
    const { requests } = locks;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(locks.requests).to.equal(requests);
  });
});

import { expect } from '@open-wc/testing';
import { eventually } from '../support/element-suite.js';
import { joinRoom } from '../support/room-bench.js';
import { fakeLocks } from '../support/wake-locks.js';

describe('the screen during a call of <ffc-room>', () => {
  it('is kept on until the call ends, and asked for again when the page is seen again', async () => {
    const locks = fakeLocks(window);
    const { room } = await joinRoom();
    // The code of the wake lock loads after the join.
    await eventually(room, () => {
      room.requestUpdate();
      return locks.held() > 0;
    });
    document.dispatchEvent(new Event('visibilitychange'));
    expect(locks.requests()).to.equal(2);
    await room.leave();
    await eventually(room, () => locks.held() < 2);
    const requests = locks.requests();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(locks.requests()).to.equal(requests);
  });
});

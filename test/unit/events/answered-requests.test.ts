import { expect } from '@open-wc/testing';
import '../../../src/define/all-controls.js';
import '../../../src/define/later-controls.js';
import * as requestEvents from '../../../src/events/request-events.js';
import * as shareRequestEvents from '../../../src/events/share-request-events.js';
import * as signalRequestEvents from '../../../src/events/signal-request-events.js';
import { registeredControls } from '../../../src/parts/registered-controls.js';
import { createRoomHandle } from '../../../src/parts/room-handle.js';
import { RoomRequests } from '../../../src/elements/room/room-requests.js';
import { shareAnswers } from '../../../src/elements/room/share-answers.js';
import { callAnswers } from '../../../src/elements/room/view-requests.js';

describe('each declared request', () => {
  it('is answered by the room itself or by a control, and by one of them alone', () => {
    const heard: string[] = [];
    const host = document.createElement('div');
    host.addEventListener = (type: string): void => void heard.push(type);
    const requests = new RoomRequests(
      createRoomHandle({ host } as unknown as Parameters<typeof createRoomHandle>[0]),
      { join: () => Promise.resolve(), close: () => Promise.resolve() },
    );
    requests.addOwn(callAnswers);
    requests.addOwn(shareAnswers);
    const own = heard.splice(0);
    for (const { answers } of registeredControls.getSnapshot()) requests.add(answers);
    const events = { ...requestEvents, ...shareRequestEvents, ...signalRequestEvents };
    const declared = Object.values(events).map(({ type }) => type);
    expect([...own, ...heard].sort()).to.deep.equal(declared.sort());
  });
});

import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { RoomController } from '../../src/parts/index.js';
import { arrive, joinRoom, openRoom } from '../support/room-bench.js';

/** Records the start and the end of each call of its room. */
class CallNotes extends LitElement {
  readonly notes: string[] = [];
  updates = 0;

  constructor() {
    super();
    new RoomController(this, {
      onCall: (_room, signal) => {
        this.notes.push('begins');
        signal.addEventListener('abort', () => this.notes.push('ends'));
      },
      redrawEvery: 60_000,
    });
  }

  protected override updated(): void {
    this.updates++;
  }
}
customElements.define('call-notes', CallNotes);

describe('a part that runs with the call', () => {
  it('is notified of each call and its end, and updates at both', async () => {
    const { room } = await openRoom('prejoin');
    const part = new CallNotes();
    room.append(part);
    await part.updateComplete;
    expect(part.notes).to.deep.equal([]);
    const drawn = part.updates;
    await room.join();
    await arrive(room, 'connected');
    await part.updateComplete;
    expect(part.notes).to.deep.equal(['begins']);
    expect(part.updates).to.equal(drawn + 1);
    await room.leave();
    await part.updateComplete;
    expect(part.notes).to.deep.equal(['begins', 'ends']);
    expect(part.updates).to.equal(drawn + 2);
    await room.join();
    expect(part.notes).to.deep.equal(['begins', 'ends', 'begins']);
  });

  it('ends when it is removed from the page, and starts where it is added to a call', async () => {
    const { room } = await joinRoom();
    const part = new CallNotes();
    room.append(part);
    await part.updateComplete;
    part.remove();
    expect(part.notes).to.deep.equal(['begins', 'ends']);
    room.append(part);
    expect(part.notes).to.deep.equal(['begins', 'ends', 'begins']);
  });
});

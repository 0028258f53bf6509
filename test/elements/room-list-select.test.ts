import { expect } from '@open-wc/testing';
import type { FfcRoomSelectEvent } from '../../src/events/list-events.js';
import { createMockService } from '../../src/mock/service.js';
import {
  createList,
  openList,
  part,
  press,
  rows,
  serviceWith,
  show,
  text,
} from '../support/list-bench.js';
import { eventually } from '../support/element-suite.js';

/** Stands in for a room, with only the properties that a list uses. */
function target(id: string): HTMLElement & { roomId?: string } {
  const element = show(document.createElement('div'));
  element.id = id;
  return element;
}

describe('<ffc-room-list> picking', () => {
  it('emits the picked room', async () => {
    const bench = await openList({ service: serviceWith(2) });
    const events: FfcRoomSelectEvent[] = [];
    bench.list.addEventListener('ffc-room-select', (event) => events.push(event));
    press(rows(bench)[1], 'pick');
    expect(events.map(({ room }) => room.title)).to.deep.equal(['Room 1']);
    expect(events[0]).to.include({ bubbles: true, composed: true, cancelable: true });
  });

  it('opens it in the room that `for` names, and moves the focus there', async () => {
    const room = target('the-room');
    const bench = await openList({ service: serviceWith(2), properties: { htmlFor: 'the-room' } });
    press(rows(bench)[0], 'pick');
    expect(room.roomId).to.equal('2');
    expect(document.activeElement === room).to.equal(true);
  });

  it('asks a room that can open it, so that the same one can be picked again', async () => {
    const opened: string[] = [];
    Object.assign(target('the-room'), { open: (roomId: string) => opened.push(roomId) });
    const bench = await openList({ service: serviceWith(1), properties: { htmlFor: 'the-room' } });
    press(rows(bench)[0], 'pick');
    press(rows(bench)[0], 'pick');
    expect(opened).to.deep.equal(['1', '1']);
  });

  it('leaves the room alone when the event is cancelled', async () => {
    const room = target('the-room');
    const bench = await openList({ properties: { htmlFor: 'the-room' } });
    bench.list.addEventListener('ffc-room-select', (event) => event.preventDefault());
    press(rows(bench)[0], 'pick');
    expect(room).not.to.have.property('roomId');
    expect(document.activeElement).not.to.equal(room);
  });

  it('finds the room in its own shadow tree', async () => {
    const host = show(document.createElement('div'));
    const shadow = host.attachShadow({ mode: 'open' });
    const room = document.createElement('div') as HTMLElement & { roomId?: string };
    room.id = 'inside';
    const outside = target('inside');
    const bench = await openList({ properties: { htmlFor: 'inside' } });
    shadow.append(bench.list, room);
    press(rows(bench)[0], 'pick');
    expect(room.roomId).to.equal('1');
    expect(outside).not.to.have.property('roomId');
  });

  it('works with a `for` that names nothing', async () => {
    const bench = await openList({ properties: { htmlFor: 'nothing' } });
    press(rows(bench)[0], 'pick');
  });

  it('opens it in `forElement`, which has precedence over `for`', async () => {
    const other = target('the-room');
    const room = target('no-id-leads-here');
    const properties = { htmlFor: 'the-room', forElement: room };
    const bench = await openList({ service: serviceWith(2), properties });
    press(rows(bench)[0], 'pick');
    expect(room.roomId).to.equal('2');
    expect(other).not.to.have.property('roomId');
    bench.list.forElement = null;
    press(rows(bench)[1], 'pick');
    expect(other.roomId).to.equal('1');
  });

  for (const facts of [
    { type: 'INTERACTIVE_MEETING' },
    { type: 'WEBINAR' },
    { type: 'TOWN_HALL', protocol: 'WEB_RTC' },
  ]) {
    it(`can pick a room that is joined by WebRTC: ${facts.type}`, async () => {
      const bench = await openList({ service: serviceWith(1, facts) });
      expect(rows(bench)[0]!.querySelector('[name=pick]')).to.exist;
      expect(part(bench, 'hint')).to.be.null;
    });
  }

  it('cannot pick a room that is not a call, and says why', async () => {
    const service = serviceWith(1, { type: 'BROADCAST_RTMP' });
    const bench = await openList({ service });
    expect(rows(bench)[0]!.querySelector('[name=pick]')).to.be.null;
    expect(text(part(bench, 'hint'))).to.equal('Broadcast — can’t be joined here');
    service.putRoom({ ...service.rooms[0]!, type: 'HOLOGRAM_MODE' });
    await bench.list.refresh();
    await eventually(bench.list, () => text(part(bench, 'hint')).startsWith('Hologram mode'));
  });
});

describe('<ffc-room-list readonly>', () => {
  it('can be picked from, and nothing else', async () => {
    const bench = await openList({ properties: { readonly: true } });
    expect(bench.root.querySelectorAll('[name=edit], [name=delete]')).to.have.length(0);
    expect(part(bench, 'create-button')).to.be.null;
    expect(bench.root.querySelectorAll('[name=pick]')).to.have.length(5);
    await expect(bench.list).to.be.accessible();
  });

  it('does not invite to create a room', async () => {
    const bench = createList({
      service: createMockService({ rooms: [] }),
      properties: { readonly: true },
    });
    const blank = await eventually(bench.list, () => part(bench, 'blank'));
    expect(blank.querySelector('button')).to.be.null;
    await expect(bench.list).to.be.accessible();
  });
});

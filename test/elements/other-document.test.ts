import { expect } from '@open-wc/testing';
import '../../src/define/ffc-chat.js';
import type { ReactiveElement } from 'lit';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { eventually, nextEvent, nextMacrotask } from '../support/element-suite.js';
import { createList, openList, rows } from '../support/list-bench.js';
import { createRoom, joinRoom } from '../support/room-bench.js';
import { tilesOf } from '../support/stage.js';

const frames: HTMLIFrameElement[] = [];
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

/** The body of another document of this origin, such as a popup or a picture-in-picture window. */
function createOtherBody(): HTMLElement {
  const frame = document.createElement('iframe');
  frame.width = '800';
  frame.height = '600';
  document.body.append(frame);
  frames.push(frame);
  return frame.contentDocument!.body;
}

/** Whether an element has its style sheets, without which it renders wrongly. */
function isStyled({ shadowRoot }: ReactiveElement): boolean {
  return shadowRoot!.adoptedStyleSheets.length > 0;
}

const inRoom = <K extends keyof HTMLElementTagNameMap>(
  room: FfcRoomElement,
  tag: K,
): HTMLElementTagNameMap[K] => room.shadowRoot!.querySelector(tag)!;

describe('a room that is moved to another document in the call', () => {
  it('goes on and looks the same, there and back', async () => {
    const { room } = await joinRoom({ properties: { startMuted: true, startCameraOff: true } });
    const left: string[] = [];
    room.addEventListener('ffc-state-change', ({ state }) => left.push(state));
    const home = room.parentElement!;
    for (const parent of [createOtherBody(), home, createOtherBody()]) {
      parent.append(room);
      const [stage, bar] = [inRoom(room, 'ffc-stage'), inRoom(room, 'ffc-control-bar')];
      await eventually(stage, () => tilesOf(stage).length > 0);
      const tile = tilesOf(stage)[0]!;
      await eventually(tile, () => tile.shadowRoot?.querySelector('.tile'));
      for (const element of [room, stage, bar, tile]) {
        expect(isStyled(element), element.localName).to.equal(true);
      }
      const row = bar.shadowRoot!.querySelector('.bar')!;
      // The bar is a flex row or, if wide, a grid of clusters. Without styles, it is neither.
      expect(getComputedStyle(row).display).to.match(/^(flex|grid)$/);
      expect(tile.getBoundingClientRect().width).to.be.greaterThan(100);
    }
    expect(left).to.deep.equal([]);
    const published = nextEvent(room, 'ffc-track-published');
    inRoom(room, 'ffc-control-bar')
      .shadowRoot!.querySelector<HTMLElement>('[data-control=microphone]')!
      .click();
    await published;
    expect(room.state).to.equal('connected');
  });

  it('follows the size of its new window, and the language there', async () => {
    const { room } = await joinRoom();
    const body = createOtherBody();
    body.append(room);
    const stage = inRoom(room, 'ffc-stage');
    await eventually(stage, () => tilesOf(stage).length > 0);
    const widthOf = (): number => tilesOf(stage)[0]!.getBoundingClientRect().width;
    const before = widthOf();
    frames[0]!.width = '400';
    await eventually(stage, () => tilesOf(stage).length > 0 && widthOf() < before);
    body.ownerDocument.documentElement.lang = 'ko';
    const bar = inRoom(room, 'ffc-control-bar');
    await eventually(bar, () => bar.shadowRoot!.textContent.includes('나가기'));
  });

  it('has its open panel beside the stage or over it, by the size of its new window', async () => {
    const { room } = await joinRoom();
    const roleOfPanel = () => room.shadowRoot!.querySelector('.panel')?.getAttribute('role');
    await room.openPanel('participants');
    await eventually(room, () => roleOfPanel() === 'complementary');
    const body = createOtherBody();
    frames[0]!.width = '400';
    body.append(room);
    await eventually(room, () => roleOfPanel() === 'dialog');
    frames[0]!.width = '1000';
    await eventually(room, () => roleOfPanel() === 'complementary');
  });

  it('takes in parts that were first put into the other document', async () => {
    const body = createOtherBody();
    const { room } = createRoom({ properties: { autoJoin: true } });
    body.append(room);
    await eventually(room, () => room.shadowRoot!.querySelector('ffc-control-bar'));
    const bar = document.createElement('ffc-control-bar');
    bar.forElement = room;
    createOtherBody().append(bar);
    await eventually(bar, () => bar.shadowRoot!.querySelector('[data-control=leave]'));
    expect(isStyled(bar)).to.equal(true);
    document.body.append(bar);
    await bar.updateComplete;
    expect(isStyled(bar)).to.equal(true);
    bar.remove();
  });
});

describe('a chat in another document', () => {
  it('has read what it shows there while the page of the call is hidden', async () => {
    const { room, services } = await joinRoom();
    const chat = document.createElement('ffc-chat');
    chat.forElement = room;
    const body = createOtherBody();
    body.append(chat);
    const { unread } = await room.use('chat');
    await eventually(chat, () => chat.shadowRoot!.querySelector('.log'));
    const counts: number[] = [];
    const stop = unread.subscribe((count) => counts.push(count));
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    try {
      services.channels.say(1, { appUserId: 'ada', appUserName: 'Ada' }, 'Hello');
      await eventually(chat, () => chat.shadowRoot!.textContent.includes('Hello'));
      await chat.updateComplete;
      expect(counts).to.deep.equal([1, 0]);
    } finally {
      Reflect.deleteProperty(document, 'hidden');
      stop();
    }
  });
});

describe('a list that is moved to another document', () => {
  it('renders there, with the code that it loads later', async () => {
    const bench = createList();
    createOtherBody().append(bench.list);
    await eventually(bench.list, () => rows(bench).length > 0);
    expect(isStyled(bench.list)).to.equal(true);
    const sheets = bench.list.shadowRoot!.adoptedStyleSheets.length;
    document.body.append(bench.list);
    expect(bench.list.shadowRoot!.adoptedStyleSheets).to.have.length(sheets);
  });

  it('follows the calls of its new page', async () => {
    const { room } = await joinRoom({ properties: { startMuted: true, startCameraOff: true } });
    const bench = await openList();
    await import('../../src/elements/room-list/later.js');
    await nextMacrotask();
    const body = createOtherBody();
    // A list out of sight loads nothing.
    frames[0]!.scrollIntoView();
    body.append(bench.list, room);
    await nextEvent(bench.list, 'ffc-rooms-load');
    expect(rows(bench).length, 'still shown').to.be.greaterThan(0);
    await nextMacrotask();
    const loaded = nextEvent(bench.list, 'ffc-rooms-load');
    await room.leave();
    await loaded;
    expect(bench.service.calls.listRooms).to.equal(3);
  });
});

import { expect } from '@open-wc/testing';
import { registerLocale } from '../../src/parts/index.js';
import { eventually } from '../support/element-suite.js';
import { joinRoom, newsRegion } from '../support/room-bench.js';
import { createStage, tilesOf } from '../support/stage.js';
import { addTile, part } from '../support/tile.js';
import { createTestRoom } from '../support/test-room.js';

describe('the writing direction', () => {
  it('is followed when the `dir` of an element inside another shadow root changes', async () => {
    const outer = document.createElement('div');
    const wrapper = document.createElement('section');
    outer.attachShadow({ mode: 'open' }).append(wrapper);
    document.body.append(outer);
    const { room } = await joinRoom();
    wrapper.append(room);
    const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
    await bar.updateComplete;
    const orderOf = (): 'ltr' | 'rtl' => {
      const [first, second] = [...bar.shadowRoot!.querySelectorAll('[data-control]')].map(
        (button) => button.getBoundingClientRect().left,
      );
      return first! < second! ? 'ltr' : 'rtl';
    };
    try {
      for (const dir of ['rtl', 'ltr', 'rtl'] as const) {
        wrapper.dir = dir;
        expect(room.matches(`:dir(${dir})`), 'the room').to.equal(true);
        expect(orderOf(), 'its buttons').to.equal(dir);
      }
      room.dir = 'ltr';
      expect(orderOf(), 'the nearest one counts').to.equal('ltr');
    } finally {
      room.remove();
      outer.remove();
    }
  });

  it('moves the tiles of a stage to the other side when it changes', async () => {
    const { stage } = await createStage({ crowd: 2 });
    const [first, second] = tilesOf(stage).map((tile) => () => tile.getBoundingClientRect().left);
    expect(first!()).to.be.lessThan(second!());
    stage.dir = 'rtl';
    expect(first!()).to.be.greaterThan(second!());
    stage.dir = 'ltr';
    expect(first!()).to.be.lessThan(second!());
  });
});

describe('a name in a sentence of another direction', () => {
  const screen = { camera: false, microphone: false, screenShare: true };

  /** The box of a piece of text on the screen. */
  function placeOf(element: HTMLElement, piece: string): DOMRect {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const start = node.textContent!.indexOf(piece);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + piece.length);
      return range.getBoundingClientRect();
    }
    throw new Error(`There is no "${piece}" in "${element.textContent}".`);
  }

  it('has its right place in English', async () => {
    const room = await createTestRoom({
      participants: [{ identity: 'noor', metadata: { appUserName: 'نور الحداد' }, ...screen }],
    });
    const tile = await addTile(room, { identity: 'noor', source: 'screen_share' });
    const name = part(tile, 'name')!;
    expect(name.textContent).to.equal('\u2068نور الحداد\u2069’s screen');
    expect(placeOf(name, 'نور').left).to.be.below(placeOf(name, '’s screen').left);
  });

  it('has its right place in Korean', async () => {
    const room = await createTestRoom({
      participants: [{ identity: 'noor', metadata: { appUserName: 'نور 7' }, ...screen }],
    });
    room.host.lang = 'ko';
    const tile = await addTile(room, { identity: 'noor', source: 'screen_share' });
    const name = part(tile, 'name')!;
    await eventually(tile, () => name.textContent === 'نور 7 님의 화면');
    expect(placeOf(name, 'نور').left).to.be.below(placeOf(name, '님의 화면').left);
  });

  it('has its right place in Arabic', async () => {
    registerLocale('ar', () => import('../../stories/locales/ar.js'));
    const room = await createTestRoom({
      participants: [{ identity: 'ada', metadata: { appUserName: 'Ada (7)' }, ...screen }],
    });
    Object.assign(room.host, { lang: 'ar', dir: 'rtl' });
    const tile = await addTile(room, { identity: 'ada', source: 'screen_share' });
    const name = part(tile, 'name')!;
    await eventually(tile, () => name.textContent.includes('شاشة'));
    expect(placeOf(name, 'شاشة').left).to.be.above(placeOf(name, 'Ada').left);
    expect(placeOf(name, 'Ada').left, 'its brackets').to.be.below(placeOf(name, '(7)').left);
  });

  it('follows its own direction outside a sentence', async () => {
    const room = await createTestRoom({
      participants: [{ identity: 'noor', metadata: { appUserName: 'نور 7' } }],
    });
    const name = part(await addTile(room, { identity: 'noor' }), 'name')!;
    expect(name.textContent).to.equal('نور 7');
    expect(getComputedStyle(name).direction).to.equal('rtl');
  });

  it('keeps its place among other names in announcements', async () => {
    const { room, services } = await joinRoom();
    await eventually(room, () => room.shadowRoot!.querySelector('[part=clock]'));
    for (const [identity, name] of [
      ['noor', 'نور'],
      ['ada', 'Ada'],
    ] as const) {
      services.session.addParticipant({ identity, name });
    }
    const region = newsRegion(room)!;
    await eventually(room, () => region.textContent.includes('joined'));
    expect(region.textContent).to.contain('\u2068نور\u2069');
    expect(region.textContent).not.to.contain('\u2068Ada');
  });
});

import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import type { FfcStageElement } from '../../src/elements/stage/stage.js';
import { registerLayout } from '../../src/parts/index.js';
import { eventually } from '../support/element-suite.js';
import { joinRoom } from '../support/room-bench.js';
import { part, tilesOf } from '../support/stage.js';

/** An element of a page: a board with a text field. */
class WhiteBoard extends HTMLElement {
  readonly field = document.createElement('textarea');
  constructor() {
    super();
    this.field.setAttribute('aria-label', 'Notes');
    this.attachShadow({ mode: 'open' }).append(document.createElement('canvas'), this.field);
  }
}
customElements.define('test-white-board', WhiteBoard);

const boardInSlot = (): WhiteBoard => {
  const board = new WhiteBoard();
  board.slot = 'screen';
  return board;
};
const stageOf = (room: FfcRoomElement): Promise<FfcStageElement> =>
  eventually(room, () => room.shadowRoot!.querySelector('ffc-stage'));
const areaOf = (element: Element): number => {
  const { width, height } = element.getBoundingClientRect();
  return width * height;
};

async function joinWithBoard(): Promise<{
  room: FfcRoomElement;
  stage: FfcStageElement;
  board: WhiteBoard;
  services: Awaited<ReturnType<typeof joinRoom>>['services'];
}> {
  const board = boardInSlot();
  const { room, services } = await joinRoom({
    children: [board],
    prepare: ({ session }) => void session.crowd(2),
  });
  const stage = await stageOf(room);
  await eventually(stage, () => tilesOf(stage).length === 3 && part(stage, 'screen-slot'));
  await eventually(stage, () => !part(stage, 'screen-slot')!.hidden);
  return { room, stage, board, services };
}

describe('the slot `screen` of a room', () => {
  it('gives an element of the page the main place, and the tiles the rest', async () => {
    const { stage, board } = await joinWithBoard();
    const stageBox = stage.getBoundingClientRect();
    const boardBox = part(stage, 'screen-slot')!.getBoundingClientRect();
    expect(areaOf(board)).to.be.greaterThan(0);
    for (const tile of tilesOf(stage)) {
      expect(areaOf(tile)).to.be.lessThan(areaOf(part(stage, 'screen-slot')!));
      const { left, top } = tile.getBoundingClientRect();
      expect(left >= boardBox.right || top >= boardBox.bottom, 'beside or below').to.equal(true);
    }
    expect(boardBox.right).to.be.at.most(stageBox.right);
    expect(boardBox.bottom).to.be.at.most(stageBox.bottom);
    await expect(stage).to.be.accessible();
  });

  it('gives the stage back to the tiles when the element goes', async () => {
    const { stage, board } = await joinWithBoard();
    // The test reads the style, because the tiles only glide to their new size.
    const widthOf = (): number => parseFloat(tilesOf(stage)[0]!.style.inlineSize);
    const before = widthOf();
    board.remove();
    await eventually(stage, () => part(stage, 'screen-slot')!.hidden);
    expect(widthOf()).to.be.greaterThan(before);
    expect(tilesOf(stage)).to.have.length(3);
  });

  it('keeps the element, its text and the focus while people join and leave', async () => {
    const { stage, board, services } = await joinWithBoard();
    board.field.focus();
    await sendKeys({ type: 'one ' });
    services.session.crowd(3);
    await eventually(stage, () => tilesOf(stage).length > 3);
    await sendKeys({ type: 'two' });
    expect(board.field.value).to.equal('one two');
    expect(board.shadowRoot!.activeElement === board.field).to.equal(true);
  });

  it('lets the element have the keys that turn pages', async () => {
    const { room, board } = await joinWithBoard();
    room.maxTiles = 1;
    const stage = await stageOf(room);
    await eventually(stage, () => part(stage, 'pager'));
    const press = (): boolean =>
      board.field.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'PageDown',
          bubbles: true,
          composed: true,
          cancelable: true,
        }),
      );
    expect(press(), 'the key does what it does in a field').to.equal(true);
    expect(stage.shadowRoot!.querySelector('.count')!.textContent).to.equal('1 / 3');
  });

  it('is an item of the kind `slot` for a layout of the page, hidden without a place', async () => {
    const seen: string[] = [];
    registerLayout('test-slot-layout', (items) => {
      seen.push(items.map(({ kind }) => kind).join(' '));
      return items
        .filter(({ kind }) => kind === 'camera')
        .map((item, n) => ({ item, x: 0, y: n * 90, width: 160, height: 90 }));
    });
    const { room, stage } = await joinWithBoard();
    await room.setLayout('test-slot-layout');
    await eventually(stage, () => part(stage, 'screen-slot')!.hidden);
    expect(seen.at(-1)).to.equal('slot camera camera camera');
  });
});

describe('the slot `screen` of a stage', () => {
  it('works where a page has a stage of its own', async () => {
    const stage = document.createElement('ffc-stage');
    stage.slot = 'stage';
    stage.append(boardInSlot());
    await joinRoom({ children: [stage] });
    await eventually(stage, () => tilesOf(stage).length > 0);
    await eventually(stage, () => !part(stage, 'screen-slot')!.hidden);
  });
});

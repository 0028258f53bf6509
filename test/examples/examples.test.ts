import { expect } from '@open-wc/testing';
import { CallTimer } from '../../examples/call-timer.js';
import '../../examples/notes-panel.js';
import '../../examples/spotlight-layout.js';
import '../../examples/wave-control.js';
import { registerLocale } from 'ffc-elements/parts';
import { eventually } from '../support/element-suite.js';
import { arrive, joinRoom } from '../support/room-bench.js';
import { createStage, tilesOf } from '../support/stage.js';

const placed: Element[] = [];
afterEach(() => {
  for (const element of placed.splice(0)) element.remove();
});

function place<E extends HTMLElement>(element: E): E {
  placed.push(element);
  document.body.append(element);
  return element;
}

describe('the example of a part', () => {
  it('shows the time of the call, inside the room and outside of it', async () => {
    const { room } = await joinRoom({ properties: { id: 'r' } });
    const outside = place(new CallTimer());
    outside.setAttribute('for', 'r');
    const inside = new CallTimer();
    room.append(inside);
    for (const timer of [inside, outside]) {
      await eventually(timer, () => timer.shadowRoot!.textContent.trim() === '0:01');
    }
    await room.leave();
    await arrive(room, 'left');
    for (const timer of [inside, outside]) {
      await eventually(timer, () => timer.shadowRoot!.textContent.trim() === '0:00');
    }
  });
});

describe('the example of a control', () => {
  it('is a button of the bar, and one of its own', async () => {
    const { room, services } = await joinRoom({ properties: { id: 'r', controls: 'wave leave' } });
    const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
    const inBar = await eventually(bar, () =>
      bar.shadowRoot!.querySelector<HTMLElement>('[data-control=wave]'),
    );
    const alone = place(document.createElement('ffc-wave-button'));
    alone.htmlFor = 'r';
    const button = await eventually(alone, () =>
      alone.shadowRoot!.querySelector<HTMLElement>('[aria-disabled=false]'),
    );
    let waves = 0;
    room.addEventListener('app-wave', () => waves++);
    inBar.click();
    button.click();
    expect(waves).to.equal(2);
    // The room acts after the dispatch, so the next message comes after its action.
    await Promise.resolve();
    const { session } = services;
    await session.sendText('end', { topic: 'test' });
    expect(session.sent.map(({ text }) => text)).to.deep.equal(['hello', 'hello', 'end']);
    await expect(alone).to.be.accessible();
  });
});

describe('the example of a panel', () => {
  it('keeps its text while the call lasts', async () => {
    const { room } = await joinRoom();
    await room.openPanel('notes');
    const notes = await eventually(room, () => room.shadowRoot!.querySelector('app-notes'));
    const field = notes.shadowRoot!.querySelector('textarea')!;
    field.value = 'Ask about the budget';
    await room.closePanel();
    await eventually(room, () => !notes.isConnected);
    await room.openPanel('notes');
    await eventually(room, () => notes.isConnected);
    expect(field.value).to.equal('Ask about the budget');
    expect(notes.getAttribute('exportparts')).to.equal('notes');
  });
});

describe('the example of a layout', () => {
  it('gives the stage to the pinned picture, and a row below to the others', async () => {
    const { room, stage } = await createStage({ crowd: 2 });
    room.view.setLayout('spotlight');
    room.view.pin('guest2');
    await stage.updateComplete;
    const widthOf = (identity: string): number =>
      parseFloat(tilesOf(stage).find((tile) => tile.identity === identity)!.style.inlineSize);
    expect(widthOf('guest2')).to.be.above(400);
    expect(widthOf('guest1')).to.be.at.most(160);
  });
});

describe('the example of a language', () => {
  it('is spoken where the nearest `lang` asks for it, with English for the rest', async () => {
    registerLocale('ja', () => import('../../examples/ja.js'));
    const { room } = await joinRoom({ properties: { lang: 'ja' } });
    const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
    await eventually(bar, () => bar.shadowRoot!.textContent.includes('退出'));
    expect(bar.shadowRoot!.querySelector('.bar')!.getAttribute('aria-label')).to.equal(
      '通話の操作',
    );
    const screen = bar.shadowRoot!.querySelector<HTMLElement>('[data-control=screen]')!;
    expect(screen.getAttribute('aria-description')).to.equal('Share your screen');
  });
});

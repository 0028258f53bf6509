import { expect } from '@open-wc/testing';
import { joinRoom } from '../support/room-bench.js';
import { createStage, tilesOf } from '../support/stage.js';

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

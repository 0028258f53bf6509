import { expect } from '@open-wc/testing';
import '../../src/define/panels.js';
import { createChat } from '../support/chat-bench.js';
import { eventually, nextMacrotask } from '../support/element-suite.js';
import { joinRoom, type RoomBench } from '../support/room-bench.js';

const ada = { appUserId: 'ada', appUserName: 'Ada' };

/** Opens a panel, and resolves with the element in it. */
async function openPanel<Tag extends 'ffc-participants' | 'ffc-captions'>(
  { room }: RoomBench,
  name: string,
  tag: Tag,
): Promise<HTMLElementTagNameMap[Tag]> {
  await room.openPanel(name);
  return eventually(room, () => room.shadowRoot!.querySelector(tag));
}

describe('bad input of a call', () => {
  it('a message of 100 kB is rendered in steps, and so is its rest', async () => {
    const { element, services, find } = await createChat();
    services.channels.say(1, ada, 'https://a.example/ <b>x</b> '.repeat(3700));
    const text = await eventually(element, () => find('.text'));
    expect(text.textContent.length).to.be.below(1000);
    expect(text.querySelector('b')?.localName).to.equal(undefined);
    (await eventually(element, () => find('.message > .link:not(.copy)'))).click();
    await element.updateComplete;
    expect(find('.text')!.textContent.length).to.be.within(1001, 4000);
  });

  it('five hundred raised hands draw no more rows than fit', async () => {
    const bench = await joinRoom();
    const { session } = bench.services;
    const people = session.crowd(500);
    const list = await openPanel(bench, 'participants', 'ffc-participants');
    await bench.room.use('signals');
    people.forEach((identity, index) => {
      const hand = { type: 'hand', raised: true, order: index + 1 };
      session.receive(identity, 'ffc.signal', JSON.stringify(hand));
    });
    const rows = (): number => list.shadowRoot!.querySelectorAll('[part~=person]').length;
    await eventually(list, () => rows() > 0);
    await nextMacrotask();
    expect(rows()).to.be.below(100);
  }).timeout(60_000);

  it('a transcription with markup is text, and a long one is cut', async () => {
    const bench = await joinRoom({
      prepare: ({ session }) => session.addParticipant({ identity: 'ada', name: 'Ada' }),
    });
    // The code that receives captions loads after the join, together with the clock.
    await eventually(bench.room, () => bench.room.shadowRoot!.querySelector('[part=clock]'));
    const panel = await openPanel(bench, 'captions', 'ffc-captions');
    for (let piece = 0; piece < 40; piece++) {
      const text = '<img src=x onerror=alert(1)>'.repeat(170);
      bench.services.session.transcribe('ada', text, { id: `piece-${piece}` });
    }
    const root = panel.shadowRoot!;
    await eventually(panel, () => root.querySelectorAll('.piece').length === 40);
    expect(root.querySelectorAll('img').length).to.equal(0);
    const lengths = [...root.querySelectorAll('[part=caption-text]')].map(
      ({ textContent }) => textContent.length,
    );
    expect(Math.max(...lengths)).to.be.below(700);
    root.querySelector<HTMLElement>('.piece .button')!.click();
    await panel.updateComplete;
    expect(root.querySelector('[part=caption-text]')!.textContent.length).to.be.above(4000);
    expect(root.querySelectorAll('.piece .button').length).to.equal(39);
  });

  it('metadata that change fifty times at once are rendered once', async () => {
    const { room, services } = await joinRoom({
      prepare: ({ session }) => session.addParticipant({ identity: 'ada', name: 'Ada' }),
    });
    const stage = await eventually(room, () => room.shadowRoot!.querySelector('ffc-stage'));
    const tile = await eventually(stage, () =>
      [...stage.shadowRoot!.querySelectorAll('ffc-participant-tile')].find(({ shadowRoot }) =>
        shadowRoot?.textContent.includes('Ada'),
      ),
    );
    let told = 0;
    room.addEventListener('ffc-participant-change', () => told++);
    let drawn = 0;
    const observer = new MutationObserver(() => drawn++);
    observer.observe(tile.shadowRoot!, { subtree: true, characterData: true, childList: true });
    for (let change = 1; change <= 50; change++) {
      const metadata = { appUserId: 'ada', appUserName: `Ada ${change}` };
      services.session.setMetadata('ada', metadata);
    }
    expect(told).to.equal(50);
    await eventually(tile, () => tile.shadowRoot!.textContent.includes('Ada 50'));
    observer.disconnect();
    expect(drawn).to.be.below(5);
  });
});

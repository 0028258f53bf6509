import { expect } from '@open-wc/testing';
import '../../src/define/ffc-participants.js';
import type { FfcParticipantsElement } from '../../src/features/people/participants.js';
import { signalTopic } from '../../src/parts/signs.js';
import {
  eventually,
  nextEvent,
  nextMacrotask,
  runElementBaseTests,
} from '../support/element-suite.js';
import { failure, joinRoom, type RoomBench } from '../support/room-bench.js';
import { press } from '../support/chat-bench.js';

interface PeopleBench extends RoomBench {
  readonly element: FfcParticipantsElement;
  readonly find: (selector: string) => HTMLElement | null;
  readonly names: () => readonly string[];
  readonly row: (name: string) => HTMLElement;
  /** Opens the menu of a person. Resolves with its buttons by their texts. */
  readonly open: (name: string) => Promise<Map<string, HTMLButtonElement>>;
}

const me = { appUserId: 'me', appUserName: 'Ada Self' };

/** The people panel of a call beside its room, by default with two guests. */
async function createPeople({ role = 'OPERATOR', crowd = 2 } = {}): Promise<PeopleBench> {
  const local = { identity: 'me', metadata: { ...me, channelMemberType: role } };
  const bench = await joinRoom({
    session: { local },
    properties: { startMuted: true, startCameraOff: true, maxTiles: 2 },
    prepare: ({ session }) => {
      session.crowd(Math.min(crowd, 2));
      for (let n = 3; n <= crowd; n++) {
        session.addParticipant({ identity: `guest${n}`, name: `Guest ${n}` });
      }
    },
  });
  const element = document.createElement('ffc-participants');
  Object.assign(element.style, { inlineSize: '340px', blockSize: '420px' });
  bench.room.append(element);
  const root = (): ShadowRoot => element.shadowRoot!;
  await eventually(element, () => root().querySelector('.person'));
  const row = (name: string): HTMLElement =>
    [...root().querySelectorAll<HTMLElement>('.person')].find((person) =>
      person.querySelector('.name')!.textContent.includes(name),
    )!;
  return {
    ...bench,
    element,
    row,
    find: (selector) => root().querySelector(selector),
    names: () => [...root().querySelectorAll('.name')].map(({ textContent }) => textContent),
    open: async (name) => {
      row(name).querySelector('button')!.click();
      await eventually(element, () => root().querySelector('#menu.placed button'));
      return buttonsOf(root());
    },
  };
}

function buttonsOf(root: ShadowRoot): Map<string, HTMLButtonElement> {
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('#menu button:not(.close)')];
  return new Map(buttons.map((button) => [button.textContent.trim(), button]));
}

function search(element: FfcParticipantsElement, text: string): void {
  const input = element.shadowRoot!.querySelector('input')!;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

runElementBaseTests('ffc-participants', async () => {
  const { element } = await createPeople();
  return { element };
});

describe('<ffc-participants>', () => {
  it('shows the local participant first, then raised hands in their order, then the others', async () => {
    const { element, services, names, row } = await createPeople();
    const [first, second] = services.session.script().map(({ name }) => name);
    expect(names()).to.deep.equal(['Ada Self (you)', first, second]);
    const hand = { type: 'hand', raised: true, order: 1 };
    services.session.receive('guest2', signalTopic, JSON.stringify(hand));
    await eventually(element, () => names()[1] === second);
    expect(row(second!).querySelector('.hand')!.textContent).to.contain(
      'Hand raised, number 1 in line',
    );
    await expect(element).to.be.accessible();
  });

  it('says who is a host, who speaks, and whose microphone is off', async () => {
    const { element, services, row, find } = await createPeople();
    expect(row('you').querySelector('.role')!.textContent).to.equal('Host');
    services.session.setMuted('guest1', 'microphone', true);
    services.session.setSpeaking({ guest2: 0.5 });
    await eventually(element, () => find('.person.speaking'));
    expect(find('[data-index="1"]')!.textContent).to.contain('Muted');
    expect(find('.speaking')!.textContent).to.contain('Speaking');
  });

  it('finds people by any part of the name, and says when there is nobody', async () => {
    const { element, services, names, find } = await createPeople();
    services.session.addParticipant({ identity: 'ko', name: '이서준' });
    services.session.addParticipant({ identity: 'zoe', name: 'Zoé' });
    await eventually(element, () => names().includes('Zoé'));
    search(element, 'ZOE');
    await eventually(element, () => names().length === 1);
    expect(names()).to.deep.equal(['Zoé']);
    search(element, '서주');
    await eventually(element, () => names()[0] === '이서준');
    search(element, '<b>nobody');
    const none = await eventually(element, () => find('.none'));
    expect(none.textContent).to.contain('Nobody here is called “<b>nobody”');
    await expect(element).to.be.accessible();
  });

  it('is one stop of the Tab key, with the arrow keys from one to the other', async () => {
    const { element, find } = await createPeople();
    const root = element.shadowRoot!;
    find('[data-index="0"]')!.focus();
    for (const [key, index] of [
      ['ArrowDown', '1'],
      ['End', '2'],
      ['ArrowUp', '1'],
      ['Home', '0'],
      ['ArrowUp', '0'],
    ] as const) {
      press(root.activeElement as HTMLElement, { key });
      await eventually(
        element,
        () => (root.activeElement as HTMLElement).dataset['index'] === index,
      );
      await element.updateComplete;
      expect(root.querySelectorAll('.person[tabindex="0"]').length, key).to.equal(1);
    }
    press(root.activeElement as HTMLElement, { key: 'Enter' });
    await eventually(element, () => find('#menu.placed button'));
  });

  it('keeps the focus on a person who moves in the list, and on the next one when they leave', async () => {
    const { element, services, find } = await createPeople();
    const focused = (): HTMLElement | null => element.shadowRoot!.activeElement as HTMLElement;
    find('[data-index="2"]')!.focus();
    const hand = { type: 'hand', raised: true, order: 1 };
    services.session.receive('guest2', signalTopic, JSON.stringify(hand));
    await eventually(element, () => find('[data-index="1"] .hand'));
    await eventually(element, () => focused()?.matches('[data-index="1"]'));
    services.session.removeParticipant('guest2');
    await eventually(element, () => !find('[data-index="2"]'));
    await eventually(element, () => focused()?.matches('[data-index="1"]'));
  });

  it('renders the visible ones of a hundred people, and reaches the last by key', async () => {
    const { element, find } = await createPeople({ crowd: 110 });
    const root = element.shadowRoot!;
    const drawn = root.querySelectorAll('.person');
    expect(drawn.length).to.be.below(40);
    expect(drawn[0]!.getAttribute('aria-setsize')).to.equal('111');
    find('[data-index="0"]')!.focus();
    press(root.activeElement as HTMLElement, { key: 'End' });
    await eventually(element, () => root.activeElement === find('[data-index="110"]'));
    await eventually(element, () => find('[data-index="109"]'));
    expect(root.querySelectorAll('.person').length).to.be.below(40);
    await expect(element).to.be.accessible();
  });
});

describe('the people panel for a host', () => {
  it('offers actions to hosts alone', async () => {
    const { open, find } = await createPeople({ role: 'MEMBER' });
    const choices = await open(find('[data-index="1"] .name')!.textContent);
    expect([...choices.keys()]).to.deep.equal(['Pin to the stage', 'Connection']);
    expect(find('.bottom')).to.equal(null);
  });

  it('offers no actions for the host themselves', async () => {
    const { open } = await createPeople();
    expect([...(await open('you')).keys()]).to.deep.equal(['Pin to the stage', 'Connection']);
  });

  it('pins by a request', async () => {
    const { room, open, find } = await createPeople();
    const choices = await open(find('[data-index="1"] .name')!.textContent);
    const asked = nextEvent(room, 'ffc-pin-request');
    choices.get('Pin to the stage')!.click();
    expect((await asked).identity).to.equal('guest1');
  });

  it('makes somebody a host after a question', async () => {
    const { element, services, open, find } = await createPeople();
    const name = find('[data-index="1"] .name')!.textContent;
    services.channels.say(1, { appUserId: 'guest1', appUserName: name }, 'Hello');
    (await open(name)).get('Make host')!.click();
    await eventually(element, () => find('#menu')!.textContent.includes('decides about others'));
    await expect(element).to.be.accessible();
    const closed = eventually(element, () => !find('#menu:popover-open'));
    buttonsOf(element.shadowRoot!).get('Make host')!.click();
    await closed;
    const member = await services.channels.getChannelMember(1, 'guest1');
    expect(member.channelMemberType).to.equal('OPERATOR');
    expect([...(await open(name)).keys()]).to.contain('Make member');
  });

  it('says why it was not done, and tries again', async () => {
    const { element, services, open, find } = await createPeople();
    const name = find('[data-index="1"] .name')!.textContent;
    services.channels.say(1, { appUserId: 'guest1', appUserName: name }, 'Hello');
    services.channels.failNext('banMember', failure({ reason: 'forbidden' }));
    const choices = await open(name);
    choices.get('Remove')!.click();
    await eventually(element, () => find('.answers'));
    buttonsOf(element.shadowRoot!).get('Remove')!.click();
    const alert = await eventually(element, () => find('#menu [role=alert]'));
    expect(alert.textContent).to.contain('You don’t have permission');
    buttonsOf(element.shadowRoot!).get('Remove')!.click();
    await eventually(element, () => !find('#menu:popover-open'));
  });

  it('keeps the focus in the menu when a question replaces the choices', async () => {
    const { element, open, find } = await createPeople();
    const remove = (await open(find('[data-index="1"] .name')!.textContent)).get('Remove')!;
    remove.focus();
    remove.click();
    await eventually(element, () => find('.answers'));
    expect(element.shadowRoot!.activeElement?.textContent.trim()).to.equal('Cancel');
    find('#menu')!.hidePopover();
    await eventually(element, () =>
      element.shadowRoot!.activeElement?.part.contains('person-menu'),
    );
  });

  it('closes the menu of a person who leaves, and moves the focus to the list', async () => {
    const { element, services, open, find } = await createPeople();
    await open(find('[data-index="1"] .name')!.textContent);
    services.session.removeParticipant('guest1');
    await eventually(element, () => !find('#menu:popover-open'));
    await eventually(element, () => element.shadowRoot!.activeElement?.matches('.person'));
  });

  it('does not put a late failure in place of another person', async () => {
    const { element, services, row, find, open } = await createPeople();
    const [first, second] = ['1', '2'].map(
      (index) => find(`[data-index="${index}"] .name`)!.textContent,
    );
    let refuse = (): void => {};
    services.channels.banMember = () =>
      new Promise((_, reject) => (refuse = () => reject(failure({ reason: 'forbidden' }))));
    (await open(first!)).get('Remove')!.click();
    await eventually(element, () => find('.answers'));
    buttonsOf(element.shadowRoot!).get('Remove')!.click();
    await eventually(element, () => find('#menu [aria-busy=true]'));
    find('#menu')!.hidePopover();
    row(second!).querySelector('button')!.click();
    const label = (): string => find('#menu')!.ariaLabel ?? find('#menu')!.textContent;
    await eventually(element, () => label().includes(second!));
    refuse();
    await nextMacrotask();
    await element.updateComplete;
    expect(find('#menu .answers') === null).to.equal(true);
    expect(label()).to.contain(second);
  });

  it('asks one to mute, and everybody after a question', async () => {
    const { element, services, open, find } = await createPeople();
    const said = (): readonly unknown[] =>
      services.session.sent.map(({ text, to }) => [text, to?.join()]);
    const choices = await open(find('[data-index="1"] .name')!.textContent);
    choices.get('Mute')!.click();
    await eventually(element, () => !find('#menu:popover-open'));
    find('.bottom button')!.click();
    await eventually(element, () => find('.answers'));
    buttonsOf(element.shadowRoot!).get('Mute everyone')!.click();
    await eventually(element, () => !find('#menu:popover-open') && said().length === 2);
    expect(said()).to.deep.equal([
      ['{"type":"mute"}', 'guest1'],
      ['{"type":"mute"}', undefined],
    ]);
  });
});

describe('the waiting people in <ffc-participants>', () => {
  it('export each part of theirs, also the reason of a failure', async () => {
    const { find } = await createPeople();
    const exported = find('ffc-waiting')!
      .getAttribute('exportparts')!
      .split(/[\s,]+/);
    expect(exported).to.include('invalid');
  });
});

import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/ffc-participants.js';
import '../../src/define/ffc-waiting.js';
import type { FfcWaitingElement } from '../../src/features/waiting/waiting.js';
import { createDemoRooms } from '../../src/mock/index.js';
import { eventually, nextEvent, runElementBaseTests } from '../support/element-suite.js';
import { failure, joinRoom, type RoomBench, shownText } from '../support/room-bench.js';

interface WaitingBench extends RoomBench {
  readonly element: FfcWaitingElement;
  readonly text: () => string;
  readonly press: (label: string) => Promise<void>;
}

/** A call whose host has to admit people, with the panel of those who wait. */
async function createWaiting({
  role = 'OPERATOR',
  people = ['Alex Rivera', 'Sara Haddad'],
  notice = false,
  lang = 'en',
} = {}): Promise<WaitingBench> {
  const [demo] = createDemoRooms(0);
  const room = {
    ...demo!,
    member: { ...demo!.member!, appUserId: 'me' },
    policy: { ...demo!.policy, manuallyApproval: true },
  };
  const bench = await joinRoom({
    service: { rooms: [room] },
    session: { local: { identity: 'me', metadata: { appUserId: 'me', channelMemberType: role } } },
    properties: { startMuted: true, startCameraOff: true, roomId: String(room.id) },
    prepare: ({ waiting }) => {
      waiting.askEvery = 5;
      for (const name of people) {
        waiting.wait(room.id, { appUserId: idOf(name), appUserName: name });
      }
    },
  });
  const element = document.createElement('ffc-waiting');
  Object.assign(element, { notice, lang });
  bench.room.append(element);
  const text = (): string => shownText(element.shadowRoot!);
  if (role === 'OPERATOR' && people[0])
    await eventually(element, () => text().includes(people[0]!));
  return {
    ...bench,
    element,
    text,
    press: async (label) => {
      const button = await eventually(element, () =>
        [...element.shadowRoot!.querySelectorAll('button')].find((candidate) =>
          [candidate.ariaLabel, candidate.textContent.trim()].includes(label),
        ),
      );
      button.click();
    },
  };
}

const idOf = (name: string): string => name.replaceAll(' ', '');

runElementBaseTests('ffc-waiting', async () => {
  const { element } = await createWaiting();
  return { element };
});

describe('<ffc-waiting>', () => {
  it('lets one in, refuses another, and shows nothing then', async () => {
    const { element, services, text, press } = await createWaiting();
    expect(text()).to.contain('Waiting to be let in (2)');
    await expect(element).to.be.accessible();
    await press('Admit Alex Rivera');
    await eventually(element, () => !text().includes('Alex'));
    await press('Refuse Sara Haddad');
    await eventually(element, () => text() === '');
    const decisions = services.waiting.decisions.map(
      ({ person, isAdmitted }) => `${person.appUserId} ${isAdmitted}`,
    );
    expect(decisions).to.deep.equal(['AlexRivera true', 'SaraHaddad false']);
  });

  it('moves the focus to the same button of the next person', async () => {
    const { element, text } = await createWaiting({
      people: ['Alex Rivera', 'Sara Haddad', 'Jun'],
    });
    const focused = () => element.shadowRoot!.activeElement;
    const admit = element.shadowRoot!.querySelector<HTMLElement>('li .primary')!;
    admit.focus();
    for (const [name, next] of [
      ['Alex Rivera', 'Sara Haddad'],
      ['Sara Haddad', 'Jun'],
    ] as const) {
      (focused() as HTMLElement).click();
      await eventually(element, () => !text().includes(name));
      expect(focused()?.closest('li')?.textContent ?? '').to.contain(next);
      expect(focused()?.matches('.primary')).to.equal(true);
    }
  });

  it('moves the focus to the one person who is left, from the button for all', async () => {
    const { element, services } = await createWaiting();
    const root = element.shadowRoot!;
    root.querySelector<HTMLElement>('.title button')!.focus();
    services.waiting.giveUp(1, 'AlexRivera');
    await eventually(element, () => root.querySelectorAll('li').length === 1);
    expect(root.activeElement?.ariaLabel).to.equal('Admit Sara Haddad');
  });

  it('moves the focus to the list of people after the last answer', async () => {
    const { room } = await createWaiting({ people: ['Alex Rivera'] });
    const panel = document.createElement('ffc-participants');
    room.append(panel);
    const waiting = await eventually(panel, () => panel.shadowRoot!.querySelector('ffc-waiting'));
    const admit = await eventually(waiting, () =>
      waiting.shadowRoot!.querySelector<HTMLElement>('li .primary'),
    );
    await eventually(panel, () => panel.shadowRoot!.querySelector('.person'));
    admit.focus();
    admit.click();
    await eventually(waiting, () => !waiting.shadowRoot!.querySelector('li'));
    expect(panel.shadowRoot!.activeElement?.matches('.person')).to.equal(true);
  });

  it('moves the focus from the line over the stage to the call after the last answer', async () => {
    const { room } = await createWaiting({ people: ['Alex Rivera'] });
    const root = room.shadowRoot!;
    const line = await eventually(room, () => root.querySelector('ffc-waiting'));
    const admit = await eventually(line, () =>
      line.shadowRoot!.querySelector<HTMLElement>('[aria-label^=Admit]'),
    );
    admit.focus();
    admit.click();
    await eventually(line, () => !line.shadowRoot!.querySelector('.toast'));
    expect(root.activeElement?.part.contains('call')).to.equal(true);
  });

  it('lets all in at once', async () => {
    const { element, services, text, press } = await createWaiting();
    await press('Admit all');
    await eventually(element, () => text() === '');
    expect(services.waiting.decisions.every(({ isAdmitted }) => isAdmitted)).to.equal(true);
  });

  it('says why an answer did not get through, and keeps who waits', async () => {
    const { element, services, text, press } = await createWaiting();
    services.waiting.failNext('admit', failure({ reason: 'server-error' }));
    await press('Admit Alex Rivera');
    await eventually(element, () => text().includes('Something went wrong on our side'));
    expect(text()).to.contain('Alex Rivera');
  });

  it('shows people who join the queue, and removes those who give up', async () => {
    const { element, services, text } = await createWaiting({ people: ['Alex Rivera'] });
    services.waiting.wait(1, { appUserId: 'jun', appUserName: 'Jun Park' });
    await eventually(element, () => text().includes('Jun Park'));
    services.waiting.giveUp(1, 'jun');
    await eventually(element, () => !text().includes('Jun Park'));
  });

  it('does not show a person again whose admission an older answer does not know', async () => {
    const { element, services, text, press } = await createWaiting();
    const { waiting } = services;
    const list = waiting.listWaiting.bind(waiting);
    let answer = (): void => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    const old = await list(1);
    let asked = 0;
    waiting.listWaiting = (...args) => (asked++ === 0 ? held.then(() => old) : list(...args));
    await waitUntil(() => asked === 1);
    await press('Admit Alex Rivera');
    await eventually(element, () => !text().includes('Alex'));
    const shown: string[] = [];
    const { people } = await element.closest('ffc-room')!.use('waiting');
    people.subscribe((all) => shown.push(...all.map(({ appUserId }) => appUserId)));
    answer();
    await waitUntil(() => asked > 1);
    expect(shown.includes('AlexRivera')).to.equal(false);
    expect(text()).to.contain('Waiting to be let in (1)');
  });

  for (const [reason, retryable] of [
    ['token-rejected', false],
    ['invalid-response', false],
    ['timeout', true],
  ] as const) {
    it(`goes on after a request for the people has failed with ${reason}`, async () => {
      const { element, services, text } = await createWaiting();
      services.waiting.failNext('listWaiting', failure({ reason, retryable }));
      services.waiting.wait(1, { appUserId: 'jun', appUserName: 'Jun Park' });
      await eventually(element, () => text().includes('Jun Park'));
    });
  }

  it('asks for nothing where the person is no host, or the call has ended', async () => {
    const guest = await createWaiting({ role: 'MEMBER' });
    let asked = 0;
    guest.services.waiting.listWaiting = () => {
      asked++;
      return Promise.resolve([]);
    };
    await guest.room.use('waiting');
    expect(asked).to.equal(0);
    expect(guest.text()).to.equal('');
    const host = await createWaiting();
    await host.room.leave();
    await eventually(host.element, () => host.text() === '');
  });

  it('counts at the button of the people who wait', async () => {
    const { room } = await createWaiting();
    const bar = await eventually(room, () => room.shadowRoot!.querySelector('ffc-control-bar'));
    const count = await eventually(bar, () =>
      bar.shadowRoot!.querySelector('[data-control=participants] .count.urgent'),
    );
    expect(count.textContent).to.equal('2');
    const button = count.closest('button')!;
    expect(button.textContent).to.contain('2 waiting to be let in');
  });

  it('is a line that speaks, leads to the list, and can be put away until somebody comes', async () => {
    const { element, room, services, text, press } = await createWaiting({
      notice: true,
      people: ['Alex Rivera'],
    });
    const status = element.shadowRoot!.querySelector('[role=status]')!;
    expect(status.textContent).to.equal('Alex Rivera wants to join');
    await expect(element).to.be.accessible();
    const asked = nextEvent(room, 'ffc-panel-request');
    await press('Show');
    expect((await asked).panel).to.equal('participants');
    await eventually(element, () => !element.shadowRoot!.querySelector('.toast'));
    await room.closePanel();
    await press('Dismiss');
    await eventually(element, () => text() === '');
    services.waiting.wait(1, { appUserId: 'jun', appUserName: 'Jun Park' });
    await eventually(element, () => text().includes('Alex Rivera and Jun Park want to join'));
  });

  it('draws a name as text, and no more than a line of it', async () => {
    const name = `<b>${'x'.repeat(500)}`;
    const { element, text } = await createWaiting({ people: [name.slice(0, 100)] });
    expect(text()).to.contain('<b>x');
    expect(element.shadowRoot!.querySelectorAll('b').length).to.equal(0);
  });

  it('speaks Korean', async () => {
    const { element, text } = await createWaiting({ lang: 'ko' });
    await eventually(element, () => text().includes('승인 대기 (2)'));
    expect(text()).to.contain('모두 승인');
  });
});

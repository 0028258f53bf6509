import { expect } from '@open-wc/testing';
import '../../src/define/ffc-participants.js';
import type { FfcParticipantsElement } from '../../src/features/people/participants.js';
import { eventually } from '../support/element-suite.js';
import { arrive, failure, joinRoom, type RoomBench, shownText } from '../support/room-bench.js';

interface EndBench extends RoomBench {
  readonly element: FfcParticipantsElement;
  readonly find: (selector: string) => HTMLElement | null;
  /** The button of the panel, by its text. */
  readonly action: (text: string) => HTMLElement | undefined;
  /** Opens the question. Resolves with the button that confirms. */
  readonly ask: () => Promise<HTMLButtonElement>;
}

interface Given {
  readonly role?: string;
  readonly canEndRooms?: boolean;
  readonly lang?: string;
}

/** A host's list of people in a call that the app can end. */
async function createPeople(given: Given = {}): Promise<EndBench> {
  const { role = 'OPERATOR', canEndRooms = true, lang = 'en' } = given;
  const metadata = { appUserId: 'me', appUserName: 'Ada Self', channelMemberType: role };
  const bench = await joinRoom({
    session: { local: { identity: 'me', metadata } },
    service: { canEndRooms },
    properties: { startMuted: true, startCameraOff: true, lang },
    prepare: ({ session }) => void session.crowd(2),
  });
  const element = document.createElement('ffc-participants');
  bench.room.append(element);
  const root = (): ShadowRoot => element.shadowRoot!;
  const find = (selector: string): HTMLElement | null => root().querySelector(selector);
  await eventually(element, () => find('.person'));
  const action = (text: string): HTMLElement | undefined =>
    [...root().querySelectorAll<HTMLElement>('.bottom button')].find(
      ({ textContent }) => textContent.trim() === text,
    );
  return {
    ...bench,
    element,
    find,
    action,
    async ask() {
      const button = action('End for everyone')!;
      button.focus();
      button.click();
      await eventually(element, () => find('#menu.placed .answers'));
      return find('#menu .danger') as HTMLButtonElement;
    },
  };
}

describe('“End for everyone” in <ffc-participants>', () => {
  it('asks a host first, and then ends the call for everybody', async () => {
    const { room, services, element, find, ask } = await createPeople();
    const confirm = await ask();
    expect(confirm.textContent.trim()).to.equal('End for everyone');
    expect(find('#menu')!.textContent).to.contain('End the call for everyone, yourself included?');
    await expect(element).to.be.accessible();
    expect(services.service.calls.endRoom).to.equal(undefined);
    confirm.click();
    await arrive(room, 'ended');
    expect(services.service.calls.endRoom).to.equal(1);
    expect(shownText(room.shadowRoot!)).to.contain('was ended for everyone');
  });

  it('ends nothing after Cancel, and moves the focus back', async () => {
    const { room, services, element, find, action, ask } = await createPeople();
    await ask();
    find('.answers button')!.click();
    const root = element.shadowRoot!;
    await eventually(element, () => root.activeElement === action('End for everyone'));
    expect(find('#menu:popover-open') === null).to.equal(true);
    expect(services.service.calls.endRoom).to.equal(undefined);
    expect(room.state).to.equal('connected');
  });

  it('shows that the answer is pending, why it failed, and tries again', async () => {
    const { room, services, element, find, ask } = await createPeople();
    services.service.failNext('endRoom', failure({ reason: 'forbidden' }));
    const release = services.service.hold('endRoom');
    const confirm = await ask();
    confirm.click();
    await eventually(element, () => confirm.ariaBusy === 'true');
    confirm.click();
    release();
    const alert = await eventually(element, () => find('#menu [role=alert]'));
    expect(alert.textContent).to.contain('You don’t have permission');
    expect(confirm.ariaBusy).to.equal('false');
    expect(services.service.calls.endRoom).to.equal(1);
    confirm.click();
    await arrive(room, 'ended');
  });

  it('shows a failure of an app’s own function that throws at once', async () => {
    const { services, element, find, ask } = await createPeople();
    services.service.endRoom = () => {
      throw new TypeError('A mistake of the app.');
    };
    (await ask()).click();
    await eventually(element, () => find('#menu [role=alert]'));
  });

  it('calls the method on the app’s object, with the id of the room', async () => {
    const { room, services, ask } = await createPeople();
    const calls: unknown[] = [];
    const roomsApi = {
      ...services.service,
      endRoom(this: unknown, id: number) {
        calls.push([this === roomsApi, id]);
        return Promise.resolve();
      },
    };
    room.services = { ...services, rooms: roomsApi };
    (await ask()).click();
    await eventually(room, () => calls.length > 0);
    expect(calls).to.deep.equal([[true, 1]]);
  });

  it('is not offered to a member', async () => {
    const { find } = await createPeople({ role: 'MEMBER' });
    expect(find('.bottom') === null).to.equal(true);
  });

  it('is not offered where the app cannot do it', async () => {
    const { action } = await createPeople({ canEndRooms: false });
    expect(action('Mute everyone') !== undefined).to.equal(true);
    expect(action('End for everyone') === undefined).to.equal(true);
  });

  it('keeps the list when the page sets a wrong option during the call', async () => {
    const { room, services, element, find, action } = await createPeople();
    room.services = undefined;
    services.session.addParticipant({ identity: 'zoe', name: 'Zoe' });
    await eventually(element, () => find('[data-index="3"]'));
    expect(action('Mute everyone') !== undefined).to.equal(true);
    expect(action('End for everyone') === undefined).to.equal(true);
  });

  it('has words in Korean', async () => {
    const { element, action } = await createPeople({ lang: 'ko' });
    await eventually(element, () => action('모두에게 종료'));
  });
});

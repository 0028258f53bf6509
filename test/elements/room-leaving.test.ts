import { expect } from '@open-wc/testing';
import '../../src/define/ffc-room-list.js';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { createDemoRooms, createMockServices } from '../../src/mock/index.js';
import { eventually, nextEvent, nextMacrotask } from '../support/element-suite.js';
import { arrive, createRoom, joinRoom, openRoom, rejection } from '../support/room-bench.js';

/** Whether the browser would ask before it leaves the page. */
function browserAsks(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

function question(room: FfcRoomElement): HTMLDialogElement | null {
  return room.shadowRoot!.querySelector('dialog');
}

function button(dialog: HTMLDialogElement, label: string): HTMLButtonElement {
  return [...dialog.querySelectorAll('button')].find(
    ({ textContent }) => textContent?.trim() === label,
  )!;
}

/** Puts a list after a room. Resolves with a function that returns the button of a list's room. */
async function listBeside(
  room: FfcRoomElement,
  services = createMockServices(),
): Promise<(id: string) => HTMLButtonElement> {
  room.id = 'the-room';
  const list = document.createElement('ffc-room-list');
  Object.assign(list, { services, htmlFor: 'the-room' });
  room.after(list);
  cleanUp.push(list);
  const pick = (id: string): HTMLButtonElement | null =>
    list.shadowRoot!.querySelector<HTMLButtonElement>(`#room-${id} [name=pick]`);
  await eventually(list, () => pick('2'));
  return (id) => pick(id)!;
}

const cleanUp: Element[] = [];
afterEach(() => {
  for (const element of cleanUp.splice(0)) element.remove();
});

describe('<ffc-room> and the page that is left', () => {
  it('has the browser ask while a call runs, and not before or after', async () => {
    const { room } = await openRoom('prejoin');
    expect(browserAsks(), 'in the preview').to.equal(false);
    await room.join();
    expect(browserAsks(), 'in the call').to.equal(true);
    await room.leave();
    expect(browserAsks(), 'after the call').to.equal(false);
  });

  it('asks no more once the element is gone', async () => {
    const { room } = await joinRoom();
    room.remove();
    await arrive(room, 'idle');
    expect(browserAsks()).to.equal(false);
  });

  it('does not ask with no-leave-confirm, also when that comes in the call', async () => {
    const { room } = await joinRoom();
    room.setAttribute('no-leave-confirm', '');
    expect(browserAsks()).to.equal(false);
    room.removeAttribute('no-leave-confirm');
    expect(browserAsks()).to.equal(true);
  });

  it('keeps the call with any answer of the person, and leaves it with the page', async () => {
    const { room, services } = await joinRoom();
    browserAsks();
    await nextMacrotask();
    expect(services.session.connection.state).to.equal('connected');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await arrive(room, 'left');
    expect(services.session.connection.state).to.equal('disconnected');
  });

  for (const [what, attributes] of Object.entries({
    'a mail address': { href: 'mailto:help@example.com' },
    'a phone number': { href: 'tel:+821012345678' },
    'a file to save': { href: '/minutes.pdf', download: '' },
  })) {
    it(`neither asks nor ends the call when the link is ${what}`, async () => {
      const { room, services } = await joinRoom();
      const link = document.createElement('a');
      Object.assign(link, attributes);
      link.append(document.createElement('span'));
      room.append(link);
      let asked: boolean | undefined;
      // A browser follows a link right after the listeners of the click.
      window.addEventListener(
        'click',
        (event) => {
          event.preventDefault();
          asked = browserAsks();
        },
        { once: true },
      );
      link.querySelector('span')!.click();
      expect(asked).to.equal(false);
      expect(services.session.connection.state).to.equal('connected');
      expect(room.state).to.equal('connected');
    });
  }

  it('asks when the link leads to another page', async () => {
    const { room } = await joinRoom();
    const link = document.createElement('a');
    link.href = '/elsewhere';
    room.append(link);
    let asked: boolean | undefined;
    window.addEventListener(
      'click',
      (event) => {
        event.preventDefault();
        asked = browserAsks();
      },
      { once: true },
    );
    link.click();
    expect(asked).to.equal(true);
  });
});

describe('<ffc-room> and another room that is picked', () => {
  it('asks while a call runs, and stays', async () => {
    const { room, services } = await joinRoom();
    const pick = await listBeside(room);
    const { session } = services;
    pick('2').focus();
    const opening = room.open('2');
    const dialog = question(room)!;
    expect(dialog.open).to.equal(true);
    expect(dialog.textContent).to.contain('Leave this call?');
    await expect(room).to.be.accessible();
    expect(room.shadowRoot!.activeElement?.textContent?.trim()).to.equal('Stay');
    button(dialog, 'Stay').click();
    expect((await rejection(opening)).reason).to.equal('aborted');
    expect(question(room)).to.equal(null);
    expect(room).to.include({ state: 'connected', roomId: '1' });
    expect(services.session).to.equal(session);
    expect(document.activeElement?.localName).to.equal('ffc-room-list');
  });

  it('switches when the person wants it', async () => {
    const { room } = await joinRoom();
    const opening = room.open('2');
    button(question(room)!, 'Switch').click();
    await opening;
    expect(room.roomId).to.equal('2');
    await arrive(room, 'connected');
  });

  it('still asks over the page when the room moves meanwhile', async () => {
    const { room } = await joinRoom();
    const opening = room.open('2');
    const dialog = question(room)!;
    document.body.prepend(room);
    await nextEvent(dialog, 'close');
    expect(dialog.matches(':modal')).to.equal(true);
    button(dialog, 'Switch').click();
    await opening;
    expect(room.roomId).to.equal('2');
  });

  it('stays when the question is answered by the Escape key', async () => {
    const { room } = await joinRoom();
    const opening = room.open('2');
    const dialog = question(room)!;
    dialog.requestClose();
    expect((await rejection(opening)).reason).to.equal('aborted');
    expect(room.state).to.equal('connected');
  });

  it('asks in Korean', async () => {
    const { room } = await joinRoom({ properties: { lang: 'ko' } });
    await eventually(room, () => room.shadowRoot!.textContent?.includes('명'));
    const opening = room.open('2');
    expect(question(room)!.textContent).to.contain('이 화상회의에서 나갈까요?');
    button(question(room)!, '머무르기').click();
    await rejection(opening);
  });

  it('asks once when another room is picked while it asks', async () => {
    const { room } = await joinRoom();
    const first = room.open('2');
    const second = room.open('4');
    expect((await rejection(first)).reason).to.equal('aborted');
    expect(room.shadowRoot!.querySelectorAll('dialog')).to.have.length(1);
    button(question(room)!, 'Stay').click();
    expect((await rejection(second)).reason).to.equal('aborted');
  });

  it('goes on to the other room when the call ends while it asks', async () => {
    const { room } = await joinRoom();
    const opening = room.open('2');
    await room.leave();
    await opening;
    expect(question(room)).to.equal(null);
    expect(room.roomId).to.equal('2');
  });

  it('is not asked with no-leave-confirm, nor when a script sets the room id', async () => {
    const { room } = await joinRoom({ properties: { noLeaveConfirm: true } });
    await room.open('2');
    await arrive(room, 'connected');
    room.noLeaveConfirm = false;
    room.roomId = '1';
    await room.updateComplete;
    expect(question(room)).to.equal(null);
    expect(room.state).not.to.equal('connected');
  });

  it('keeps the room that is open when that one is picked', async () => {
    const { room, services } = await joinRoom();
    const { session } = services;
    await room.open('1');
    expect(question(room)).to.equal(null);
    expect(services.session).to.equal(session);
    expect(room.state).to.equal('connected');
  });

  it('knows the open room by the number that its record has', async () => {
    const { room, services } = await joinRoom();
    const { session } = services;
    const id = 1 as number | string as string;
    await room.open(id);
    expect(question(room)).to.equal(null);
    expect(services.session === session).to.equal(true);
    await room.leave();
    room.autoJoin = false;
    await room.open(id);
    await arrive(room, 'prejoin');
  });

  it('keeps the room that was opened by its uuid when its row is picked, and opens it again', async () => {
    const { room, services } = await joinRoom({
      service: { rooms: createDemoRooms(0).map((each) => ({ ...each, uuid: `u-${each.id}` })) },
      properties: { roomId: 'u-1' },
    });
    const pick = await listBeside(room, services);
    pick('1').click();
    await eventually(room, () => room.matches(':focus-within'));
    expect(question(room)).to.equal(null);
    expect(room).to.include({ state: 'connected', roomId: 'u-1' });
    await room.leave();
    room.autoJoin = false;
    pick('1').click();
    await arrive(room, 'prejoin');
  });

  it('asks when a row of the list is picked, and moves the focus only with the room', async () => {
    const { room } = await joinRoom();
    const other = (await listBeside(room))('2');
    other.focus();
    other.click();
    await eventually(room, () => question(room));
    button(question(room)!, 'Stay').click();
    await nextMacrotask();
    expect(document.activeElement?.localName).to.equal('ffc-room-list');
    other.click();
    await eventually(room, () => question(room));
    button(question(room)!, 'Switch').click();
    await arrive(room, 'connected');
    await eventually(room, () => room.matches(':focus-within'));
  });

  for (const state of ['left', 'failed'] as const) {
    it(`opens the same room again that is ${state}`, async () => {
      const { room, services } = await joinRoom();
      const pick = await listBeside(room);
      if (state === 'left') await room.leave();
      else services.session.end('connection-lost');
      await arrive(room, state);
      room.autoJoin = false;
      pick('1').click();
      await arrive(room, 'prejoin');
      expect(room.roomId).to.equal('1');
    });
  }

  it('opens the room at once where none was open', async () => {
    const { room } = createRoom({ properties: { roomId: undefined } });
    await room.open('1');
    await arrive(room, 'prejoin');
  });
});

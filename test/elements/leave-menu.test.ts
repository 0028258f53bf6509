import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FfcControlBarElement } from '../../src/elements/control-bar/control-bar.js';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { eventually, nextEvent } from '../support/element-suite.js';
import { arrive, failure, joinRoom, type RoomBench, shownText } from '../support/room-bench.js';

interface Given {
  readonly role?: string;
  readonly canEndRooms?: boolean;
  readonly width?: string;
  readonly properties?: Partial<FfcRoomElement>;
}

interface BarBench extends RoomBench {
  readonly bar: FfcControlBarElement;
  readonly find: (selector: string) => HTMLElement | null;
  /** The button beside Leave. */
  readonly caret: () => HTMLElement | null;
  /** A button of the menu, by its text. */
  readonly item: (text: string) => HTMLElement | undefined;
  readonly open: () => Promise<unknown>;
}

const metadataOf = (role: string): object => ({
  appUserId: 'me',
  appUserName: 'Ada Self',
  channelMemberType: role,
});

async function createBar(given: Given = {}): Promise<BarBench> {
  const { role = 'OPERATOR', canEndRooms = true, width = '900px', properties } = given;
  const bench = await joinRoom({
    session: { local: { identity: 'me', metadata: metadataOf(role) } },
    service: { canEndRooms },
    properties: { startMuted: true, startCameraOff: true, ...properties },
    prepare: ({ session }) => void session.crowd(2),
  });
  bench.room.style.inlineSize = width;
  const bar = bench.room.shadowRoot!.querySelector('ffc-control-bar')!;
  const root = bar.shadowRoot!;
  const find = (selector: string): HTMLElement | null => root.querySelector(selector);
  await eventually(bar, () => find('.fitted [data-control=leave]'));
  const caret = (): HTMLElement | null => find('[data-control=leave-choice]');
  return {
    ...bench,
    bar,
    find,
    caret,
    item: (text) =>
      [...root.querySelectorAll<HTMLElement>('.person-menu .menu button')].find(
        ({ textContent }) => textContent.trim() === text,
      ),
    open: async () => {
      const button = await eventually(bar, caret);
      button.focus();
      button.click();
      return eventually(bar, () => find('.person-menu .menu.placed'));
    },
  };
}

describe('the button beside Leave', () => {
  it('lets a host leave alone, or end the call for everyone after a question', async () => {
    const { room, services, bar, find, caret, item, open } = await createBar();
    await open();
    expect(caret()!.ariaLabel).to.equal('Exit options');
    await expect(bar).to.be.accessible();
    expect(item('Leave') !== undefined).to.equal(true);
    item('End for everyone')!.click();
    await eventually(bar, () => find('.answers'));
    expect(find('.person-menu')!.textContent).to.contain('yourself included?');
    // The question is higher than the choices.
    const menu = find('.person-menu .menu')!;
    await eventually(bar, () => menu.getBoundingClientRect().bottom <= innerHeight);
    expect(services.service.calls.endRoom).to.equal(undefined);
    item('End for everyone')!.click();
    await arrive(room, 'ended');
    expect(services.service.calls.endRoom).to.equal(1);
    expect(shownText(room.shadowRoot!)).to.contain('was ended for everyone');
  });

  it('leaves by the request of Leave, which the page can cancel', async () => {
    const { room, services, item, open } = await createBar();
    await open();
    const asked = nextEvent(room, 'ffc-leave-request');
    room.addEventListener('ffc-leave-request', (event) => event.preventDefault(), { once: true });
    item('Leave')!.click();
    expect((await asked).cancelable).to.equal(true);
    expect(room.state).to.equal('connected');
    await open();
    item('Leave')!.click();
    await arrive(room, 'left');
    expect(services.service.calls.endRoom).to.equal(undefined);
  });

  it('leaves the Leave button as one click for a host', async () => {
    const { room, find, bar, caret } = await createBar();
    await eventually(bar, caret);
    find('.control[data-control=leave]')!.click();
    await arrive(room, 'left');
  });

  it('works with the keyboard, and gets the focus back', async () => {
    const { bar, find, caret, open } = await createBar();
    await open();
    const root = bar.shadowRoot!;
    await eventually(bar, () => root.activeElement?.textContent.trim() === 'Leave');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await eventually(bar, () => find('.answers'));
    await eventually(bar, () => root.activeElement?.textContent.trim() === 'Cancel');
    await sendKeys({ press: 'Enter' });
    await eventually(bar, () => root.activeElement === caret());
    expect(find('.menu:popover-open') === null).to.equal(true);
  });

  it('shows why the call could not be ended, and tries again', async () => {
    const { room, services, bar, find, item, open } = await createBar();
    services.service.failNext('endRoom', failure({ reason: 'forbidden' }));
    await open();
    item('End for everyone')!.click();
    await eventually(bar, () => find('.answers'));
    item('End for everyone')!.click();
    const alert = await eventually(bar, () => find('.person-menu [role=alert]'));
    expect(alert.textContent).to.contain('You don’t have permission');
    item('End for everyone')!.click();
    await arrive(room, 'ended');
  });

  it('is there where the page names the controls, too', async () => {
    const { bar, caret } = await createBar({ properties: { controls: 'devices leave' } });
    await eventually(bar, caret);
  });

  it('leaves the menus of devices as they are', async () => {
    const { bar, find, open, item } = await createBar();
    const camera = await eventually(bar, () => find('[data-control=camera-choice]'));
    const widthOfMenu = async (): Promise<number> => {
      camera.click();
      const menu = await eventually(bar, () => find('#menu-camera-choice.placed'));
      const { width } = menu.getBoundingClientRect();
      menu.hidePopover();
      return width;
    };
    const before = await widthOfMenu();
    await open();
    expect(item('Leave') !== undefined).to.equal(true);
    expect(await widthOfMenu()).to.equal(before);
  });

  it('comes and goes with the role of the person', async () => {
    const { services, bar, caret } = await createBar({ role: 'MEMBER' });
    expect(caret() === null).to.equal(true);
    services.session.setMetadata('me', metadataOf('OPERATOR'));
    await eventually(bar, caret);
    services.session.setMetadata('me', metadataOf('MEMBER'));
    await eventually(bar, () => !caret());
  });

  it('is not there where the app cannot end a call, nor in a very narrow bar', async () => {
    for (const given of [{ canEndRooms: false }, { width: '320px' }]) {
      const { bar, caret } = await createBar(given);
      await eventually(bar, () => !caret());
      await bar.updateComplete;
      expect(caret() === null).to.equal(true);
    }
  });

  it('has words in Korean', async () => {
    const { bar, caret, item, open } = await createBar({ properties: { lang: 'ko' } });
    await open();
    await eventually(bar, () => caret()!.ariaLabel === '나가기 옵션');
    await eventually(bar, () => item('모두에게 종료') && item('나가기'));
  });
});

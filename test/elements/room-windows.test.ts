import { expect, waitUntil } from '@open-wc/testing';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import type { DocumentPictureInPicture } from '../../src/parts/picture-in-picture.js';
import { eventually } from '../support/element-suite.js';
import { addStyle } from '../support/page-contexts.js';
import { joinRoom, rejection, type RoomBench } from '../support/room-bench.js';

const restores: (() => void)[] = [];
afterEach(() => {
  for (const restore of restores.splice(0)) restore();
});

function replace(target: object, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, writable: true, value });
  restores.push(() => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  });
}

/** Replaces the browser's picture-in-picture windows with frames of the test's page. */
function provideWindows(): void {
  const api: { window: Window | null; requestWindow: DocumentPictureInPicture['requestWindow'] } = {
    window: null,
    requestWindow: async ({ width, height }) => {
      const frame = document.createElement('iframe');
      Object.assign(frame, { width, height });
      document.body.append(frame);
      const view = frame.contentWindow!;
      api.window = view;
      view.close = () => {
        api.window = null;
        view.dispatchEvent(new Event('pagehide'));
        frame.remove();
      };
      restores.push(() => frame.remove());
      return Promise.resolve(view);
    },
  };
  replace(window, 'documentPictureInPicture', api);
}

function createCall(): Promise<RoomBench> {
  return joinRoom({
    properties: {
      startMuted: true,
      startCameraOff: true,
      controls: 'microphone fullscreen pip leave',
    },
    prepare: ({ session }) => session.crowd(2),
  });
}

const button = (room: FfcRoomElement, name: string): Promise<HTMLElement> => {
  const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
  return eventually(bar, () =>
    bar.shadowRoot!.querySelector<HTMLElement>(`[data-control=${name}]`),
  );
};

describe('picture-in-picture of a room', () => {
  it('moves the whole call into a picture-in-picture window and back, and the call goes on', async () => {
    provideWindows();
    const { room } = await createCall();
    const states: string[] = [];
    room.addEventListener('ffc-state-change', ({ state }) => states.push(state));
    const home = room.parentElement!;
    (await button(room, 'pip')).click();
    await eventually(room, () => room.ownerDocument !== document);
    expect(room.ownerDocument.documentElement.dir).to.equal('ltr');
    const placeholder = [...home.children].find((child) => child.role === 'status')!;
    expect(placeholder.shadowRoot!.textContent).to.contain('window of its own');
    const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
    await eventually(bar, () =>
      bar.shadowRoot!.querySelector('[data-control=pip][aria-pressed=true]'),
    );
    placeholder.shadowRoot!.querySelector('button')!.click();
    expect(room.parentElement === home).to.equal(true);
    expect(placeholder.isConnected).to.equal(false);
    await room.updateComplete;
    expect(states).to.deep.equal([]);
    expect(room.state).to.equal('connected');
  });

  it('keeps the language, the direction and the colours of its place on the page', async () => {
    provideWindows();
    const { room } = await createCall();
    const place = document.createElement('div');
    Object.assign(place, { lang: 'ko', dir: 'rtl' });
    place.style.colorScheme = 'dark';
    room.before(place);
    place.append(room);
    await room.requestPictureInPicture();
    const { lang, dir, style } = room.ownerDocument.documentElement;
    await room.leave();
    expect({ lang, dir, colours: style.colorScheme }).to.deep.equal({
      lang: 'ko',
      dir: 'rtl',
      colours: 'dark',
    });
    place.remove();
  });

  it('leaves its place on the page as large as it was, also with a CSS zoom', async () => {
    provideWindows();
    addStyle('html { zoom: 1.5 }');
    const { room } = await createCall();
    const home = room.parentElement!;
    const { width, height } = room.getBoundingClientRect();
    await room.requestPictureInPicture();
    const placeholder = [...home.children].find((child) => child.role === 'status')!;
    const now = placeholder.getBoundingClientRect();
    await room.leave();
    expect(now.width).to.be.closeTo(width, 2);
    expect(now.height).to.be.closeTo(height, 2);
  });

  it('comes back with the end of the call', async () => {
    provideWindows();
    const { room } = await createCall();
    await room.requestPictureInPicture();
    expect(room.ownerDocument === document).to.equal(false);
    await room.leave();
    expect(room.ownerDocument === document).to.equal(true);
  });

  /** Makes the browser open windows only when the returned function is called. */
  function holdWindows(): { readonly opened: () => number; readonly open: () => void } {
    const api = (window as unknown as { documentPictureInPicture: DocumentPictureInPicture })
      .documentPictureInPicture;
    const requestWindow = api.requestWindow.bind(api);
    let open = (): void => {};
    const held = new Promise<void>((resolve) => (open = resolve));
    let opened = 0;
    api.requestWindow = async (size) => {
      opened++;
      await held;
      return requestWindow(size);
    };
    return { opened: () => opened, open };
  }

  for (const end of ['left', 'removed'] as const) {
    it(`opens no window for a call that is ${end} while the browser opens it`, async () => {
      provideWindows();
      const { opened, open } = holdWindows();
      const { room } = await createCall();
      const request = rejection(room.requestPictureInPicture());
      await waitUntil(() => opened() === 1);
      if (end === 'left') await room.leave();
      else room.remove();
      open();
      expect((await request).reason).to.equal('invalid-state');
      expect(room.ownerDocument === document).to.equal(true);
      expect(document.querySelectorAll('iframe').length).to.equal(0);
    });
  }

  it('opens one window for two requests at once', async () => {
    provideWindows();
    const { opened, open } = holdWindows();
    const { room } = await createCall();
    const requests = [room.requestPictureInPicture(), room.requestPictureInPicture()];
    open();
    await Promise.all(requests);
    expect(opened()).to.equal(1);
    expect(room.ownerDocument === document).to.equal(false);
    await room.leave();
    expect(room.ownerDocument === document).to.equal(true);
  });

  it('rejects outside of a call, and where the browser refuses', async () => {
    provideWindows();
    replace(window, 'documentPictureInPicture', {
      window: null,
      requestWindow: () => Promise.reject(new DOMException('No click.', 'NotAllowedError')),
    });
    const { room } = await createCall();
    expect((await rejection(room.requestPictureInPicture())).reason).to.equal('invalid-state');
    await room.leave();
    expect((await rejection(room.requestPictureInPicture())).reason).to.equal('invalid-state');
  });

  it('shows the main video if the browser has no such windows', async () => {
    replace(window, 'documentPictureInPicture', undefined);
    replace(document, 'pictureInPictureEnabled', true);
    replace(document, 'exitPictureInPicture', () => Promise.resolve());
    const { room } = await createCall();
    const shown: HTMLVideoElement[] = [];
    replace(
      HTMLVideoElement.prototype,
      'requestPictureInPicture',
      function (this: HTMLVideoElement) {
        shown.push(this);
        return Promise.resolve();
      },
    );
    const stage = room.shadowRoot!.querySelector('ffc-stage')!;
    const tile = await eventually(stage, () =>
      stage.shadowRoot!.querySelector('ffc-participant-tile'),
    );
    await eventually(tile, () => tile.shadowRoot!.querySelector('video:not(.waiting)'));
    await room.requestPictureInPicture();
    expect(shown.length).to.equal(1);
    const pip = await button(room, 'pip');
    await eventually(
      room.shadowRoot!.querySelector('ffc-control-bar')!,
      () => pip.ariaPressed === 'true',
    );
    shown[0]!.dispatchEvent(new Event('leavepictureinpicture'));
    await eventually(
      room.shadowRoot!.querySelector('ffc-control-bar')!,
      () => pip.ariaPressed === 'false',
    );
  });

  it('has no control where the browser has neither', async () => {
    replace(window, 'documentPictureInPicture', undefined);
    replace(document, 'pictureInPictureEnabled', false);
    const { room } = await createCall();
    await button(room, 'fullscreen');
    const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
    expect(bar.shadowRoot!.querySelector('[data-control=pip]') === null).to.equal(true);
  });
});

describe('the whole screen', () => {
  it('is given to the room by a control, and shown as pressed', async () => {
    const { room } = await createCall();
    const asked: Element[] = [];
    replace(Element.prototype, 'requestFullscreen', function (this: Element) {
      asked.push(this);
      return Promise.resolve();
    });
    const fullscreen = await button(room, 'fullscreen');
    fullscreen.click();
    expect(asked.length === 1 && asked[0] === room).to.equal(true);
    replace(room, 'matches', (selector: string) => selector === ':fullscreen');
    document.dispatchEvent(new Event('fullscreenchange'));
    const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
    await eventually(bar, () => fullscreen.ariaPressed === 'true');
    expect(fullscreen.getAttribute('aria-description')).to.equal('Exit full screen');
  });
});

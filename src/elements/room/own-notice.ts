import { html, type TemplateResult } from 'lit';
import type { NewsMessages } from '../../i18n/comfort-messages.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { BaseElement } from '../../parts/base-element.js';
import type { LocaleController } from '../../parts/locale-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { signsOf } from '../../parts/signs.js';
import type { Controls } from '../../state/types.js';
import { dismissButton } from './call-screens.js';
import type { Say } from './room-announcer.js';

/** The milliseconds within which an error, or the browser, tells why something was turned off. */
const reasonWithin = 300;
/** The milliseconds for which a notice shows. */
const shownFor = 10_000;

const switches = ['microphone', 'camera', 'screenShare'] as const;
type Switch = (typeof switches)[number];

interface Words {
  readonly news: LocaleController<NewsMessages>;
  readonly room: LocaleController<RoomMessages>;
}

interface Notice {
  readonly text: string;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * Tells a person that somebody else turned off their microphone, camera or screen share, in a
 * notice over the stage and to screen readers.
 */
export class OwnNotice {
  readonly #host: BaseElement;
  readonly #room: RoomHandle;
  readonly #words: Words;
  readonly #say: Say;
  readonly #notices = new Map<Switch, Notice>();
  /** The captured screen, and whether the person ended it in the browser's own bar. */
  #screen: { readonly track: MediaStreamTrack | undefined; isEnded: boolean } | undefined;

  /** @param say Announces a text to screen readers. */
  constructor(host: BaseElement, room: RoomHandle, words: Words, say: Say) {
    const { store } = room;
    this.#host = host;
    this.#room = room;
    this.#words = words;
    this.#say = say;
    let before: Pick<Controls, Switch> = store.controls.getSnapshot();
    this.#followScreen(before.screenShare.enabled);
    store.on('switch-change', (now) => {
      for (const name of switches) {
        if (before[name].enabled && !now[name].enabled) this.#onOff(name, now[name].pending);
        if (now[name].enabled) this.#hide(name);
      }
      this.#followScreen(now.screenShare.enabled);
      before = now;
    });
    store.phase.subscribe(() => room.isInCall || switches.forEach((name) => this.#hide(name)));
    // Screen readers hear it from the room's announcer.
    signsOf(room).mutedBy.subscribe((name) => {
      if (name) this.#show('microphone', words.room.messages.mutedBy(name));
    });
  }

  render(messages: RoomMessages): readonly TemplateResult[] {
    return [...this.#notices].map(
      ([name, { text }]) => html`
        <div class="toast" part="notice">
          <span>${text}</span>
          ${dismissButton(messages, () => this.#hide(name))}
        </div>
      `,
    );
  }

  /** Tells the person of a switch that is off although they did not turn it off, without an error. */
  #onOff(name: Switch, isOwn: boolean): void {
    const { store } = this.#room;
    const { session } = store;
    const screen = this.#screen;
    const isTold = (): boolean =>
      session === store.session &&
      store.phase.getSnapshot().state === 'connected' &&
      this.#isLost(name) &&
      !screen?.isEnded;
    if ((name === 'screenShare' && isOwn) || !isTold()) return;
    const wait = new AbortController();
    const { signal } = wait;
    // The reason comes after the change: an error, or the end of the captured screen.
    store.on('error', () => wait.abort(), { signal });
    setTimeout(() => {
      const { turnedOff, shareStopped } = this.#words.news.messages;
      if (!signal.aborted && isTold()) {
        const text =
          name === 'screenShare' ? shareStopped : turnedOff(this.#words.room.messages[name]);
        this.#say(text);
        this.#show(name, text);
      }
      wait.abort();
    }, reasonWithin);
  }

  /** Whether a switch is off against the person's choice. A screen is not among their choices. */
  #isLost(name: Switch): boolean {
    const { store } = this.#room;
    const { enabled, pending } = store.controls.getSnapshot()[name];
    if (name === 'screenShare') return !enabled;
    return store.intended.getSnapshot()[name] && !enabled && !pending;
  }

  /** Notices when the browser ends the captured screen, which a stop by code does not report. */
  #followScreen(isShared: boolean): void {
    if (isShared === !!this.#screen) return;
    if (!isShared) {
      this.#screen = undefined;
      return;
    }
    const track = this.#room.store.session?.mediaTrack('local:screen_share');
    const screen = { track, isEnded: false };
    this.#screen = screen;
    track?.addEventListener('ended', () => (screen.isEnded = true), { once: true });
  }

  #show(name: Switch, text: string): void {
    clearTimeout(this.#notices.get(name)?.timer);
    this.#notices.set(name, { text, timer: setTimeout(() => this.#hide(name), shownFor) });
    this.#host.requestUpdate();
  }

  #hide(name: Switch): void {
    clearTimeout(this.#notices.get(name)?.timer);
    if (this.#notices.delete(name)) this.#host.requestUpdate();
  }
}

import { html, type nothing, type ReactiveController, type TemplateResult } from 'lit';
import { roomDictionary } from '../../parts/room-words.js';
import { comfortWords } from '../../locales/en.js';
import type { ComfortMessages } from '../../i18n/comfort-messages.js';
import type { BaseElement } from '../../parts/base-element.js';
import { follow } from '../../parts/follow.js';
import { LocaleController } from '../../parts/locale-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { settingsOf } from '../../parts/settings.js';
import { isInCall } from '../../state/phase.js';
import { CallHeader } from './call-header.js';
import { comfortStyles } from './comfort-styles.js';
import { followSounds } from './call-sounds.js';
import { MutedHint } from './muted-hint.js';
import { Shortcuts } from './shortcuts.js';

/**
 * The features of a call that nobody waits for: more in its header, soft sounds, the hint to who
 * speaks while muted, captions and settings. Loads when a call has gone quiet.
 */
export class CallComfort implements ReactiveController {
  readonly #host: BaseElement;
  readonly #room: RoomHandle;
  readonly #locale: LocaleController<ComfortMessages>;
  readonly #header: CallHeader;
  readonly #hint: MutedHint;
  readonly #shortcuts: Shortcuts;
  #stopMirror: (() => void) | undefined;

  constructor(host: BaseElement, room: RoomHandle) {
    this.#host = host;
    this.#room = room;
    const redraw = (): void => host.requestUpdate();
    this.#locale = new LocaleController(
      host,
      { group: 'panels', en: comfortWords },
      () => room.options.getSnapshot().messages,
    );
    const roomWords = new LocaleController(
      host,
      roomDictionary,
      () => room.options.getSnapshot().messages,
    );
    this.#header = new CallHeader(host, room);
    this.#hint = new MutedHint(room, redraw);
    followSounds(room);
    this.#shortcuts = new Shortcuts(host, room, {
      comfort: () => this.#locale.messages,
      room: () => roomWords.messages,
      lang: () => roomWords.lang,
    });
    host.addStyles([comfortStyles]);
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopMirror = follow(settingsOf(this.#room), ({ mirror }) => {
      // The local videos read this property. By default the style sheets mirror them.
      this.#host.style.setProperty('--_mirror', mirror ? '' : '1');
      this.#shortcuts.showKeys();
    });
    this.#hint.follow();
  }

  hostDisconnected(): void {
    this.#stopMirror?.();
    this.#hint.stop();
    this.#header.pause();
  }

  hostUpdated(): void {
    const inCall = isInCall(this.#room.store.phase.getSnapshot().state);
    if (inCall) this.#header.follow();
    else this.#header.stop();
  }

  /** Renders the header after the title. */
  renderHeader(): TemplateResult {
    return this.#header.render(this.#locale.messages);
  }

  /** Renders the button that copies the link into the room. */
  renderLink(): TemplateResult | typeof nothing {
    return this.#header.renderLink(this.#locale.messages);
  }

  /** Renders the notices over the stage. */
  renderToasts(): TemplateResult {
    return this.#hint.render(this.#locale.messages);
  }

  /** Draws the captions over the pictures. */
  renderOverlay(): TemplateResult {
    const parts = 'captions, caption, caption-speaker, caption-text';
    return html`<ffc-captions overlay exportparts=${parts}></ffc-captions>`;
  }
}

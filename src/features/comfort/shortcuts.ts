import { html, render, type TemplateResult } from 'lit';
import { FfcMicrophoneRequestEvent } from '../../events/request-events.js';
import type { ComfortMessages } from '../../i18n/comfort-messages.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { BaseElement } from '../../parts/base-element.js';
import { keyCell } from '../../parts/control-keys.js';
import { useControl, viewControl } from '../../parts/control-view.js';
import type { Control } from '../../parts/controls.js';
import { offeredControls } from '../../parts/offered-controls.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { settingsOf } from '../../parts/settings.js';

const microphone = 'm';
/**
 * The key of each control. They need no modifier, as they act only while the focus is in the room.
 */
export const keysOfControls: Readonly<Record<string, string>> = {
  microphone,
  camera: 'v',
  screen: 's',
  chat: 'c',
  participants: 'p',
  hand: 'h',
  captions: 'k',
  settings: 'o',
};
/** Not the space bar, which presses the focused button. */
const pushToTalk = 't';
const help = '?';

/** A control bar of this package. */
type ControlBar = HTMLElement & { readonly controls?: string | undefined };

interface ShortcutWords {
  readonly comfort: () => ComfortMessages;
  readonly room: () => RoomMessages;
  readonly lang: () => string;
}

/** The keyboard shortcuts of a call, while the focus is inside of the room. */
export class Shortcuts {
  readonly #host: BaseElement;
  readonly #room: RoomHandle;
  readonly #words: ShortcutWords;
  /** Aborts when the person lets go of the key that unmutes. */
  #talking: AbortController | undefined;

  constructor(host: BaseElement, room: RoomHandle, words: ShortcutWords) {
    this.#host = host;
    this.#room = room;
    this.#words = words;
    host.addEventListener('keydown', this.#onKeyDown);
    host.addEventListener('focusout', this.#stopTalking);
    for (const cell of [room.store.phase, room.options]) cell.subscribe(this.showKeys);
  }

  get isOn(): boolean {
    const room = this.#room;
    const { noHotkeys } = room.options.getSnapshot();
    return !noHotkeys && room.isInCall && settingsOf(room).getSnapshot().shortcuts;
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const { key, repeat, ctrlKey, metaKey, altKey, defaultPrevented, isComposing } = event;
    if (!this.isOn || defaultPrevented || isComposing || ctrlKey || metaKey || altKey) return;
    const path = event.composedPath();
    if (isTyping(path[0]) || isOfPage(path, this.#host)) return;
    const pressed = letterOf(event);
    const control = this.#find(pressed === pushToTalk ? microphone : pressed);
    if (key === help) {
      event.preventDefault();
      this.#showHelp();
    } else if (control && !repeat) {
      if (pressed === pushToTalk) this.#talk();
      else {
        event.preventDefault();
        useControl(this.#host, this.#room, viewControl(control, this.#room, this.#context));
      }
    }
  };

  readonly #onKeyUp = (event: KeyboardEvent): void => {
    if (letterOf(event) === pushToTalk) this.#stopTalking();
  };

  /**
   * Shows the keys at the room's buttons while the shortcuts are on. The owner calls it after each
   * change of the settings, which outlive the room.
   */
  readonly showKeys = (): void => {
    keyCell(this.#room).set(this.isOn ? keysOfControls : {});
  };

  #talk(): void {
    const { enabled, pending } = this.#room.store.controls.getSnapshot().microphone;
    if (enabled || pending) return;
    this.#talking = new AbortController();
    const { signal } = this.#talking;
    // The whole page, as the focused button may disappear. Firefox reports no lost focus then.
    this.#host.ownerDocument.addEventListener('keyup', this.#onKeyUp, { signal, capture: true });
    this.#host.dispatchEvent(new FfcMicrophoneRequestEvent(true));
  }

  readonly #stopTalking = (): void => {
    if (!this.#talking) return;
    this.#talking.abort();
    this.#talking = undefined;
    this.#host.dispatchEvent(new FfcMicrophoneRequestEvent(false));
  };

  /** The control of a key, if a bar of the room offers it now. */
  #find(key: string): Control | undefined {
    const host = this.#host;
    const room = this.#room;
    const bars = [host, host.renderRoot].flatMap((root) => [
      ...root.querySelectorAll<ControlBar>('ffc-control-bar'),
    ]);
    // A bar that names no controls has all, and *more* has those that its bar does not name.
    const names = bars.flatMap(
      (bar) => bar.controls?.match(/\S+/g) ?? room.options.getSnapshot().controls ?? 'more',
    );
    // Without a button in a bar, the page has buttons of its own.
    return offeredControls(room, names[0] && !names.includes('more') ? names : undefined).find(
      ({ name }) => keysOfControls[name] === key,
    );
  }

  get #context() {
    return { messages: this.#words.room(), lang: this.#words.lang() };
  }

  #showHelp(): void {
    const root = this.#host.renderRoot as ShadowRoot;
    if (root.querySelector('.shortcuts')) return;
    const dialog = root.ownerDocument.createElement('dialog');
    dialog.className = 'dialog shortcuts';
    dialog.part.add('dialog');
    dialog.setAttribute('aria-labelledby', 'shortcuts-title');
    // A room that moves shows the dialog again.
    dialog.addEventListener('close', () => dialog.open || dialog.remove());
    render(
      this.#renderHelp(() => dialog.close()),
      dialog,
    );
    root.append(dialog);
    dialog.showModal();
  }

  #renderHelp(close: () => void): TemplateResult {
    const words = this.#words.comfort();
    const rows = Object.values(keysOfControls).flatMap((key) => {
      const control = this.#find(key);
      return control ? [[key.toUpperCase(), control.label(this.#context)] as const] : [];
    });
    const all = [
      ...rows,
      [
        this.#find(microphone) && words.holdKey(pushToTalk.toUpperCase()),
        words.shortcutPushToTalk,
      ] as const,
      [help, words.shortcutHelp] as const,
    ].filter(([key]) => key);
    return html`
      <h2
        id="shortcuts-title"
        part="dialog-title"
        aria-level=${this.#room.options.getSnapshot().headingLevel}
      >
        ${words.shortcutsTitle}
      </h2>
      <p part="text">${words.shortcutsHint}</p>
      <dl>
        ${all.map(
          ([key, what]) =>
            html`<div>
              <dt><kbd>${key}</kbd></dt>
              <dd>${what}</dd>
            </div>`,
        )}
      </dl>
      <div class="dialog-actions">
        <button type="button" class="button" part="button" autofocus @click=${close}>
          ${words.shortcutsClose}
        </button>
      </div>
    `;
  }
}

/**
 * The Latin letter of a key. A keyboard that writes in another script, such as Hangul, reports a
 * letter of that script, and the place of the key.
 */
function letterOf({ key, code }: KeyboardEvent): string {
  const isLatin = /^[\x20-\x7e]+$/.test(key);
  return (isLatin ? key : code.replace(/^Key/, '')).toLowerCase();
}

/** Whether a target is a text field, where keys are text. */
function isTyping(target: EventTarget | undefined): boolean {
  const element = target as Partial<HTMLElement> | undefined;
  const isField = /^(input|textarea|select)$/.test(element?.localName ?? '');
  const type = (element as Partial<HTMLInputElement> | undefined)?.type ?? '';
  const isSwitch = /^(checkbox|radio|button)$/.test(type);
  return element?.isContentEditable === true || (isField && !isSwitch);
}

/**
 * Whether a key was pressed in the page's own content inside the room, such as a whiteboard, which
 * has keys of its own. Elements of this package in it are no such content, nor is a button of the
 * page that controls a room.
 */
function isOfPage(path: readonly EventTarget[], host: BaseElement): boolean {
  for (const target of path as readonly Partial<HTMLElement>[]) {
    if (target instanceof BaseElement || target.dataset?.['ffcCommand']) return false;
    if (target.parentNode === host) return true;
  }
  return false;
}

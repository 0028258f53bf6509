import { windowWords } from '../../locales/en.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { nearestAttribute } from '../../parts/tree.js';
import { wordsIn } from '../../parts/words.js';

const styles = `
  :host { display: grid; place-content: center; justify-items: center; gap: 16px; box-sizing: border-box;
    padding: 16px; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 12px;
    text-align: center; font: 16px/1.5 system-ui, sans-serif; }
  p { margin: 0; text-wrap: balance; }
  button { min-block-size: 44px; padding-inline: 20px; border: 1px solid color-mix(in srgb, currentColor 50%, transparent);
    border-radius: 8px; background: none; color: inherit; font: inherit; font-weight: 600; cursor: pointer; }
  button:hover { background: color-mix(in srgb, currentColor 10%, transparent); }
`;

/** Replaces a room on its page while the room is in a picture-in-picture window. */
export class Placeholder {
  /** The element at the room's place. */
  readonly element: HTMLElement;

  /** @param onBack Called when the person returns the call. */
  constructor({ host, options }: RoomHandle, onBack: () => void) {
    const page = host.ownerDocument;
    const { now, later } = wordsIn(
      { group: 'panels', en: windowWords },
      nearestAttribute(host, 'lang'),
    );
    const own = options.getSnapshot().messages;
    this.element = page.createElement('div');
    this.element.role = 'status';
    const root = this.element.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    const text = page.createElement('p');
    const button = page.createElement('button');
    const write = (words: typeof now): void => {
      text.textContent = own?.callElsewhere ?? words.callElsewhere;
      button.textContent = own?.exitPictureInPicture ?? words.exitPictureInPicture;
    };
    write(now);
    void later?.then(write);
    button.addEventListener('click', onBack);
    root.append(text, button);
  }

  /** Replaces the room, with the same size. */
  replace(host: HTMLElement): void {
    // Not the measured box, whose pixels differ from those of styles with a CSS `zoom`.
    const { offsetWidth, offsetHeight } = host;
    const { style } = this.element;
    style.inlineSize = `${offsetWidth}px`;
    style.maxInlineSize = '100%';
    style.blockSize = `${offsetHeight}px`;
    if (host.slot) this.element.slot = host.slot;
    host.replaceWith(this.element);
  }

  /**
   * Puts the room back. If the page has removed the placeholder, the room is not inserted either.
   */
  giveBack(host: HTMLElement): void {
    if (this.element.isConnected) this.element.replaceWith(host);
    else host.remove();
  }
}

import { nothing, type TemplateResult } from 'lit';
import type { ChatMessages } from '../../i18n/panel-messages.js';
import type { Drawing } from './outgoing-view.js';

/** The milliseconds for which a button shows that it has copied. */
const copiedFor = 2000;

/** The buttons that copy the text of a message. */
export class Copying {
  readonly #redraw: () => void;
  readonly #link: Drawing['link'];
  #copied: string | undefined;

  constructor(redraw: () => void, link: Drawing['link']) {
    this.#redraw = redraw;
    this.#link = link;
  }

  /** @param id The id of the message. */
  render(
    id: string,
    text: string,
    { chatCopy, chatCopied }: ChatMessages,
  ): TemplateResult | typeof nothing {
    // Pages without https have no clipboard, though the types have it.
    const { clipboard } = navigator as Partial<Navigator>;
    if (!clipboard) return nothing;
    const onCopy = (): void =>
      void clipboard.writeText(text).then(
        () => this.#set(id),
        // The browser or the person refuses.
        () => {},
      );
    return this.#link(id === this.#copied ? chatCopied : chatCopy, onCopy, 'copy');
  }

  #set(id: string | undefined): void {
    this.#copied = id;
    this.#redraw();
    if (id) setTimeout(() => this.#copied === id && this.#set(undefined), copiedFor);
  }
}

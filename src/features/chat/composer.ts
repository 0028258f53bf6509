import { html, nothing, type TemplateResult } from 'lit';
import type { ChatMessages } from '../../i18n/panel-messages.js';
import { sendIcon } from '../../icons/send.js';
import type { BaseElement } from '../../parts/base-element.js';
import { maxTextLength } from '../../parts/features.js';

/** The key code of a key that an input method has handled, in browsers that give no other sign. */
const composingKey = 229;

/** The field for a message. Its text is kept until it is sent. */
export class Composer {
  readonly #host: BaseElement;
  readonly #onSend: (text: string) => void;
  #canSend = false;
  /** The number of remaining characters; undefined while it is too high to show. */
  #left: number | undefined;

  constructor(host: BaseElement, onSend: (text: string) => void) {
    this.#host = host;
    this.#onSend = onSend;
  }

  /** The text field; undefined before the first rendering. */
  get field(): HTMLTextAreaElement | null | undefined {
    return this.#host.shadowRoot?.querySelector('textarea');
  }

  render(
    { chatWrite, chatSend, chatHint, chatLeft }: ChatMessages,
    isOpen: boolean,
  ): TemplateResult {
    const left = this.#left;
    return html`
      ${
        left === undefined
          ? nothing
          : html`<p class="limit ${left < 0 ? 'invalid' : 'hint'}" role="status">
              ${chatLeft(left)}
            </p>`
      }
      <div class="composer" part="chat-composer">
        <textarea
          class="input"
          part="chat-input"
          rows="1"
          dir="auto"
          enterkeyhint="send"
          placeholder=${chatWrite}
          aria-label=${chatWrite}
          aria-describedby="hint"
          aria-invalid=${(left ?? 0) < 0}
          ?disabled=${!isOpen}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
        ></textarea>
        <button
          type="button"
          class="button primary icon-only"
          part="button chat-send"
          title=${chatSend}
          aria-disabled=${!isOpen || !this.#canSend}
          @click=${this.#send}
        >
          ${sendIcon}
        </button>
        <span id="hint" hidden>${chatHint}</span>
      </div>
    `;
  }

  /** Puts back a text that could not be sent, before what was typed since. */
  restore(text: string): void {
    const { field } = this;
    if (!field) return;
    field.value = [text, field.value].filter(Boolean).join('\n');
    this.#onInput();
  }

  readonly #send = (): void => {
    const { field } = this;
    if (!field || field.disabled || !this.#canSend) return;
    const text = field.value.trim();
    field.value = '';
    this.#onInput();
    field.focus();
    this.#onSend(text);
  };

  readonly #onInput = (): void => {
    const { field } = this;
    if (!field) return;
    const left = maxTextLength - field.value.length;
    const before = [this.#canSend, this.#left].join();
    this.#canSend = /\S/.test(field.value) && left >= 0;
    this.#left = left < 300 ? left : undefined;
    // For browsers that do not let a field grow with its content.
    if (!CSS.supports('field-sizing', 'content')) {
      field.style.blockSize = 'auto';
      field.style.blockSize = `${field.scrollHeight}px`;
    }
    if ([this.#canSend, this.#left].join() !== before) this.#host.requestUpdate();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // Enter that ends a composition, as in Korean, must not send the message.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    // Deprecated, but the only sign in Safari, which ends the composition before the key.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    if (event.keyCode === composingKey) return;
    event.preventDefault();
    this.#send();
  };
}

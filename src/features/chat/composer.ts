import { html, nothing, type TemplateResult } from 'lit';
import type { ChatMessages } from '../../i18n/panel-messages.js';
import { sendIcon } from '../../icons/send.js';
import type { BaseElement } from '../../parts/base-element.js';
import { maxMessageLength } from '../../state/chat-types.js';

/** What an input method answers for a key that it took, in browsers that say no more. */
const composingKey = 229;

/** The field in which a message is written. What is in it stays until it is sent. */
export class Composer {
  readonly #host: BaseElement;
  readonly #onSend: (text: string) => void;
  #canSend = false;
  /** Characters that are left; undefined while that is not worth saying. */
  #left: number | undefined;

  constructor(host: BaseElement, onSend: (text: string) => void) {
    this.#host = host;
    this.#onSend = onSend;
  }

  /** Undefined before the first drawing. */
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
          : html`<p class=${left < 0 ? 'limit invalid' : 'limit'} role="status">
              ${chatLeft(left)}
            </p>`
      }
      <div class="composer" part="chat-composer">
        <textarea
          part="chat-input"
          rows="1"
          dir="auto"
          enterkeyhint="send"
          placeholder=${chatWrite}
          aria-label=${chatWrite}
          aria-describedby="hint"
          aria-invalid=${(left ?? 0) < 0 ? 'true' : 'false'}
          ?disabled=${!isOpen}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
        ></textarea>
        <button
          type="button"
          class="button primary icon-only"
          part="button chat-send"
          title=${chatSend}
          aria-label=${chatSend}
          aria-disabled=${isOpen && this.#canSend ? 'false' : 'true'}
          @click=${this.#send}
        >
          ${sendIcon}
        </button>
        <span id="hint" hidden>${chatHint}</span>
      </div>
    `;
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
    const { length } = field.value;
    const left = maxMessageLength - length;
    const before = [this.#canSend, this.#left];
    this.#canSend = field.value.trim() !== '' && left >= 0;
    this.#left = left < 300 ? left : undefined;
    // Where the browser does not let a field grow with its content by itself.
    if (!CSS.supports('field-sizing', 'content')) {
      field.style.blockSize = 'auto';
      field.style.blockSize = `${field.scrollHeight}px`;
    }
    if (before[0] !== this.#canSend || before[1] !== this.#left) this.#host.requestUpdate();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // The key that ends a composition, as in Korean, is not the one that sends.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    // Deprecated, and the one thing that Safari says: it ends the composition before the key.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    if (event.keyCode === composingKey) return;
    event.preventDefault();
    this.#send();
  };
}

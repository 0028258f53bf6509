import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { BaseElement } from '../../parts/base-element.js';
import { RovingFocus } from '../../parts/roving-focus.js';
import type { ChatPhase, RoomChat } from '../../state/chat-types.js';
import { type ChatItem, chatItems } from './chat-items.js';
import { chatTimes } from './chat-times.js';
import { type ChatWords, messageView, outgoingView } from './message-view.js';
import { ScrollKeeper } from './scroll-keeper.js';

/** Milliseconds that a button says that it has copied. */
const copiedFor = 2000;

/** The messages of a chat, and where the reader is among them. */
export class ChatLog {
  readonly #host: BaseElement;
  readonly #scroll = new ScrollKeeper();
  readonly #roving: RovingFocus;
  /** How often more of a long text was wanted, by the ids of messages. */
  readonly #more = new Map<string, number>();
  #chat: RoomChat | undefined;
  #items: readonly ChatItem[] = [];
  #copied: string | undefined;

  constructor(host: BaseElement) {
    this.#host = host;
    this.#roving = new RovingFocus(
      host,
      () => [...host.renderRoot.querySelectorAll<HTMLElement>('.message')],
      true,
    );
  }

  /** Whether the newest message is in sight of somebody. */
  get isRead(): boolean {
    return this.#scroll.isAtEnd && !document.hidden && this.#host.checkVisibility();
  }

  render(
    chat: RoomChat,
    { messages, loadingOlder }: Extract<ChatPhase, { state: 'ready' }>,
    words: ChatWords,
    lang: string,
  ): TemplateResult {
    this.#chat = chat;
    this.#items = chatItems(messages);
    const times = chatTimes(lang);
    const outgoing = chat.outbox.getSnapshot();
    return html`
      <div
        class="log"
        part="chat-log"
        role="log"
        aria-label=${words.chatLog}
        aria-busy=${loadingOlder}
        @scroll=${this.#onScroll}
        @keydown=${this.#roving.onKeydown}
        @focusin=${this.#roving.onFocusin}
      >
        ${loadingOlder ? html`<p class="line hint">${words.chatLoading}</p>` : nothing}
        ${
          this.#items.length + outgoing.length > 0
            ? nothing
            : html`<p class="line hint empty">
                <strong>${words.chatEmptyTitle}</strong>${words.chatEmptyText}
              </p>`
        }
        ${repeat(
          this.#items,
          ({ message }) => message.messageId,
          (item) => this.#renderItem(item, { chat, words, times }),
        )}
        ${repeat(
          outgoing,
          ({ id }) => id,
          (message) => outgoingView(message, { chat, words }),
        )}
      </div>
      ${this.#scroll.isAtEnd ? nothing : this.#renderToNewest(chat, words)}
    `;
  }

  beforeUpdate(): void {
    this.#scroll.beforeUpdate();
  }

  afterUpdate(): void {
    this.#scroll.observe(this.#host.renderRoot.querySelector('.log'));
    this.#scroll.afterUpdate(this.#items[0]?.message.messageId);
  }

  release(): void {
    this.#scroll.observe(null);
  }

  readonly toNewest = (): void => {
    this.#scroll.toEnd();
    this.#host.requestUpdate();
  };

  #renderItem(
    item: ChatItem,
    context: Pick<Parameters<typeof messageView>[1], 'chat' | 'words' | 'times'>,
  ): TemplateResult {
    const { messageId: id } = item.message;
    const more = this.#more.get(id) ?? 0;
    // Pages without https have none, whatever the types say.
    const { clipboard } = navigator as Partial<Navigator>;
    return messageView(item, {
      ...context,
      more,
      isCopied: id === this.#copied,
      onMore: () => {
        this.#more.set(id, more + 1);
        this.#host.requestUpdate();
      },
      onCopy:
        clipboard &&
        (() => {
          clipboard.writeText(item.text).then(
            () => this.#setCopied(id),
            // The browser, or the person, does not want it.
            () => {},
          );
        }),
    });
  }

  #renderToNewest(chat: RoomChat, { chatNewest }: ChatWords): TemplateResult {
    const unread = chat.unread.getSnapshot();
    return html`<button
      type="button"
      class="button newest ${unread ? 'primary' : ''}"
      part="button chat-newest"
      @click=${this.toNewest}
    >
      <span aria-hidden="true">↓</span>${chatNewest(unread)}
    </button>`;
  }

  #setCopied(id: string | undefined): void {
    this.#copied = id;
    this.#host.requestUpdate();
    if (id) setTimeout(() => this.#copied === id && this.#setCopied(undefined), copiedFor);
  }

  readonly #onScroll = (): void => {
    const { isAtEnd } = this.#scroll;
    // A failure is no more than that there is nothing older: scrolling asks again.
    if (this.#scroll.onScroll()) this.#chat?.loadOlder().catch(() => {});
    if (isAtEnd !== this.#scroll.isAtEnd) this.#host.requestUpdate();
  };
}

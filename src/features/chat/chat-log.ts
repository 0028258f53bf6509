import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { BaseElement } from '../../parts/base-element.js';
import { RovingFocus } from '../../parts/roving-focus.js';
import type { ChatPhase, RoomChat } from '../../state/chat-types.js';
import { type ChatItem, chatItems } from './chat-items.js';
import { chatTimes } from './chat-times.js';
import type * as Later from '../chat-later/chat-later.js';
import { type ChatWords, link, messageView, textView } from './message-view.js';
import { ScrollKeeper } from './scroll-keeper.js';

/** The list of a chat's messages, which keeps the reader's position. */
export class ChatLog {
  readonly #host: BaseElement;
  readonly #scroll = new ScrollKeeper();
  readonly #roving: RovingFocus;
  /** The clicks on *more* of long texts, by the ids of messages. */
  readonly #more = new Map<string, number>();
  #chat: RoomChat | undefined;
  #items: readonly ChatItem[] = [];
  #later: typeof Later | undefined;
  #copying: Later.Copying | undefined;

  constructor(host: BaseElement) {
    this.#host = host;
    this.#roving = new RovingFocus(
      host,
      () => [...host.renderRoot.querySelectorAll<HTMLElement>('.message')],
      true,
    );
  }

  /** Whether the newest message is visible, on a visible page. */
  get isRead(): boolean {
    const { ownerDocument: page } = this.#host;
    return this.#scroll.isAtEnd && !page.hidden && this.#host.checkVisibility();
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
    const comings = (after?: string): unknown =>
      this.#later?.comingViews(chat.comings.getSnapshot(), after, words);
    void this.#loadLater();
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
        ${comings()}
        ${repeat(
          this.#items,
          ({ message }) => message.messageId,
          (item) =>
            html`${this.#renderItem(item, { chat, words, times })}${comings(item.message.messageId)}`,
        )}
        ${repeat(
          outgoing,
          ({ id }) => id,
          (message) => this.#later?.outgoingView(message, chat, words, { text: textView, link }),
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
    return messageView(item, {
      ...context,
      more,
      copy: this.#copying?.render(id, item.text, context.words),
      onMore: () => {
        this.#more.set(id, more + 1);
        this.#host.requestUpdate();
      },
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

  /** Loads the further features. Never rejects: each rendering tries again. */
  async #loadLater(): Promise<void> {
    if (this.#later) return;
    const later = await import('../chat-later/chat-later.js').catch(() => undefined);
    if (!later || this.#later) return;
    this.#later = later;
    this.#copying = new later.Copying(() => this.#host.requestUpdate(), link);
    this.#host.requestUpdate();
  }

  readonly #onScroll = (): void => {
    const { isAtEnd } = this.#scroll;
    // Ignores a failure: further scrolling tries again.
    if (this.#scroll.onScroll()) this.#chat?.loadOlder().catch(() => {});
    if (isAtEnd !== this.#scroll.isAtEnd) this.#host.requestUpdate();
  };
}

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { canTryAgain, type FfcError, toFfcError } from '../../core/errors.js';
import { callWords, chatWords } from '../../locales/en.js';
import { roomErrorWords } from '../../i18n/error-words.js';
import { addRoomWords, roomDictionary } from '../../parts/room-words.js';
import { PartElement } from '../../parts/part-element.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { problemStyles, problemView } from '../../parts/problem-view.js';
import { RoomController } from '../../parts/room-controller.js';
import { windowOf } from '../../parts/tree.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { spinner, spinnerStyles } from '../../parts/spinner.js';
import type { ChatPhase, RoomChat } from '../../state/chat-types.js';
import { commonStyles } from '../../styles/common-styles.js';
import { chatStyles } from './chat-styles.js';
import { messageStyles } from './message-styles.js';
import { ChatLog } from './chat-log.js';
import { type ChatWords, link } from './message-view.js';
import { Composer } from './composer.js';

addRoomWords(callWords);

/**
 * The chat of a room: earlier messages, new messages, and a field to write in. It is the content of
 * the panel `chat`. You may also place it anywhere else, inside `<ffc-room>` or with `for`. It uses
 * the channel of the room. If the room's services have none, the call itself carries the messages.
 *
 * Enter sends a message; Shift and Enter insert a line break. Only addresses of `http` and `https`
 * become links. With the focus on the messages, the arrow keys move between them. In a call of at
 * most 25 people, lines between the messages show joins and leaves, unless the settings turn them
 * off. A message cannot be deleted: the service has no call for that.
 *
 * @tag ffc-chat
 * @summary The messages of a call.
 *
 * @csspart chat - The whole chat.
 * @csspart chat-log - The messages.
 * @csspart chat-day - The line before the first message of a day.
 * @csspart chat-system - A line that no member wrote, such as a join or a leave.
 * @csspart chat-message - A message.
 * @csspart chat-avatar - The picture, or the initials, of the author.
 * @csspart chat-author - The name of the author.
 * @csspart chat-role - The mark of a host's message.
 * @csspart chat-time - The time of a message.
 * @csspart chat-text - The text of a message.
 * @csspart chat-notice - The notice that newer messages may be missing, or that the browser is
 *   offline.
 * @csspart chat-newest - The button that scrolls to the newest message.
 * @csspart chat-composer - The field and its button.
 * @csspart chat-input - The field.
 * @csspart chat-send - The button that sends.
 * @csspart button - Every button.
 *
 * @cssprop [--ffc-color-accent] - The button that sends, links, the focus ring.
 */
export class FfcChatElement extends PartElement {
  static override styles = [commonStyles, spinnerStyles, problemStyles, chatStyles, messageStyles];

  readonly #room = new RoomController(this, {
    watch: ({ store }) => [
      store.phase,
      ...(this.#chat
        ? [this.#chat.phase, this.#chat.outbox, this.#chat.unread, this.#chat.comings]
        : []),
    ],
    onRoom: (room, signal) => (this.#load = () => void this.#use(room, signal))(),
  });
  readonly #words = new LocaleController(
    this,
    { group: 'panels', en: chatWords },
    () => this.#ownWords,
  );
  readonly #roomWords = new LocaleController(this, roomDictionary, () => this.#ownWords);
  readonly #log = new ChatLog(this);
  readonly #composer = new Composer(this, (text) => this.#onSend(text));
  #chat: RoomChat | undefined;
  /** The reason why the code of the chat's state failed to load. */
  #missing: FfcError | undefined;
  #load: (() => void) | undefined;
  #connection: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#connection = new AbortController());
    // The chat may have moved to another window, which is hidden and shown by itself.
    const view = windowOf(this) ?? window;
    for (const type of ['visibilitychange', 'online', 'offline']) {
      view.addEventListener(type, this.#onWindow, { signal });
    }
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
    this.#log.release();
  }

  /** Moves the focus to the text field. */
  override focus(options?: FocusOptions): void {
    this.#composer.field?.focus(options);
  }

  protected override willUpdate(): void {
    this.#log.beforeUpdate();
  }

  protected override update(changed: PropertyValues<this>): void {
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    // The focused button may be gone, such as the one to try again.
    if (focused && !focused.isConnected) {
      this.renderRoot.querySelector<HTMLElement>('.messages')?.focus();
    }
  }

  protected override render(): TemplateResult {
    const words = { ...this.#roomWords.messages, ...this.#words.messages };
    const phase = this.#phase;
    const isOpen = (this.#room.room?.isInCall ?? false) && phase?.state !== 'failed';
    return html`
      <div class="frame">
        <div class="chat" part="chat">
          <div class="messages" tabindex="-1">${this.#renderMessages(phase, words)}</div>
          ${this.#renderNotice(phase, words)} ${this.#composer.render(words, isOpen)}
        </div>
      </div>
    `;
  }

  protected override updated(): void {
    this.#log.afterUpdate();
    if (this.#log.isRead) this.#chat?.markRead();
  }

  #renderMessages(phase: ChatPhase | undefined, words: ChatWords): TemplateResult {
    const chat = this.#chat;
    const error = this.#missing ?? (phase?.state === 'failed' ? phase.error : undefined);
    if (error) {
      return problemView({
        words: roomErrorWords(words, error) ?? words.errors.unknown,
        level: (this.#room.room?.options.getSnapshot().headingLevel ?? 2) + 1,
        code: error.reason,
        action: canTryAgain(error) ? { label: words.tryAgain, onClick: this.#onRetry } : undefined,
      });
    }
    if (chat && phase?.state === 'ready') {
      return this.#log.render(chat, phase, words, this.#words.lang);
    }
    return this.#room.room?.isInCall
      ? html`<p class="line hint empty" aria-busy="true">${spinner()}${words.chatLoading}</p>`
      : html`<p class="line hint empty">${words.notInCall}</p>`;
  }

  #renderNotice(phase: ChatPhase | undefined, words: ChatWords): TemplateResult | typeof nothing {
    const isStale = phase?.state === 'ready' && phase.stale !== undefined;
    if (!isStale && navigator.onLine) return nothing;
    return html`<p class="notice invalid" part="chat-notice" role="status">
      ${words.chatStale} ${isStale ? link(words.tryAgain, this.#onRefresh) : nothing}
    </p>`;
  }

  get #phase(): ChatPhase | undefined {
    return this.#chat?.phase.getSnapshot();
  }

  get #ownWords(): ReturnType<RoomHandle['options']['getSnapshot']>['messages'] {
    return this.#room.room?.options.getSnapshot().messages;
  }

  /** Loads the chat of a room. A failure is shown. Never rejects. */
  async #use(room: RoomHandle, signal: AbortSignal): Promise<void> {
    this.#chat = undefined;
    this.#missing = undefined;
    const chat = await room.use('chat').catch((thrown: unknown) => toFfcError(thrown, 'setup'));
    if (signal.aborted) return;
    if ('phase' in chat) this.#chat = chat;
    else this.#missing = chat;
    this.requestUpdate();
  }

  #onSend(text: string): void {
    this.#log.toNewest();
    this.#room.room
      ?.use('chat')
      .then((chat) => chat.post(text))
      .catch(() => {
        // An open chat keeps the message, and shows the failure at it.
        if (this.#phase?.state !== 'ready') this.#composer.restore(text);
      });
  }

  readonly #onRetry = (): void => {
    const phase = this.#phase;
    if (phase?.state === 'failed') this.#chat?.open(phase.roomId).catch(() => {});
    else this.#load?.();
  };

  readonly #onWindow = ({ type }: Event): void => {
    this.requestUpdate();
    if (type === 'online') this.#onRefresh();
  };

  readonly #onRefresh = (): void => {
    // The chat puts a failure into its phase.
    if (this.#phase?.state === 'ready') this.#chat?.refresh().catch(() => {});
  };
}

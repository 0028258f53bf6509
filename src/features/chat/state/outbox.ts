import type { ChannelMessage } from '../../../api/channel-types.js';
import { createCell, type Readable } from '../../../core/cell.js';
import { FfcError, toFfcError } from '../../../core/errors.js';
import { maxTextLength } from '../../../parts/features.js';
import type { ChatStore, OutgoingMessage } from '../../../state/chat-types.js';

/**
 * The messages of one's own that the channel does not have (yet). Sending gives no id, so that a
 * message has arrived when one of one's own with its text is told.
 */
export class Outbox {
  readonly #chat: ChatStore;
  readonly #messages = createCell<readonly OutgoingMessage[]>([]);
  #lastId = 0;

  constructor(chat: ChatStore) {
    this.#chat = chat;
  }

  get messages(): Readable<readonly OutgoingMessage[]> {
    return this.#messages;
  }

  /** A message of one's own is in the channel. */
  confirm({ message }: ChannelMessage): void {
    const arrived = this.#all.find(({ text }) => text === message);
    if (arrived) this.remove(arrived.id);
  }

  /** Sends a text; one that fails stays. Rejects with why. */
  async post(text: string): Promise<void> {
    if (!text.trim() || text.length > maxTextLength) {
      throw new FfcError({
        reason: 'invalid-request',
        stage: 'api',
        message: `Messages have 1 to ${maxTextLength} characters.`,
      });
    }
    const message = Object.freeze({ id: ++this.#lastId, text, error: undefined });
    this.#messages.set([...this.#all, message]);
    await this.#send(message);
  }

  /** Sends again what failed, unless it arrived in the meantime: an answer may get lost. */
  async retry(id: number): Promise<void> {
    const message = this.#all.find((other) => other.id === id);
    if (!message?.error) return;
    this.#fail(id, undefined);
    await this.#send(message, () => this.#chat.refresh()).catch(() => {});
  }

  remove(id: number): void {
    this.#messages.set(this.#all.filter((message) => message.id !== id));
  }

  clear(): void {
    this.#messages.set([]);
  }

  get #all(): readonly OutgoingMessage[] {
    return this.#messages.getSnapshot();
  }

  async #send({ id, text }: OutgoingMessage, look?: () => Promise<void>): Promise<void> {
    try {
      await look?.();
      if (this.#all.some((other) => other.id === id)) await this.#chat.send(text);
      this.remove(id);
    } catch (thrown) {
      const error = toFfcError(thrown, 'api');
      this.#fail(id, error);
      throw error;
    }
  }

  #fail(id: number, error: FfcError | undefined): void {
    this.#messages.set(
      this.#all.map((message) =>
        message.id === id ? Object.freeze({ ...message, error }) : message,
      ),
    );
  }
}

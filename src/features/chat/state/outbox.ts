import type { ChannelMessage } from '../../../api/channel-types.js';
import { createCell, type Readable } from '../../../core/cell.js';
import { FfcError, toFfcError } from '../../../core/errors.js';
import { maxTextLength } from '../../../parts/features.js';
import type { ChatStore, OutgoingMessage } from '../../../state/chat-types.js';

/**
 * The local participant's messages that the channel does not have yet. Sending returns no id. So a
 * message counts as sent when the channel emits an own message with the same text.
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

  /** Removes a message that the channel has emitted. */
  confirm({ message }: ChannelMessage): void {
    const arrived = this.#all.find(({ text }) => text === message);
    if (arrived) this.remove(arrived.id);
  }

  /** Sends a text. A failed message stays. Rejects with the reason. */
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

  /**
   * Sends a failed message again, unless it has arrived in the meantime: only the answer may have
   * been lost.
   */
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

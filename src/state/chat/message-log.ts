import type { ChannelMessage } from '../../api/channel-types.js';
import type { Page } from '../../api/types.js';
import type { ChatContent } from '../chat-types.js';

/**
 * The messages of a channel in their order, merged from pages and from the event stream. Ids are
 * only compared for equality: their form is not documented.
 */
export class MessageLog {
  #all: readonly ChannelMessage[] = [];
  #hasOlder = false;
  #limit: number;
  /** The ids of messages from the event stream since the start of the newest fetch. */
  #pushed = new Set<string>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get content(): ChatContent {
    return { messages: Object.freeze(this.#all.filter(isShown)), hasOlder: this.#hasOlder };
  }

  /** The id of the oldest message. Signals count too: a page may contain nothing else. */
  get oldestId(): string | undefined {
    return this.#all[0]?.messageId;
  }

  /** Adds a message. Returns whether it is new. */
  append(message: ChannelMessage): boolean {
    if (this.#has(message)) return false;
    this.#pushed.add(message.messageId);
    this.#set([...this.#all, message]);
    return true;
  }

  beginFetch(): void {
    this.#pushed.clear();
  }

  /** Adds the last page of the channel, and returns its new messages. */
  endFetch({ content: page, last }: Page<ChannelMessage>): readonly ChannelMessage[] {
    const fresh = page.filter((message) => !this.#has(message));
    const ids = new Set(page.map(({ messageId }) => messageId));
    const pushed = this.#all.filter(({ messageId }) => this.#pushed.has(messageId));
    const before = this.#all.filter(({ messageId }) => !this.#pushed.has(messageId));
    const overlap = before.findIndex(({ messageId }) => ids.has(messageId));
    // The page has no known message: those in between are unknown, so the older ones are dropped.
    if (overlap < 0) this.#hasOlder = !last;
    this.#set([
      ...before.slice(0, Math.max(overlap, 0)),
      ...page,
      ...pushed.filter(({ messageId }) => !ids.has(messageId)),
    ]);
    return fresh.filter(isShown);
  }

  /** Adds the page before the message with the id, unless that is no longer the oldest. */
  prepend(id: string, { content: page, last }: Page<ChannelMessage>): void {
    if (id !== this.oldestId) return;
    const older = page.filter((message) => !this.#has(message));
    this.#limit += older.length;
    this.#hasOlder = !last && older.length > 0;
    this.#set([...older, ...this.#all]);
  }

  #has({ messageId }: ChannelMessage): boolean {
    return this.#all.some((other) => other.messageId === messageId);
  }

  #set(all: readonly ChannelMessage[]): void {
    const tooMany = all.length - this.#limit;
    if (tooMany > 0) this.#hasOlder = true;
    this.#all = tooMany > 0 ? all.slice(tooMany) : all;
  }
}

export const isShown = ({ type }: ChannelMessage): boolean => type !== 'SIGNAL';

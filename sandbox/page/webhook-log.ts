import type { WebhookLogEntry } from '../app/webhook-log.js';
import { LogPanel } from './log-panel.js';
import type { Words } from './words.js';

/** How often the page polls the backend, in milliseconds. */
const period = 1000;

/** A folded list of the webhooks that the service has sent to the app's backend. */
export class WebhookLog {
  readonly #panel = new LogPanel();
  readonly element = this.#panel.element;
  #newest: string | undefined;

  translate({ webhooks, noWebhooks }: Words): void {
    this.#panel.translate(webhooks, noWebhooks);
  }

  /** Polls the backend and shows new webhooks for as long as the page is open. */
  follow(user: string): void {
    const poll = async (): Promise<void> => {
      if (!document.hidden) await this.#poll(user);
      setTimeout(() => void poll(), period);
    };
    void poll();
  }

  async #poll(user: string): Promise<void> {
    try {
      const response = await fetch(`/ffc/webhook-log?user=${encodeURIComponent(user)}`);
      if (response.ok) this.#show((await response.json()) as WebhookLogEntry[]);
    } catch {
      // The sandbox cannot be reached. It may return: the next poll tries again.
    }
  }

  #show(entries: readonly WebhookLogEntry[]): void {
    const known = entries.findIndex(({ id }) => id === this.#newest);
    const fresh = known < 0 ? entries : entries.slice(0, known);
    this.#newest = entries[0]?.id;
    for (const { type, createdAt, who, room } of fresh.toReversed()) {
      const at = createdAt ? new Date(createdAt) : new Date();
      this.#panel.add(at, type, [who, room].filter(Boolean).join(' · '));
    }
  }
}

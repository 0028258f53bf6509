import { RecordTable, type Journal } from './journaled-map.js';
import type { PushEventRecord, WebhookRecord } from './records.js';
import type { PushEventTable, WebhookTable } from './store.js';

/** How many webhooks are kept that are delivered or given up. */
const settledWebhooks = 500;
/** How many push events are kept for clients that reconnect. */
const pushEvents = 1000;

export class MemoryWebhooks extends RecordTable<WebhookRecord> implements WebhookTable {
  /**
   * The ids of the webhooks that are no longer pending, in the order in which they were settled.
   */
  readonly #settled: Set<number>;

  constructor(journal: Journal | undefined) {
    super('webhooks', journal);
    const settled = [...this.rows.values()].filter(({ state }) => state !== 'pending');
    this.#settled = new Set(settled.map(({ id }) => id));
  }

  override replace(webhook: WebhookRecord): void {
    super.replace(webhook);
    if (webhook.state === 'pending') return;
    this.#settled.add(webhook.id);
    if (this.#settled.size <= settledWebhooks) return;
    const [oldest = 0] = this.#settled;
    this.#settled.delete(oldest);
    this.forget(oldest);
  }

  list(): readonly WebhookRecord[] {
    return [...this.rows.values()];
  }
}

export class MemoryPushEvents extends RecordTable<PushEventRecord> implements PushEventTable {
  constructor(journal: Journal | undefined) {
    super('push-events', journal);
  }

  append(
    event: Omit<PushEventRecord, 'id'>,
    { leastId, keep }: { readonly leastId: number; readonly keep: boolean },
  ): PushEventRecord {
    const id = Math.max(leastId, this.lastId + 1);
    if (!keep) {
      this.lastId = id;
      return { ...event, id };
    }
    const stored = this.add(event, id);
    const [oldest = 0] = this.rows.keys();
    if (this.rows.size > pushEvents) this.forget(oldest);
    return stored;
  }

  after(id: number): readonly PushEventRecord[] {
    return [...this.rows.values()].filter((event) => event.id > id);
  }
}

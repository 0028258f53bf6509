import type { Clock } from './clock.js';
import type { DomainEvent } from './domain-events.js';
import { ConcurrencyQueue } from './concurrency-queue.js';
import type { AppRecord, WebhookAttempt, WebhookRecord } from './records.js';
import type { SandboxStore } from './store.js';
import { webhookOf } from './webhook-payloads.js';

/** How often a webhook is sent before it is given up. */
const maxAttempts = 12;
/** How long the callback may take to answer, in milliseconds. */
const answerTime = 10_000;
/** How many webhooks are sent to an app at the same time; the others wait for their turn. */
const atOnce = 8;
/** How many webhooks the log shows. */
const logLength = 500;

/** A webhook and its delivery. Holds no credentials. */
export interface WebhookDelivery extends Omit<WebhookRecord, 'id' | 'eventId'> {
  readonly id: string;
}

export interface WebhooksOptions {
  readonly apps: readonly AppRecord[];
  readonly store: SandboxStore;
  readonly clock: Clock;
  /** Sends the webhooks. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Called with a line about each attempt. */
  readonly report: (line: string) => void;
}

/**
 * Sends events to the backends of the apps, and retries until a backend accepts. Also sends the
 * webhooks that are still pending in the store.
 */
export class Webhooks {
  readonly #options: WebhooksOptions;
  readonly #stopping = new AbortController();
  readonly #queues: ReadonlyMap<number, ConcurrencyQueue<WebhookRecord>>;

  constructor(options: WebhooksOptions) {
    this.#options = options;
    this.#queues = new Map(
      options.apps.map((app) => [
        app.id,
        new ConcurrencyQueue(atOnce, (webhook: WebhookRecord) => this.#deliver(webhook, app)),
      ]),
    );
    for (const webhook of options.store.webhooks.list()) {
      // After a delay, because an app that starts together with the service registers its callback
      // first.
      if (webhook.state === 'pending') void this.#sendLater(webhook);
    }
  }

  /** The last webhooks, oldest first. */
  get log(): readonly WebhookDelivery[] {
    const webhooks = this.#options.store.webhooks.list().slice(-logLength);
    return webhooks.map(({ eventId, ...webhook }) => ({ ...webhook, id: eventId }));
  }

  /** Sends the webhook for this event, if it has one and the app has registered a callback. */
  send(appId: number, event: DomainEvent): void {
    const { apps, store, clock } = this.#options;
    const app = apps.find(({ id }) => id === appId);
    if (!app || this.#stopping.signal.aborted || !store.callbacks.get(appId)) return;
    const content = webhookOf(event, app, store);
    if (!content) return;
    const webhook = store.webhooks.insert({
      ...content,
      eventId: crypto.randomUUID(),
      appId,
      createdAt: new Date(clock.now()).toISOString(),
      state: 'pending',
      attempts: [],
    });
    this.#queues.get(appId)?.add(webhook);
  }

  /** Sends no more webhooks. Pending ones stay in the store, for the next start. */
  stop(): void {
    this.#stopping.abort();
  }

  async #deliver(webhook: WebhookRecord, app: AppRecord): Promise<void> {
    const { signal } = this.#stopping;
    if (signal.aborted) return;
    const attempt = await this.#attempt(webhook, app);
    // The store may be closed now. An app that has received the webhook recognizes its id next
    // time.
    if (signal.aborted) return;
    const attempts = [...webhook.attempts, attempt];
    const state = stateAfter(attempt, attempts.length);
    const changed = { ...webhook, state, attempts };
    this.#options.store.webhooks.replace(changed);
    const { type } = webhook;
    this.#options.report(
      `Webhook ${type}: ${attempt.outcome}, attempt ${attempts.length}, ${state}.`,
    );
    if (state === 'pending') void this.#sendLater(changed);
  }

  async #sendLater(webhook: WebhookRecord): Promise<void> {
    const { signal } = this.#stopping;
    const wait = 1000 * 2 ** Math.max(webhook.attempts.length - 1, 0);
    await this.#options.clock.wait(Math.min(wait, 60_000), signal);
    if (!signal.aborted) this.#queues.get(webhook.appId)?.add(webhook);
  }

  async #attempt(webhook: WebhookRecord, app: AppRecord): Promise<WebhookAttempt> {
    const { store, clock, fetch } = this.#options;
    // Read each time: the app may register another callback while the old one is not answering.
    const { url = '', id = '', password = '' } = store.callbacks.get(app.id) ?? {};
    const { origin, pathname } = new URL(url);
    const at = new Date(clock.now()).toISOString();
    const timeout = new AbortController();
    const settled = new AbortController();
    const signal = AbortSignal.any([this.#stopping.signal, timeout.signal]);
    void clock.wait(answerTime, settled.signal).then(() => timeout.abort());
    try {
      const response = await fetch(
        new Request(url, {
          method: 'POST',
          headers: {
            Authorization: `Basic ${toBase64(`${id}:${password}`)}`,
            'Content-Type': 'application/json',
          },
          body: bodyOf(webhook, app),
          // Redirects are not followed, because the credentials are for this address alone.
          redirect: 'manual',
          signal,
        }),
      );
      await response.body?.cancel();
      return { at, url: origin + pathname, outcome: response.status };
    } catch {
      const outcome = timeout.signal.aborted ? 'timeout' : 'no-answer';
      return { at, url: origin + pathname, outcome };
    } finally {
      settled.abort();
    }
  }
}

function bodyOf({ eventId, type, data, createdAt }: WebhookRecord, app: AppRecord): string {
  return JSON.stringify({
    id: eventId,
    type,
    app: {
      id: app.id,
      state: 'ACTIVE',
      name: app.name,
      defaultRtmpOutputMode: app.defaultRtmpOutputMode ?? 'CMAF',
    },
    data,
    createdAt,
  });
}

function stateAfter({ outcome }: WebhookAttempt, count: number): WebhookRecord['state'] {
  if (typeof outcome === 'number' && outcome >= 200 && outcome < 300) return 'delivered';
  return count < maxAttempts ? 'pending' : 'given-up';
}

function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

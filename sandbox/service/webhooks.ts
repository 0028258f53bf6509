import type { Clock } from './clock.js';
import type { Happening } from './happenings.js';
import type { AppRecord } from './records.js';
import type { SandboxStore } from './store.js';
import { webhookOf } from './webhook-payloads.js';

/** How often a webhook is sent before it is given up. */
const maxAttempts = 12;
/** How long the callback may take to answer, in milliseconds. */
const answerTime = 10_000;
/** How many webhooks the log remembers. */
const logLength = 500;

/** One webhook and what became of it. Holds no credentials. */
export interface WebhookDelivery {
  readonly id: string;
  readonly type: string;
  readonly appId: number;
  readonly createdAt: string;
  readonly data: object;
  readonly state: 'pending' | 'delivered' | 'given-up' | 'stopped';
  readonly attempts: readonly WebhookAttempt[];
}

export interface WebhookAttempt {
  readonly at: string;
  /** Where it was sent to, without the query. */
  readonly url: string;
  /** The status that was answered, or why there is none. */
  readonly outcome: number | 'timeout' | 'no-answer';
}

export interface WebhooksOptions {
  readonly apps: readonly AppRecord[];
  readonly store: SandboxStore;
  readonly clock: Clock;
  /** Sends the webhooks. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Told about each attempt, in a line. */
  readonly report: (line: string) => void;
}

/** Tells the backends of the apps what happens, until they answer that they have heard it. */
export class Webhooks {
  readonly #options: WebhooksOptions;
  readonly #stopping = new AbortController();
  #log: WebhookDelivery[] = [];

  constructor(options: WebhooksOptions) {
    this.#options = options;
  }

  /** The last webhooks, oldest first. */
  get log(): readonly WebhookDelivery[] {
    return this.#log;
  }

  /** Sends the webhook for this, if there is one and the app has registered a callback. */
  tell(appId: number, happening: Happening): void {
    const { apps, store, clock } = this.#options;
    const app = apps.find(({ id }) => id === appId);
    if (!app || this.#stopping.signal.aborted || !store.callbacks.get(appId)) return;
    const content = webhookOf(happening, app, store);
    if (!content) return;
    const webhook = {
      id: crypto.randomUUID(),
      type: content.type,
      app: { id: app.id, state: 'ACTIVE', name: app.name, defaultRtmpOutputMode: 'PUSH' },
      data: content.data,
      createdAt: new Date(clock.now()).toISOString(),
    };
    const { id, type, data, createdAt } = webhook;
    const delivery = { id, type, appId, createdAt, data, state: 'pending', attempts: [] } as const;
    this.#log = [...this.#log, delivery].slice(-logLength);
    void this.#deliver(delivery, JSON.stringify(webhook));
  }

  /** Ends all deliveries. */
  stop(): void {
    this.#stopping.abort();
  }

  async #deliver(delivery: WebhookDelivery, body: string): Promise<void> {
    const { clock, report } = this.#options;
    const { signal } = this.#stopping;
    const become = (changes: Partial<WebhookDelivery>): void => {
      const before = delivery;
      delivery = { ...before, ...changes };
      this.#log = this.#log.map((entry) => (entry === before ? delivery : entry));
    };
    for (let count = 1; !signal.aborted; count++) {
      const attempt = await this.#attempt(delivery.appId, body);
      const state = stateAfter(attempt, count);
      become({ state, attempts: [...delivery.attempts, attempt] });
      report(`Webhook ${delivery.type}: ${attempt.outcome}, attempt ${count}, ${state}.`);
      if (state !== 'pending') return;
      await clock.wait(Math.min(1000 * 2 ** (count - 1), 60_000), signal);
    }
    become({ state: 'stopped' });
  }

  async #attempt(appId: number, body: string): Promise<WebhookAttempt> {
    const { store, clock, fetch } = this.#options;
    // Read each time: the app may register another callback while the old one does not answer.
    const { url = '', id = '', password = '' } = store.callbacks.get(appId) ?? {};
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
          body,
          // The credentials are for this address alone.
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

function stateAfter({ outcome }: WebhookAttempt, count: number): WebhookDelivery['state'] {
  if (typeof outcome === 'number' && outcome >= 200 && outcome < 300) return 'delivered';
  return count < maxAttempts ? 'pending' : 'given-up';
}

function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

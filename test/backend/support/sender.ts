import { setTimeout as wait } from 'node:timers/promises';

const maxAttempts = 12;
/** In milliseconds. The real service starts with a second. */
const firstWait = 100;
const longestWait = 2000;
const answerTime = 10_000;

export interface SendOptions {
  readonly url: string;
  readonly authorization: string;
  /** The most requests in flight at a time. */
  readonly concurrency: number;
  /** Called after each arrival with the number of events that have arrived. */
  readonly onArrived: (count: number) => void;
}

/** Sends one event once. Returns the status of the answer, or 0 without an answer. */
export async function send(url: string, authorization: string, event: object): Promise<number> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(event),
      signal: AbortSignal.timeout(answerTime),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}

/**
 * Sends each event until it arrives, with waits that double, as the service does. Returns the
 * number of answers by status.
 *
 * @throws {Error} when an event never arrives.
 */
export async function sendAll(
  events: readonly object[],
  { url, authorization, concurrency, onArrived }: SendOptions,
): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  let arrived = 0;
  const sendOne = async (event: object): Promise<void> => {
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      const status = await send(url, authorization, event);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 200 && status < 300) {
        onArrived(++arrived);
        return;
      }
      await wait(Math.min(firstWait * 2 ** attempt, longestWait));
    }
    throw new Error(`Given up: ${JSON.stringify(event)}`);
  };
  const queue = events.values();
  const work = async (): Promise<void> => {
    for (const event of queue) await sendOne(event);
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return statuses;
}

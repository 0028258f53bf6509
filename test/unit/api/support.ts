import { FfcClient, type FfcClientOptions } from '../../../src/api/client.js';
import type { Clock } from '../../../src/api/clock.js';
import { FfcError } from '../../../src/core/errors.js';

export const timeoutMs = 15_000;

/** A clock whose back-offs end at once, and whose time limits end when the test ends them. */
export class FakeClock implements Clock {
  /** The duration of each back-off, in milliseconds. */
  readonly waits: number[] = [];
  readonly #limits = new Set<() => void>();
  time = Date.UTC(2026, 0, 1);
  chance = 1;
  /** Called when a back-off begins, before it is over. */
  onWait: () => void = () => {};

  now(): number {
    return this.time;
  }

  random(): number {
    return this.chance;
  }

  delay(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (milliseconds !== timeoutMs) {
      this.waits.push(milliseconds);
      this.time += milliseconds;
      this.onWait();
      return signal?.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      this.#limits.add(resolve);
      signal?.addEventListener('abort', () => {
        this.#limits.delete(resolve);
        reject(signal.reason as Error);
      });
    });
  }

  /** The number of running time limits. */
  get limits(): number {
    return this.#limits.size;
  }

  passLimits(): void {
    for (const pass of this.#limits) pass();
  }
}

export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly init: RequestInit;
}

type Answer = Response | Error | ((request: SentRequest) => Response | Promise<Response>);

/** A `fetch` that gives the answers in order, and records its requests. */
export function fakeFetch(...answers: Answer[]) {
  const requests: SentRequest[] = [];
  let onRequest: () => void = () => {};
  const requested = new Promise<void>((resolve) => (onRequest = resolve));
  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const request = {
      method: init.method ?? 'GET',
      url: input instanceof Request ? input.url : String(input),
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
      init,
    };
    requests.push(request);
    onRequest();
    const answer = answers.shift();
    if (!answer) throw new Error(`No answer left for ${request.method} ${request.url}`);
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer(request) : answer;
  };
  /** `requested` resolves with the first request. */
  return { fetch, requests, requested };
}

/** A client of a fake service, with a fake clock and a token source that never fails. */
export function setUp(answers: Answer[], options: Partial<FfcClientOptions> = {}) {
  const clock = new FakeClock();
  const fake = fakeFetch(...answers);
  const client = new FfcClient({
    endpoint: 'https://api.test',
    tokenProvider: () => 'member-token',
    fetch: fake.fetch,
    timeoutMs,
    clock,
    ...options,
  });
  return { client, clock, ...fake };
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), { status, headers });
}

export function failure(status: number, errorCode?: string, headers?: Record<string, string>) {
  return json({ errorCode, errorMessage: 'leaked body text' }, status, headers);
}

/** An answer that never comes; rejects as the platform's own `fetch` does. */
export function never({ init: { signal } }: SentRequest): Promise<Response> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  });
}

/** Returns the `FfcError` with which a promise rejects. Any other outcome fails the test. */
export async function failureOf(promise: Promise<unknown>): Promise<FfcError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof FfcError) return error;
    throw error;
  }
  throw new Error('The promise did not reject.');
}

/** Returns the `FfcError` that a function throws. Any other outcome fails the test. */
export function thrownBy(run: () => unknown): Promise<FfcError> {
  return failureOf(new Promise((resolve) => resolve(run())));
}

/** A JWT that expires that many seconds after a moment. */
export function jwt(now: number, seconds: number, name = 'token'): string {
  const encode = (part: object): string =>
    btoa(JSON.stringify(part)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const claims = { exp: now / 1000 + seconds, name, note: 'ÿ?>' };
  return [encode({ alg: 'HS256' }), encode(claims), 'signature'].join('.');
}

export const room = {
  id: 7,
  uuid: '0b7c2d6a-9f1e-4c3b-8a5d-112233445566',
  type: 'VIDEO_CONFERENCE',
  videoRoomState: 'LIVE',
  title: 'Stand-up',
  policy: { hasPassword: true },
};

export function pageOf(content: unknown[], rest: object = {}) {
  const total = content.length;
  return { content, number: 0, size: 10, totalPages: 1, totalElements: total, ...rest };
}

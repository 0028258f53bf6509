import * as v from 'valibot';
import type { Clock } from './clock.js';

/** What a call answers instead of what it should. */
const faultKinds = ['401', '429', '500', 'garbage', 'nothing', 'slow'] as const;

const number = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** A fault as it is asked for. */
export const faultRequest = v.object({
  /**
   * The path that it hits, without the query, in which `*` stands for any text; for example
   * `/v2/members/me/*`. Sandbox-only paths are never hit.
   */
  path: v.pipe(v.string(), v.regex(/^[/*]/), v.maxLength(200)),
  /** Default: all methods. */
  method: v.optional(v.picklist(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])),
  /**
   * `garbage` is a 200 that is no JSON, `nothing` never answers, `slow` answers as usual after
   * `delay`.
   */
  kind: v.picklist(faultKinds),
  /** Hits one matching call in so many, the first one at once. Default 1: every call. */
  onceIn: v.optional(number(1, 1_000_000), 1),
  /** Milliseconds that any answer waits. Default 0, and 3000 for `slow`. */
  delay: v.optional(number(0, 600_000)),
  /** Seconds that a 429 asks to wait. Default 1. */
  retryAfter: v.optional(number(0, 86_400), 1),
  /** How many calls it hits before it is over. Default: no end. */
  times: v.optional(number(1, 1_000_000)),
});

type FaultRequest = v.InferOutput<typeof faultRequest>;

/** A fault that is in force. */
export interface Fault extends FaultRequest {
  readonly id: number;
  /** How many calls have matched, and how many of them were hit. */
  readonly seen: number;
  readonly hits: number;
}

/** Makes calls go wrong, so that it can be seen how an app bears it. */
export class Faults {
  readonly #clock: Clock;
  readonly #stopping = new AbortController();
  #faults: readonly Fault[] = [];
  #lastId = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Those in force, oldest first. */
  get list(): readonly Fault[] {
    return this.#faults;
  }

  add(request: FaultRequest): Fault {
    const fault = { ...request, id: ++this.#lastId, seen: 0, hits: 0 };
    this.#faults = [...this.#faults, fault];
    return fault;
  }

  /** Ends all faults, or the one with this id. */
  clear(id?: number): void {
    this.#faults = id === undefined ? [] : this.#faults.filter((fault) => fault.id !== id);
  }

  /** Ends those that wait. */
  stop(): void {
    this.#stopping.abort();
  }

  /** What this call answers; undefined: what it should. The first fault that hits decides. */
  async answer(request: Request): Promise<Response | undefined> {
    const fault = this.#hit(request);
    if (!fault) return undefined;
    const gone = AbortSignal.any([request.signal, this.#stopping.signal]);
    const delay = fault.delay ?? (fault.kind === 'slow' ? 3000 : 0);
    if (delay) await this.#clock.wait(delay, gone);
    switch (fault.kind) {
      case 'slow':
        return undefined;
      case 'nothing':
        await new Promise<void>((resolve) => {
          if (gone.aborted) return resolve();
          gone.addEventListener('abort', () => resolve());
        });
        return new Response(null, { status: 503 });
      case 'garbage':
        return new Response('<html>\u0000{"content": [', {
          headers: { 'Content-Type': 'application/json' },
        });
      case '401':
        return failure(401, 'INVALID_MEMBER_ACCESS_TOKEN');
      case '429':
        return failure(429, 'TOO_MANY_REQUESTS', { 'Retry-After': String(fault.retryAfter) });
      case '500':
        return failure(500, 'INTERNAL_SERVER_ERROR');
    }
  }

  #hit({ method, url }: Request): Fault | undefined {
    const { pathname } = new URL(url);
    for (const fault of this.#faults) {
      if (fault.method ? fault.method !== method : method === 'OPTIONS') continue;
      if (!matches(fault.path, pathname)) continue;
      const hit = fault.seen % fault.onceIn === 0;
      const counted = { ...fault, seen: fault.seen + 1, hits: fault.hits + (hit ? 1 : 0) };
      const over = counted.hits === fault.times;
      this.#faults = this.#faults.flatMap((other) =>
        other !== fault ? [other] : over ? [] : [counted],
      );
      if (hit) return counted;
    }
    return undefined;
  }
}

/** Splits at the stars, because a pattern made into an expression could take for ever. */
function matches(pattern: string, path: string): boolean {
  const [start = '', ...parts] = pattern.split('*');
  if (!path.startsWith(start)) return false;
  const end = parts.pop();
  if (end === undefined) return path === pattern;
  let from = start.length;
  for (const part of parts) {
    const found = path.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return path.length - end.length >= from && path.endsWith(end);
}

function failure(status: number, errorCode: string, headers: Record<string, string> = {}) {
  return Response.json({ errorCode, errorMessage: 'A fault of the sandbox.' }, { status, headers });
}

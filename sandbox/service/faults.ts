import * as v from 'valibot';
import type { Clock } from './clock.js';
import { ServiceError } from './errors.js';
import type { SignalPath } from './media.js';

/** The ways in which a call's answer can be replaced. */
const callFaultKinds = ['401', '429', '500', 'garbage', 'nothing', 'slow'] as const;

const number = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

const callFaultRequest = v.strictObject({
  /**
   * The path of the affected calls, without the query. `*` stands for any text, as in
   * `/v2/members/me/*`. Sandbox-only paths are never affected.
   */
  path: v.pipe(v.string(), v.regex(/^[/*]/), v.maxLength(200)),
  /** Default: all methods. */
  method: v.optional(v.picklist(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])),
  /**
   * `garbage` answers a 200 that is not JSON, `nothing` never answers, and `slow` answers as usual
   * after `delay`.
   */
  kind: v.picklist(callFaultKinds),
  /** Affects one of this many matching calls, beginning with the first. Default 1: every call. */
  onceIn: v.optional(number(1, 1_000_000), 1),
  /** Milliseconds before the answer. Default 0, and 3000 for `slow`. */
  delay: v.optional(number(0, 600_000)),
  /** The `Retry-After` of a 429, in seconds. Default 1. */
  retryAfter: v.optional(number(0, 86_400), 1),
  /** How many calls the fault affects before it ends. Default: no end. */
  times: v.optional(number(1, 1_000_000)),
});

const signalFaultRequest = v.strictObject({
  /** Cuts the connections of calls to the media server's signalling; their media continue. */
  kind: v.literal('cut-signal'),
  /**
   * Milliseconds for which new connections are refused. 0: all may reconnect at once. Default:
   * until the fault is cleared.
   */
  duration: v.optional(number(0, 600_000)),
});

/** The request for a fault. */
export const faultRequest = v.variant('kind', [callFaultRequest, signalFaultRequest]);

type FaultRequest = v.InferOutput<typeof faultRequest>;

interface InForce {
  readonly id: number;
  /** How many calls or connections the fault has affected. */
  readonly hits: number;
}

interface CallFault extends InForce, v.InferOutput<typeof callFaultRequest> {
  /** How many calls have matched the fault, affected or not. */
  readonly seen: number;
}

interface SignalFault extends InForce, v.InferOutput<typeof signalFaultRequest> {}

/** A fault that is in force. */
export type Fault = CallFault | SignalFault;

/** Makes calls fail, to show how an app handles it. */
export class Faults {
  readonly #clock: Clock;
  readonly #signal: SignalPath | undefined;
  readonly #stopping = new AbortController();
  #faults: readonly Fault[] = [];
  /** Ends the cuts of signalling, by the id of the fault. */
  readonly #cuts = new Map<number, AbortController>();
  #lastId = 0;

  /** Without `signal` the signalling cannot be cut. */
  constructor(clock: Clock, signal?: SignalPath) {
    this.#clock = clock;
    this.#signal = signal;
  }

  /** The faults in force, oldest first. */
  get list(): readonly Fault[] {
    return this.#faults;
  }

  add(request: FaultRequest): Fault {
    const facts = { id: ++this.#lastId, hits: 0 };
    if (request.kind === 'cut-signal') return this.#cut({ ...request, ...facts });
    const fault = { ...request, ...facts, seen: 0 };
    this.#faults = [...this.#faults, fault];
    return fault;
  }

  /** Ends all faults, or the one with this id. */
  clear(id?: number): void {
    const over = this.#faults.filter((fault) => id === undefined || fault.id === id);
    this.#faults = this.#faults.filter((fault) => !over.includes(fault));
    for (const fault of over) this.#cuts.get(fault.id)?.abort();
  }

  /** Ends all faults, and the waits that they cause. */
  stop(): void {
    this.clear();
    this.#stopping.abort();
  }

  /**
   * The answer of the first fault that affects this call; undefined: the call is answered as usual.
   */
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

  /** Cuts the signalling. Gives the fault with the number of connections that were cut at once. */
  #cut(fault: SignalFault): Fault {
    if (!this.#signal) throw new ServiceError('SIGNAL_OUT_OF_REACH');
    const { id, duration } = fault;
    const ending = new AbortController();
    this.#cuts.set(id, ending);
    this.#faults = [...this.#faults, fault];
    const lift = this.#signal.block(() => {
      this.#faults = this.#faults.map((each) =>
        each.id === id ? { ...each, hits: each.hits + 1 } : each,
      );
    });
    ending.signal.addEventListener('abort', () => {
      this.#cuts.delete(id);
      lift();
    });
    if (duration !== undefined) {
      void this.#clock.wait(duration, ending.signal).then(() => this.clear(id));
    }
    return this.#faults.find((each) => each.id === id) ?? fault;
  }

  #hit({ method, url }: Request): CallFault | undefined {
    const { pathname } = new URL(url);
    for (const fault of this.#faults) {
      if (fault.kind === 'cut-signal') continue;
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

/**
 * Splits the pattern at the stars: a regular expression made from it could take exponential time.
 */
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

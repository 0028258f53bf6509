import { checkMethod, emptyAnswer, Refusal, report, reportError, type OnError } from './answer.js';
import { basicBytes, checkCredentials, isBasic } from './basic.js';
import { createHandler, type Handler } from './handler.js';
import { HeldClaim } from './hold-claim.js';
import { readJson } from './read-json.js';
import { refuseBrowser } from './refuse-browser.js';
import { createMemorySeen, type SeenStore } from './idempotency-store.js';
import { toWebhookEvent, type WebhookEvent } from './webhook-events.js';

export interface WebhookReceiverOptions {
  /** The credentials of the registered callback. */
  readonly id: string | undefined;
  readonly password: string | undefined;
  /**
   * Handles an event. After its success the service gets a confirmation. When it throws or rejects,
   * the service sends the event again.
   *
   * `signal` aborts after `timeoutMs`, and when this instance has lost the claim. The answer is
   * then that the event was not handled. If `onEvent` still succeeds, the event counts as handled.
   * The signal does not abort when the sender disconnects: it would only send the event again, and
   * the work would be done twice.
   */
  readonly onEvent: (event: WebhookEvent, context: { readonly signal: AbortSignal }) => unknown;
  /**
   * The time limit of `onEvent`, in milliseconds. Default 60 000. The claim on the event is renewed
   * only until then, so that a hanging handler does not block an event for ever.
   */
  readonly timeoutMs?: number;
  /**
   * The store of handled events. Default: the memory of this process, for a single instance only.
   */
  readonly seen?: SeenStore;
  /** Called with an error of `onEvent` or the store, and after a timeout. Default: the console. */
  readonly onError?: OnError;
}

const maxBodyBytes = 256 * 1024;

/**
 * Creates the receiver of the service's webhooks. Each event reaches `onEvent` at least once, and
 * usually exactly once, however often it is sent. A copy can follow only when the instance died, or
 * could not reach the store, right after the success of `onEvent`.
 *
 * | answer                                    | when                                            |
 * | ----------------------------------------- | ----------------------------------------------- |
 * | 204                                       | `onEvent` succeeded, now or before              |
 * | 400 `INVALID_HTTP_MESSAGE_BODY`           | not JSON, or no event                           |
 * | 401 `INVALID_WEBHOOK_CREDENTIALS`         | other credentials, or none                      |
 * | 405 `UNSUPPORTED_HTTP_METHOD`             | anything but POST                               |
 * | 413 `HTTP_MESSAGE_BODY_TOO_LARGE`         | more than 256 KiB                               |
 * | 415 `UNSUPPORTED_MEDIA_TYPE`              | not `application/json`                          |
 * | 500 `EVENT_NOT_HANDLED`                   | `onEvent` failed, or took longer than it may    |
 * | 500 `INTERNAL_SERVER_ERROR`               | something else has read the body before         |
 * | 503 `REQUEST_LOCKED`, with `Retry-After`  | the same event is being handled right now       |
 * | 503 `EVENT_STORE_FAILED`                  | the store could not be asked                    |
 *
 * @example
 * const webhooks = createWebhookReceiver({
 *   id: process.env.FFC_CALLBACK_ID,
 *   password: process.env.FFC_CALLBACK_PASSWORD,
 *   seen: createRedisSeen(redis),
 *   onEvent: async (event) => {
 *     if (event.type === 'VIDEO_ROOM_PARTICIPANT_JOINED') {
 *       await attendance.add(event.id, event.data.appUser.appUserId, event.data.joinedAt);
 *     }
 *   },
 * });
 * // Next: app/ffc/webhooks/route.ts
 * export const POST = webhooks;
 * // Hono
 * app.post('/ffc/webhooks', (c) => webhooks(c.req.raw));
 * // Express, before any body parser
 * app.post('/ffc/webhooks', toNodeListener(webhooks));
 *
 * @throws {FfcError} stage `setup`: `missing-credentials` without credentials, `invalid-state`
 * in a browser.
 */
export function createWebhookReceiver(options: WebhookReceiverOptions): Handler {
  refuseBrowser('createWebhookReceiver');
  const { id = '', password = '', onEvent, timeoutMs = 60_000, onError = reportError } = options;
  checkCredentials('`id` and `password`', id, password);
  const seen = options.seen ?? createMemorySeen();
  const credentials = basicBytes(id, password);

  return createHandler(async (request) => {
    checkMethod(request, ['POST']);
    if (!isBasic(request.header('authorization'), credentials)) {
      const headers = { 'www-authenticate': 'Basic realm="webhooks"' };
      const message = 'The credentials are not those of this callback.';
      throw new Refusal(401, 'INVALID_WEBHOOK_CREDENTIALS', message, headers);
    }
    const event = toWebhookEvent(await readJson(request, maxBodyBytes));
    const token = crypto.randomUUID();
    if (await isNew(event.id, token)) await handle(event, token);
    return emptyAnswer();
  }, onError);

  /** Calls the store of the app. If it throws, this rejects. */
  async function ask<T>(call: (store: SeenStore) => Promise<T>): Promise<T> {
    return call(seen);
  }

  /** Claims the event. Resolves to false if it was handled before. */
  async function isNew(id: string, token: string): Promise<boolean> {
    const state = await ask((store) => store.claim(id, token)).catch((error: unknown) => {
      report(onError, error);
      throw new Refusal(503, 'EVENT_STORE_FAILED', 'Whether this is new cannot be told now.');
    });
    if (state !== 'busy') return state === 'claimed';
    const message = 'This event is being handled right now.';
    throw new Refusal(503, 'REQUEST_LOCKED', message, { 'retry-after': '5' });
  }

  async function handle(event: WebhookEvent, token: string): Promise<void> {
    const { id } = event;
    const claim = new HeldClaim({ seen, id, token, timeoutMs, onError });
    const context = {
      get signal() {
        return claim.signal;
      },
    };
    let work: unknown;
    try {
      work = onEvent(event, context);
    } catch (error) {
      return giveBack(id, token, error);
    }
    // Finished work needs no timers.
    if (!isPromise(work)) return remember(id, token);
    try {
      await claim.holdWhile(finish(work, id, token, claim));
    } catch (error) {
      if (!claim.lost) throw error;
      report(onError, claim.lost);
      throw notHandled();
    }
  }

  /** Finishes the work, even after the answer was sent: a late success still counts. */
  async function finish(
    work: PromiseLike<unknown>,
    id: string,
    token: string,
    claim: HeldClaim,
  ): Promise<void> {
    try {
      await work;
    } catch (error) {
      return giveBack(id, token, error, claim.lost);
    }
    return remember(id, token);
  }

  /** @param known An error that other code reports. */
  async function giveBack(
    id: string,
    token: string,
    error: unknown,
    known?: Error,
  ): Promise<never> {
    if (!known || error !== known) report(onError, error);
    // If this fails too, the claim ends with its lease.
    await ask((store) => store.release(id, token)).catch((error: unknown) =>
      report(onError, error),
    );
    throw notHandled();
  }

  /**
   * Marks the event as handled. A failing store does not reject: another delivery would only do
   * harm.
   */
  function remember(id: string, token: string): Promise<void> {
    return ask((store) => store.done(id, token)).catch((error: unknown) => report(onError, error));
  }
}

/** Whether a value is a promise, in the sense of `await`. */
function isPromise(value: unknown): value is PromiseLike<unknown> {
  const then: unknown = Object(value) === value ? (value as { then?: unknown }).then : undefined;
  return typeof then === 'function';
}

const notHandled = (): Refusal =>
  new Refusal(500, 'EVENT_NOT_HANDLED', 'The event could not be handled.');

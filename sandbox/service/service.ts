import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import type { ServiceContext } from './context.js';
import { ServiceError } from './errors.js';
import { noMedia, type Media, type MediaEvent } from './media.js';
import { memberApi } from './member-api.js';
import { MemberTokens } from './member-tokens.js';
import { createMemoryStore } from './memory-store.js';
import type { AppRecord } from './records.js';
import { readText } from './request.js';
import { Rooms } from './rooms.js';
import { serverApi } from './server-api.js';
import type { SandboxStore } from './store.js';

export interface SandboxServiceOptions {
  readonly apps: readonly AppRecord[];
  /** Default: one in memory. */
  readonly store?: SandboxStore;
  /** Default: none, so that RTC tokens cannot be had. */
  readonly media?: Media;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
  /** Signs the member access tokens; 32 bytes. Default: random, so that a start ends them all. */
  readonly tokenSecret?: Uint8Array;
  /** Told what went wrong inside. Default: says nothing. */
  readonly onError?: (message: string, cause: unknown) => void;
}

/** A FlipFlop Cloud of one's own. */
export interface SandboxService {
  /** Answers a request of the member API, of the server API, or of the media server. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Says that the media server is gone, and all calls with it. */
  readonly mediaStopped: () => void;
}

/** The path that the media server posts its webhooks to. */
export const mediaWebhookPath = '/livekit/webhooks';

/**
 * Makes the service: one web-standard `fetch` handler, which needs no port and no Node. Each
 * error is answered as `{errorCode, errorMessage}`.
 */
export function createSandboxService(options: SandboxServiceOptions): SandboxService {
  const now = options.now ?? Date.now;
  const context: ServiceContext = {
    apps: options.apps,
    store: options.store ?? createMemoryStore(),
    media: options.media ?? noMedia('This sandbox was started without a media server.'),
    timestamp: () => new Date(now()).toISOString(),
    onError: options.onError ?? (() => {}),
  };
  const rooms = new Rooms(context);
  const secret = options.tokenSecret ?? crypto.getRandomValues(new Uint8Array(32));
  const tokens = new MemberTokens(secret, now);

  const service = new Hono();
  service.onError((error, c) => answerError(c, error, context));
  service.notFound((c) => answerError(c, new ServiceError('RESOURCE_NOT_FOUND'), context));
  service.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  // Browsers call the member API alone: the app's secret must never reach one.
  service.use('/v2/members/*', cors({ origin: '*', exposeHeaders: ['Retry-After'], maxAge: 600 }));

  service.route('/v2/members/me', memberApi(context, rooms, tokens));
  service.route('/v2/apps/me', serverApi(context, rooms, tokens));
  service.post(mediaWebhookPath, async (c) => {
    const event = await readWebhook(c, context);
    if (event) rooms.applyMediaEvent(event);
    return c.body(null, 204);
  });
  refuseOtherMethods(service);

  return {
    fetch: async (request) => service.fetch(request),
    mediaStopped: () => rooms.endAllSessions(),
  };
}

function answerError(c: Context, thrown: unknown, context: ServiceContext): Response {
  if (!(thrown instanceof ServiceError)) {
    context.onError(`${c.req.method} ${c.req.path} failed.`, thrown);
  }
  const error = thrown instanceof ServiceError ? thrown : new ServiceError('INTERNAL_SERVER_ERROR');
  return c.json({ errorCode: error.code, errorMessage: error.message }, error.status);
}

async function readWebhook(c: Context, { media }: ServiceContext): Promise<MediaEvent | undefined> {
  const body = await readText(c.req.raw);
  try {
    return await media.readWebhook(body, c.req.header('Authorization') ?? '');
  } catch {
    throw new ServiceError('INVALID_WEBHOOK_SIGNATURE');
  }
}

function refuseOtherMethods(service: Hono): void {
  const paths = new Set(service.routes.filter((r) => r.method !== 'ALL').map((r) => r.path));
  for (const path of paths) {
    service.all(path, () => {
      throw new ServiceError('UNSUPPORTED_HTTP_METHOD');
    });
  }
}

import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { Channels } from './channels.js';
import { systemClock, type Clock } from './clock.js';
import type { ServiceContext } from './context.js';
import { controlApi } from './control-api.js';
import { ServiceError } from './errors.js';
import { Faults } from './faults.js';
import { noMedia, type Media, type MediaEvent } from './media.js';
import { memberApi } from './member-api.js';
import { MemberTokens } from './member-tokens.js';
import { Members } from './members.js';
import { createMemoryStore } from './memory-store.js';
import { Presence } from './presence.js';
import { Push } from './push.js';
import { Recordings } from './recordings.js';
import type { AppRecord } from './records.js';
import { readText } from './request.js';
import { Rooms } from './rooms.js';
import { rtcTokenByAppApi } from './rtc-token-by-app-api.js';
import { serverApi } from './server-api.js';
import type { SandboxStore } from './store.js';
import { messageView } from './wire.js';
import { Webhooks, type WebhookDelivery } from './webhooks.js';

export interface SandboxServiceOptions {
  readonly apps: readonly AppRecord[];
  /** Default: a store in memory. */
  readonly store?: SandboxStore;
  /** Default: none, so that no RTC tokens are issued. */
  readonly media?: Media;
  /** Default: the real time. */
  readonly clock?: Clock;
  /**
   * Signs the member access tokens; 32 bytes. Default: random, so that a restart invalidates them.
   */
  readonly tokenSecret?: Uint8Array;
  /** The lifetime of member access tokens, in seconds. Default 24 hours. */
  readonly tokenLifetime?: number;
  /** Called with internal errors. Default: they are not reported. */
  readonly onError?: (message: string, cause: unknown) => void;
  /** Sends the webhooks to the backends of the apps. Default: the global `fetch`. */
  readonly sendWebhook?: (request: Request) => Promise<Response>;
  /**
   * The URL of the page that an embed URL opens, without a slash at its end. Default: the service's
   * own origin, which has no page.
   */
  readonly pageUrl?: string;
  /** The longest silence of a stream of push events, in milliseconds. Default 30 seconds. */
  readonly heartbeat?: number;
  /** Called with a line for each attempt to send a webhook. Default: attempts are not reported. */
  readonly report?: (line: string) => void;
  /**
   * Decides who may use the paths that the real service does not have, such as `/__webhooks`. Those
   * paths need no credentials. Default: nobody.
   */
  readonly mayControl?: (request: Request) => boolean;
}

/** A FlipFlop Cloud that runs locally. */
export interface SandboxService {
  /** Answers a request of the member API, of the server API, or of the media server. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Ends all calls in the rooms, because the media server is gone. */
  readonly mediaStopped: () => void;
  /** The last webhooks and their deliveries, oldest first. */
  readonly webhooks: () => readonly WebhookDelivery[];
  /** Stops all timers, deliveries and streams of the service. */
  readonly stop: () => void;
}

/** The path that the media server posts its webhooks to. */
export const mediaWebhookPath = '/livekit/webhooks';

/**
 * Makes the service: one web-standard `fetch` handler, which needs no port and no Node. Each
 * error is answered as `{errorCode, errorMessage}`.
 */
export function createSandboxService(options: SandboxServiceOptions): SandboxService {
  const { apps, clock = systemClock, store = createMemoryStore() } = options;
  const webhooks = new Webhooks({
    apps,
    store,
    clock,
    fetch: options.sendWebhook ?? fetch,
    report: options.report ?? (() => {}),
  });
  const push = new Push({ store, clock, heartbeat: options.heartbeat ?? 30_000 });
  const faults = new Faults(clock, options.media?.signal);
  const stopping = new AbortController();
  const context: ServiceContext = {
    apps,
    store,
    clock,
    stopping: stopping.signal,
    emit: (appId, event) => {
      webhooks.send(appId, event);
      if (event.type === 'room-state') push.roomState(event.room);
      if (event.type === 'message') {
        const { room, message, kept } = event;
        push.message(room, messageView(message, room, store), kept);
      }
      // Called last, so that the end of a recording is reported after the event that ended it.
      switch (event.type) {
        case 'participant-joined':
        case 'participant-left':
        case 'room-state':
          recordings.follow(event.room);
      }
    },
    media: options.media ?? noMedia('This sandbox was started without a media server.'),
    timestamp: () => new Date(clock.now()).toISOString(),
    onError: options.onError ?? (() => {}),
  };
  const recordings = new Recordings(context);
  const rooms = new Rooms(context);
  const members = new Members(context);
  const presence = new Presence({ store, clock });
  const channels = new Channels(context, presence);
  const secret = options.tokenSecret ?? crypto.getRandomValues(new Uint8Array(32));
  const tokens = new MemberTokens(secret, clock.now);
  if (options.tokenLifetime) tokens.lifetimeSeconds = options.tokenLifetime;

  const service = new Hono();
  service.onError((error, c) => answerError(c, error, context));
  service.notFound((c) => answerError(c, new ServiceError('RESOURCE_NOT_FOUND'), context));
  service.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  // Browsers call only the member API, because the app's secret must never be in a browser.
  service.use('/v2/members/*', cors({ origin: '*', exposeHeaders: ['Retry-After'], maxAge: 600 }));

  service.use('/v2/*', async (c, next) => (await faults.answer(c.req.raw)) ?? next());

  service.use('/v2/*', async (_, next) => {
    rooms.followClock();
    await next();
  });

  // Registered before the member API, because both paths begin alike.
  service.route('/v2/members/me', rtcTokenByAppApi(context, { rooms, members, channels }));
  service.route('/v2/members/me', memberApi(context, { rooms, channels, tokens, push, presence }));
  service.route(
    '/v2/apps/me',
    serverApi(context, { rooms, members, tokens, pageUrl: options.pageUrl }),
  );
  // The server kit builds embed URLs without a call, below the address of the server API.
  service.get('/vicollo-apps/*', (c) => {
    const { pageUrl } = options;
    const { pathname, search } = new URL(c.req.url);
    if (!pageUrl) throw new ServiceError('RESOURCE_NOT_FOUND');
    c.header('Referrer-Policy', 'no-referrer');
    return c.redirect(pageUrl + pathname + search);
  });
  service.post(mediaWebhookPath, async (c) => {
    const event = await readWebhook(c, context);
    if (event) rooms.applyMediaEvent(event);
    return c.body(null, 204);
  });
  service.route(
    '/',
    controlApi({ mayControl: options.mayControl, webhooks, faults, tokens, rooms, recordings }),
  );
  refuseOtherMethods(service);

  return {
    fetch: async (request) => service.fetch(request),
    mediaStopped: () => rooms.endAllSessions(),
    webhooks: () => webhooks.log,
    stop: () => {
      stopping.abort();
      webhooks.stop();
      push.stop();
      faults.stop();
    },
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

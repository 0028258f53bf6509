import { systemClock } from '../../../sandbox/service/clock.js';
import type { Media, MediaEvent } from '../../../sandbox/service/media.js';
import { createMemoryStore } from '../../../sandbox/service/memory-store.js';
import { createSandboxService } from '../../../sandbox/service/service.js';
import type { SandboxStore } from '../../../sandbox/service/store.js';
import { publicReceiver, type WebhookReceiver } from './webhook-receiver.js';

/** The key and the secret of an app. */
export interface Credentials {
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** The internals of the sandbox, for tests that run against it. */
export interface Inside {
  readonly media: Media;
  readonly store: SandboxStore;
  /** Reports an event to the sandbox in place of the media server. */
  readonly tell: (event: MediaEvent) => Promise<void>;
}

/** The service under test. */
export interface Target {
  readonly memberUrl: string;
  readonly serverUrl: string;
  readonly app: Credentials;
  /** Another app, whose members must not create rooms themselves. */
  readonly otherApp: Credentials;
  readonly fetch: (request: Request) => Promise<Response>;
  /** The receiver of webhooks. Undefined where the app's own callback must stay. */
  readonly receiver: WebhookReceiver | undefined;
  /** Undefined for the real service. Tests that need it run only against the sandbox. */
  readonly inside: Inside | undefined;
}

/** The real service where the environment names one (CONTRIBUTING.md says how), else a sandbox. */
export const target = process.env['FFC_CONTRACT_ENDPOINT']
  ? realService(process.env)
  : sandboxWithoutPort();

function realService(env: NodeJS.ProcessEnv): Target {
  const needed = (name: string): string => {
    const value = env[`FFC_CONTRACT_${name}`];
    if (value) return value;
    throw new Error(`FFC_CONTRACT_ENDPOINT needs FFC_CONTRACT_${name} too.`);
  };
  const callbackUrl = env['FFC_CONTRACT_CALLBACK_URL'];
  return {
    memberUrl: needed('ENDPOINT').replace(/\/$/, ''),
    serverUrl: needed('SERVER_ENDPOINT').replace(/\/$/, ''),
    app: { apiKey: needed('API_KEY'), apiSecret: needed('API_SECRET') },
    otherApp: { apiKey: needed('OTHER_API_KEY'), apiSecret: needed('OTHER_API_SECRET') },
    fetch: (request) => fetch(request),
    receiver: callbackUrl
      ? publicReceiver(callbackUrl, Number(needed('CALLBACK_PORT')))
      : undefined,
    inside: undefined,
  };
}

function sandboxWithoutPort(): Target {
  const app = { id: 1, name: 'App', apiKey: 'key', apiSecret: 'secret' };
  const otherApp = { id: 2, name: 'Other', apiKey: 'key2', apiSecret: 'secret2' };
  const store = createMemoryStore();
  const media: Media = {
    grant: () => Promise.resolve({ url: 'wss://media.test', token: 'token' }),
    closeRoom: () => Promise.resolve(),
    removeParticipant: () => Promise.resolve(),
    readWebhook: (body) => Promise.resolve(JSON.parse(body) as MediaEvent),
  };
  let onWebhook: ((request: Request) => void) | undefined;
  // Every change gets its own millisecond, so that a list has only one right order.
  let time = 0;
  const service = createSandboxService({
    apps: [
      { ...app, membersMayCreateRooms: true },
      { ...otherApp, membersMayCreateRooms: false },
    ],
    media,
    store,
    clock: { ...systemClock, now: () => (time = Math.max(time + 1, Date.now())) },
    sendWebhook: (request) => {
      onWebhook?.(request);
      return Promise.resolve(new Response(null, { status: 204 }));
    },
  });
  const url = 'http://sandbox.test';
  return {
    memberUrl: url,
    serverUrl: url,
    app,
    otherApp,
    fetch: service.fetch,
    receiver: {
      url: 'http://app.test/webhooks',
      listen: (listener) => {
        onWebhook = listener;
        return Promise.resolve(() => Promise.resolve());
      },
    },
    inside: {
      media,
      store,
      tell: async (event) => {
        const body = JSON.stringify(event);
        await service.fetch(new Request(`${url}/livekit/webhooks`, { method: 'POST', body }));
      },
    },
  };
}

import { createSandboxService } from '../../../sandbox/service/service.js';

/** What the tests are run against. */
interface Target {
  readonly memberUrl: string;
  readonly serverUrl: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly fetch: (request: Request) => Promise<Response>;
}

/**
 * The real service when FFC_CONTRACT_ENDPOINT (member API), FFC_CONTRACT_SERVER_ENDPOINT,
 * FFC_CONTRACT_API_KEY and FFC_CONTRACT_API_SECRET say which; else a sandbox without a port.
 */
function chooseTarget(env: NodeJS.ProcessEnv): Target {
  const memberUrl = env['FFC_CONTRACT_ENDPOINT'];
  if (!memberUrl) {
    const apiKey = 'key';
    const apiSecret = 'secret';
    const app = { id: 1, name: 'Contract', apiKey, apiSecret, membersMayCreateRooms: true };
    const media = {
      grant: () => Promise.resolve({ url: 'wss://media.test', token: 'token' }),
      closeRoom: () => Promise.resolve(),
      removeParticipant: () => Promise.resolve(),
      readWebhook: () => Promise.resolve(undefined),
    };
    const { fetch } = createSandboxService({ apps: [app], media });
    const url = 'http://sandbox.test';
    return { memberUrl: url, serverUrl: url, apiKey, apiSecret, fetch };
  }
  const needed = (name: string): string => {
    const value = env[name];
    if (value) return value;
    throw new Error(`FFC_CONTRACT_ENDPOINT needs ${name} too.`);
  };
  return {
    memberUrl: memberUrl.replace(/\/$/, ''),
    serverUrl: needed('FFC_CONTRACT_SERVER_ENDPOINT').replace(/\/$/, ''),
    apiKey: needed('FFC_CONTRACT_API_KEY'),
    apiSecret: needed('FFC_CONTRACT_API_SECRET'),
    fetch: (request) => fetch(request),
  };
}

const target = chooseTarget(process.env);

/** The fields that the tests look at. */
export interface Body {
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly accessToken: string;
  readonly webRtcServerUrl: string;
  readonly webRtcToken: string;
  readonly id: number;
  readonly uuid: string;
  readonly appUserId: string;
  readonly appUserName: string | null;
  readonly type: string;
  readonly videoRoomState: string;
  readonly title: string | null;
  readonly channel: { readonly id: number };
  readonly content: readonly Body[];
  readonly message: string;
  readonly messageId: string;
  readonly number: number;
  readonly size: number;
  readonly numberOfElements: number;
  readonly totalElements: number;
  readonly totalPages: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly empty: boolean;
}

export interface Answer {
  readonly status: number;
  readonly body: Body;
}

export async function send(request: Request): Promise<Response> {
  return target.fetch(request);
}

async function call(url: string, route: string, as: string | undefined, json?: unknown) {
  const [method = 'GET', path = ''] = route.split(' ');
  const response = await send(
    new Request(url + path, {
      method,
      headers: { 'Content-Type': 'application/json', ...(as && { Authorization: as }) },
      ...(json !== undefined && { body: typeof json === 'string' ? json : JSON.stringify(json) }),
    }),
  );
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : {}) as Body };
}

/** Calls the member API, on behalf of whoever the token is for. */
export function asMember(token: string | undefined) {
  const as = token && `Bearer ${token}`;
  return (route: string, json?: unknown): Promise<Answer> =>
    call(`${target.memberUrl}/v2/members/me`, route, as, json);
}

/** Where the member's push events are. */
export function pushRequest(token: string, signal: AbortSignal): Request {
  return new Request(`${target.memberUrl}/v2/members/me/event-sources`, {
    headers: { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' },
    signal,
  });
}

/** Calls the server API, with these credentials. */
export function asApp(credentials: string | null = `${target.apiKey}:${target.apiSecret}`) {
  const as = credentials === null ? undefined : `Basic ${btoa(credentials)}`;
  return (route: string, json?: unknown): Promise<Answer> =>
    call(`${target.serverUrl}/v2/apps/me`, route, as, json);
}

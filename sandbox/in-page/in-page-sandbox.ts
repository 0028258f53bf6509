import * as v from 'valibot';
import {
  createApproval,
  FfcClient,
  type FfcClientOptions,
  type ListServices,
  type Readable,
  type RoomServices,
  type TokenProvider,
} from '../../src/headless.js';
import type { MemberInput, MemberRoomInput } from '../../src/server/index.js';
import { demoRooms } from '../demo/rooms.js';
import { demoUsers } from '../demo/users.js';
import type { Clock } from '../service/clock.js';
import type { faultRequest } from '../service/faults.js';
import { createMemoryStore } from '../service/memory-store.js';
import type { AppRecord, RoomState } from '../service/records.js';
import { createSandboxService, mediaWebhookPath } from '../service/service.js';
import { InPageMedia } from './media.js';
import { createNetwork } from './network.js';

export interface InPageSandboxOptions {
  /** The rooms that the first app starts with, oldest first. Default: the rooms of the demo. */
  readonly rooms?: readonly MemberRoomInput[];
  /** Faults in force from the first call of a member on. */
  readonly faults?: readonly InPageFault[];
  /** The folder of the demo people's portraits, ending in a slash. Default: initials. */
  readonly pageUrl?: string;
  /** How the clients of {@link InPageSandbox.client} wait and retry. */
  readonly client?: Pick<FfcClientOptions, 'clock' | 'retry' | 'timeoutMs'>;
  /**
   * Milliseconds after which rooms request the admitted people again. Default: as with the real
   * service.
   */
  readonly askEvery?: number;
  /** The service's clock. Default: the real time. */
  readonly clock?: Clock;
}

/** A fault as `POST /__faults` takes it: `{path: '/v2/members/me/*', kind: '500'}`. */
export type InPageFault = v.InferInput<typeof faultRequest>;

/**
 * A whole FlipFlop Cloud in a page, for tests and stories. The sandbox's service answers real
 * requests with its real answers, errors and event streams. People join without media, and there is
 * no server.
 */
export interface InPageSandbox {
  /** Base URL of the member API and the server API. Only {@link fetch} finds it. */
  readonly endpoint: string;
  /** Two apps that see nothing of each other; the first one owns the rooms. */
  readonly apps: readonly [AppRecord, AppRecord];
  /**
   * Use it in place of the global `fetch` to reach the service, including paths like `/__faults`.
   */
  readonly fetch: typeof fetch;
  /**
   * A token provider that logs the member in on each call. A member whom the app does not know is
   * registered.
   */
  tokenProvider(
    appUserId: string,
    app?: AppRecord,
  ): (request: Parameters<TokenProvider>[0]) => Promise<string>;
  /**
   * The member's client. All calls return the same one, as the elements of a page share a client.
   */
  client(appUserId: string, app?: AppRecord): FfcClient;
  /** The `services` of `<ffc-room-list>`. */
  listServices(appUserId: string, app?: AppRecord): ListServices;
  /** The `services` of `<ffc-room>`: people who join the same room see each other. */
  roomServices(appUserId: string, app?: AppRecord): RoomServices;
  /**
   * Adds a member to the call of a room, without a request; resolves when the service has been
   * notified.
   */
  join(roomId: number, appUserId: string): Promise<void>;
  leave(roomId: number, appUserId: string): Promise<void>;
  /** Puts a room into a state, such as `ENDED`. The call of a room that is over ends. */
  setRoomState(roomId: number, state: RoomState): Promise<void>;
  readonly faults: {
    /** Rejects when the service refuses the fault. */
    add(fault: InPageFault): Promise<void>;
    /** Ends all faults. */
    clear(): Promise<void>;
  };
  /** Expires all member tokens that were issued until now. */
  expireTokens(): Promise<void>;
  /** How many event streams are open. A stream carries only the events after its opening. */
  readonly streams: Readable<number>;
  /** Breaks off the event streams, as a lost connection does. New requests get through. */
  cutStreams(): void;
  /** Ends all calls and event streams, and all timers of the service. */
  stop(): void;
}

/** A host name that is never assigned (RFC 2606). */
const endpoint = 'https://sandbox.invalid';

/** Makes a sandbox that runs in the caller's page. Its people and rooms exist from the start. */
export function createInPageSandbox(options: InPageSandboxOptions = {}): InPageSandbox {
  const people = demoPeople(options.pageUrl);
  const apps = [createApp(1, 'Sandbox'), createApp(2, 'Other')] as const;
  const clients = new Map<AppRecord, Map<string, FfcClient>>(apps.map((app) => [app, new Map()]));

  const ask = (path: string, init: RequestInit): Promise<Response> =>
    service.fetch(new Request(endpoint + path, { method: 'POST', ...init }));
  const media = new InPageMedia((body) => ask(mediaWebhookPath, { body }));
  const { clock } = options;
  const store = createMemoryStore();
  const service = createSandboxService({
    apps,
    store,
    media,
    mayControl: () => true,
    ...(clock && { clock }),
  });

  /** Sends a request as the person who runs the sandbox. */
  const control = async (method: string, path: string, body?: object): Promise<void> => {
    await fetchOk(path, { method, ...(body && { body: JSON.stringify(body) }) });
  };

  const faults: InPageSandbox['faults'] = {
    add: (fault) => control('POST', '/__faults', fault),
    clear: () => control('DELETE', '/__faults'),
  };

  async function fetchOk(path: string, init: RequestInit): Promise<Response> {
    const response = await ask(path, init);
    if (response.ok) return response;
    throw new Error(`The in-page sandbox answered ${response.status}: ${await response.text()}`);
  }

  /** Sends a request as the backend of an app. */
  function backend(app: AppRecord, path: string, body: object): Promise<Response> {
    const credentials = btoa(`${app.apiKey}:${app.apiSecret}`);
    const headers = { Authorization: `Basic ${credentials}` };
    return fetchOk(`/v2/apps/me${path}`, { headers, body: JSON.stringify(body) });
  }

  const seeded = (async () => {
    const [app] = apps;
    for (const person of people) await backend(app, '/members', person);
    for (const room of options.rooms ?? demoRooms(Date.now())) {
      await backend(app, '/video-rooms', room);
    }
    for (const fault of options.faults ?? []) await faults.add(fault);
  })();

  const network = createNetwork(endpoint, async (request) => {
    await seeded;
    return service.fetch(request);
  });

  const personOf = (appUserId: string): MemberInput =>
    people.find((person) => person.appUserId === appUserId) ?? { appUserId };
  const mediaPerson = (appUserId: string) => ({
    identity: appUserId,
    name: personOf(appUserId).appUserName ?? appUserId,
  });

  function uuidOf(roomId: number): string {
    const room = store.rooms.byId(roomId);
    if (!room) throw new RangeError(`The in-page sandbox has no room ${roomId}.`);
    return room.uuid;
  }

  function tokenProvider(appUserId: string, app = apps[0]): () => Promise<string> {
    return async () => {
      await seeded;
      const answer = await backend(app, '/members/login', personOf(appUserId));
      return v.parse(v.object({ accessToken: v.string() }), await answer.json()).accessToken;
    };
  }

  function client(appUserId: string, app = apps[0]): FfcClient {
    const known = clients.get(app)?.get(appUserId);
    if (known) return known;
    const made = new FfcClient({
      ...options.client,
      endpoint,
      tokenProvider: tokenProvider(appUserId, app),
      fetch: network.fetch,
    });
    clients.get(app)?.set(appUserId, made);
    return made;
  }

  return {
    endpoint,
    apps,
    fetch: network.fetch,
    tokenProvider,
    client,
    listServices(appUserId, app) {
      const api = client(appUserId, app);
      return { rooms: api, push: api, member: api };
    },
    roomServices(appUserId, app) {
      const api = client(appUserId, app);
      const createSession = () => Promise.resolve(media.createSession(mediaPerson(appUserId)));
      const { askEvery } = options;
      const approval = () =>
        Promise.resolve(createApproval(api, askEvery === undefined ? {} : { askEvery }));
      return { rooms: api, push: api, member: api, approval, createSession };
    },
    async join(roomId, appUserId) {
      await seeded;
      await media.join(uuidOf(roomId), mediaPerson(appUserId));
    },
    async leave(roomId, appUserId) {
      await seeded;
      await media.leave(uuidOf(roomId), appUserId);
    },
    async setRoomState(roomId, videoRoomState) {
      await seeded;
      await control('PUT', `/__rooms/${roomId}`, { videoRoomState });
    },
    faults,
    expireTokens: () => control('DELETE', '/__tokens'),
    streams: network.streams,
    cutStreams: network.cut,
    stop() {
      media.stop();
      service.stop();
    },
  };
}

function createApp(id: number, name: string): AppRecord {
  // A page cannot keep a secret, but this one is of no use outside the page.
  return { id, name, apiKey: name, apiSecret: crypto.randomUUID(), membersMayCreateRooms: true };
}

function demoPeople(pageUrl: string | undefined): readonly MemberInput[] {
  if (pageUrl) return demoUsers(pageUrl);
  return demoUsers(endpoint).map(({ appUserId, appUserName }) => ({ appUserId, appUserName }));
}

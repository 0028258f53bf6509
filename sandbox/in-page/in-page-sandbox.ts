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
  /** What the first app starts with, oldest first. Default: the rooms of the demo. */
  readonly rooms?: readonly MemberRoomInput[];
  /** In force from the first call of a member on. */
  readonly faults?: readonly InPageFault[];
  /** Where the portraits of the demo's people lie, ending in a slash. Default: initials. */
  readonly pageUrl?: string;
  /** How the clients of {@link InPageSandbox.client} wait and try again. */
  readonly client?: Pick<FfcClientOptions, 'clock' | 'retry' | 'timeoutMs'>;
  /** Milliseconds after which rooms ask again who is let in. Default: as with the real service. */
  readonly askEvery?: number;
  /** The service's own time. Default: the real one. */
  readonly clock?: Clock;
}

/** A fault as `POST /__faults` takes it: `{path: '/v2/members/me/*', kind: '500'}`. */
export type InPageFault = v.InferInput<typeof faultRequest>;

/**
 * A whole FlipFlop Cloud in a page: the sandbox's service with its real requests, answers, errors
 * and event streams, people who join without media, and no server. For tests and stories.
 */
export interface InPageSandbox {
  /** Base URL of the member API and the server API. Only {@link fetch} finds it. */
  readonly endpoint: string;
  /** Two apps that see nothing of each other; the first one has the rooms. */
  readonly apps: readonly [AppRecord, AppRecord];
  /** In place of the global one, for whoever talks to the service. Paths like `/__faults` too. */
  readonly fetch: typeof fetch;
  /** Logs a member in, each time that it is asked; one whom the app does not know is registered. */
  tokenProvider(
    appUserId: string,
    app?: AppRecord,
  ): (request: Parameters<TokenProvider>[0]) => Promise<string>;
  /** The member's own client: always the same one, as the elements of a page share theirs. */
  client(appUserId: string, app?: AppRecord): FfcClient;
  /** What `<ffc-room-list>` takes as its `services`. */
  listServices(appUserId: string, app?: AppRecord): ListServices;
  /** What `<ffc-room>` takes as its `services`: those who join the same room see each other. */
  roomServices(appUserId: string, app?: AppRecord): RoomServices;
  /** Lets a member into the call of a room, without asking; resolves when the service knows. */
  join(roomId: number, appUserId: string): Promise<void>;
  leave(roomId: number, appUserId: string): Promise<void>;
  /** Puts a room into a state, such as `ENDED`: one that is over has no call any more. */
  setRoomState(roomId: number, state: RoomState): Promise<void>;
  readonly faults: {
    /** Rejects when there is no such fault. */
    add(fault: InPageFault): Promise<void>;
    /** Ends all. */
    clear(): Promise<void>;
  };
  /** Lets all member tokens expire that were issued until now. */
  expireTokens(): Promise<void>;
  /** How many event streams are open: nobody is told what happened before theirs was. */
  readonly streams: Readable<number>;
  /** Breaks off the event streams, as a lost connection does; what is asked next gets through. */
  cutStreams(): void;
  /** Ends all that goes on by itself. */
  stop(): void;
}

/** A host that nobody can have (RFC 2606). */
const endpoint = 'https://sandbox.invalid';

/** Makes a sandbox that runs where it is called. Its people and rooms are there from the start. */
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

  /** Asks on behalf of the person who runs the sandbox. */
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

  /** Asks as the backend of an app does. */
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
  // As secret as a page can keep it: nobody outside has use for it.
  return { id, name, apiKey: name, apiSecret: crypto.randomUUID(), membersMayCreateRooms: true };
}

function demoPeople(pageUrl: string | undefined): readonly MemberInput[] {
  if (pageUrl) return demoUsers(pageUrl);
  return demoUsers(endpoint).map(({ appUserId, appUserName }) => ({ appUserId, appUserName }));
}

import { FfcError } from '../core/errors.js';
import type { Logger } from '../core/logger.js';
import { resolveEndpoint } from './endpoint.js';
import type { StatusReasons } from './failure.js';
import {
  createHttp,
  httpSettings,
  type HttpOptions,
  type HttpSend,
  type HttpService,
} from './http.js';
import { createPushStream } from './push.js';
import { roomQueryString, roomSegment, routes, type Route } from './routes.js';
import { readMember, readRoom, readRoomPage, readRtcGrant } from './schema.js';
import { TokenSource } from './token-source.js';
import { createTokenUrlProvider } from './token-url.js';
import type {
  CallOptions,
  Member,
  MemberApi,
  Page,
  PushSource,
  RoomId,
  RoomInput,
  RoomQuery,
  RoomsApi,
  RoomUpdate,
  RtcGrant,
  RtcTokenInput,
  TokenProvider,
  VideoRoom,
} from './types.js';

/** What a {@link FfcClient} is made from: an endpoint, and one of the two token sources. */
export interface FfcClientOptions extends HttpOptions {
  /** `sandbox`, `production`, or the base URL of a member API. */
  readonly endpoint: string | undefined;
  /** Gives the member access token; goes before `tokenUrl`. */
  readonly tokenProvider?: TokenProvider | undefined;
  /** An address of the page's own origin that answers a member token to a POST. */
  readonly tokenUrl?: string | undefined;
}

interface CallDetails {
  readonly id?: RoomId;
  readonly query?: string;
  readonly body?: object;
  readonly reasons?: StatusReasons | undefined;
}

/**
 * The member API of the service, typed. Every call gives a promise that rejects with an
 * `FfcError` (stage `api`, `token` or `setup`); none throws.
 *
 * Calls are retried on 429 (with `Retry-After`), and except for `createRoom` also on 502, 503,
 * 504 and network failure. A 401 asks the token source once more, then fails with
 * `token-rejected`.
 *
 * @example
 * const client = new FfcClient({ endpoint: 'sandbox', tokenProvider: () => askMyBackend() });
 * const page = await client.listRooms({ type: 'VIDEO_CONFERENCE' });
 */
export class FfcClient implements RoomsApi, MemberApi, PushSource {
  /**
   * Tells what the service tells by itself, until the signal aborts. All who subscribe share one
   * connection, which is made again whenever it is lost. Where the service has no such stream, or
   * refuses it, nothing happens.
   */
  readonly subscribe: PushSource['subscribe'];
  readonly #send: HttpSend;
  readonly #logger: Logger;

  /** @throws {FfcError} stage `setup`, when the endpoint or the token source is missing or wrong. */
  constructor(options: FfcClientOptions) {
    const settings = httpSettings(options);
    this.#logger = settings.logger;
    const service: HttpService = {
      baseUrl: resolveEndpoint(options.endpoint),
      authorization: new TokenSource(resolveProvider(options, settings.fetch), settings),
      // The token must not travel on to where a redirect points.
      requestInit: { credentials: 'omit', cache: 'no-store', redirect: 'error' },
    };
    this.#send = createHttp(service, settings);
    this.subscribe = createPushStream(service, settings);
  }

  /** The member that the token belongs to. */
  me(options?: CallOptions): Promise<Member> {
    return this.#call('me', readMember, options);
  }

  createRoom(input: RoomInput, options?: CallOptions): Promise<VideoRoom> {
    return this.#call('createRoom', readRoom, options, { body: input });
  }

  /** One page of the rooms that the member may see. A room that makes no sense is left out. */
  listRooms(query: RoomQuery = {}, options?: CallOptions): Promise<Page<VideoRoom>> {
    const read = (answer: string): Page<VideoRoom> => readRoomPage(answer, this.#logger);
    return this.#call('listRooms', read, options, { query: roomQueryString(query) });
  }

  /** A room by its id, or by its uuid. Rejects with `room-not-found`, among others. */
  getRoom(id: RoomId, options?: CallOptions): Promise<VideoRoom> {
    return this.#call('getRoom', readRoom, options, { id });
  }

  /** Changes the fields that are given. */
  updateRoom(id: number, update: RoomUpdate, options?: CallOptions): Promise<VideoRoom> {
    return this.#call('updateRoom', readRoom, options, { id, body: update });
  }

  deleteRoom(id: number, options?: CallOptions): Promise<void> {
    return this.#call('deleteRoom', () => {}, options, { id });
  }

  /** Asks for what a join needs. A 403 to a password is `wrong-password`, else `forbidden`. */
  issueRtcToken(id: number, input: RtcTokenInput = {}, options?: CallOptions): Promise<RtcGrant> {
    const reasons = input.password === undefined ? undefined : wrongPassword;
    return this.#call('issueRtcToken', readRtcGrant, options, { id, body: input, reasons });
  }

  async #call<T>(
    name: keyof typeof routes,
    read: (answer: string) => T,
    options: CallOptions = {},
    { id, query = '', body, reasons }: CallDetails = {},
  ): Promise<T> {
    const route: Route = routes[name];
    const path = id === undefined ? route.path : route.path.replace('{id}', roomSegment(id));
    const { signal } = options;
    return this.#send({ ...route, name, path: path + query, body, reasons, signal }, read);
  }
}

/** The service does not say what a 403 is about; assumed, like the 403 itself. */
const wrongPassword: StatusReasons = { 403: 'wrong-password' };

function resolveProvider(
  { tokenProvider, tokenUrl }: Pick<FfcClientOptions, 'tokenProvider' | 'tokenUrl'>,
  fetch: typeof globalThis.fetch,
): TokenProvider {
  if (tokenProvider) return tokenProvider;
  if (tokenUrl?.trim()) return createTokenUrlProvider(tokenUrl, fetch);
  throw new FfcError({
    reason: 'missing-token-source',
    stage: 'setup',
    message:
      'Set `tokenProvider` to a function that gives a member token, ' +
      'or `token-url` to an address of your own that answers one.',
  });
}

import { FfcClient } from '../api/client.js';
import { resolveEndpoint } from '../api/endpoint.js';
import { createGatewayRoomsApi } from '../api/gateway.js';
import { createTokenUrlProvider, resolveTokenUrl } from '../api/token-url.js';
import type { AppRoomsApi, PushSource, TokenProvider } from '../api/types.js';
import {
  memberSessions,
  type MemberSession,
  type MemberSource,
  sessionBehind,
} from './forget-member.js';
import type { ServiceOptions } from './types.js';

/** A function, or the absolute form of a `token-url`. */
type TokenSource = TokenProvider | string | undefined;

/** The client of a member, shared by all elements and services that name the same source. */
class MemberClient extends FfcClient implements MemberSession {
  /** The users of the client: services, and subscriptions to the event stream. */
  readonly users = new Set<object>();
  readonly #endpoint: string;
  readonly #source: TokenSource;

  constructor(endpoint: string, source: TokenSource) {
    const tokenProvider = typeof source === 'string' ? createTokenUrlProvider(source) : source;
    super({ endpoint, tokenProvider });
    this.#endpoint = endpoint;
    this.#source = source;
  }

  override subscribe(...[handler, options]: Parameters<PushSource['subscribe']>): void {
    const { signal } = options;
    if (signal.aborted) return;
    super.subscribe(handler, options);
    const user = {};
    this.users.add(user);
    signal.addEventListener('abort', () => this.release(user), { once: true });
  }

  has(endpoint: string, source: TokenSource): boolean {
    return this.#endpoint === endpoint && this.#source === source;
  }

  isOf({ endpoint, tokenProvider, tokenUrl }: MemberSource): boolean {
    return (
      (!endpoint || this.#endpoint === resolveEndpoint(endpoint)) &&
      (!tokenProvider || this.#source === tokenProvider) &&
      (!tokenUrl || this.#source === resolveTokenUrl(tokenUrl))
    );
  }

  release(user: object): void {
    this.users.delete(user);
    // Only once: another session of the same source may have begun since.
    if (this.users.size === 0 && memberSessions.delete(this)) this.forgetMember();
  }
}

/**
 * One use of a member's session. When the last use is released, the session ends and drops its
 * token, so that the next one asks for the member again. A call after `release()` starts a new use.
 */
export class MemberUse {
  readonly #endpoint: string;
  readonly #source: TokenSource;
  #client: MemberClient | undefined;

  /**
   * @throws {FfcError} stage `setup`, when the endpoint or the token source is missing or wrong.
   */
  constructor({ endpoint, tokenProvider, tokenUrl }: ServiceOptions) {
    this.#endpoint = resolveEndpoint(endpoint);
    this.#source = tokenProvider ?? (tokenUrl?.trim() ? resolveTokenUrl(tokenUrl) : undefined);
    this.#client = this.#acquire();
  }

  /**
   * The client. A subscription to its event stream is a use of its own, until its
   * signal aborts.
   */
  get client(): FfcClient {
    this.#client ??= this.#acquire();
    return this.#client;
  }

  /** Registers services as users of this session, for `forgetMember()`. */
  stands<T extends object>(services: T): T {
    sessionBehind.set(services, () => this.#client);
    return services;
  }

  release(): void {
    this.#client?.release(this);
    this.#client = undefined;
  }

  #acquire(): MemberClient {
    const known = [...memberSessions].find(
      (session): session is MemberClient =>
        session instanceof MemberClient && session.has(this.#endpoint, this.#source),
    );
    const client = known ?? new MemberClient(this.#endpoint, this.#source);
    memberSessions.add(client);
    client.users.add(this);
    return client;
  }
}

/**
 * The replacement of the service for requests for rooms, if there is one: an object of the app, or
 * else the gateway at its address.
 *
 * @throws {FfcError} `invalid-rooms-url`, stage `setup`.
 */
export function roomsInPlace(
  { roomsUrl }: Pick<ServiceOptions, 'roomsUrl'>,
  roomsApi: AppRoomsApi | undefined,
): AppRoomsApi | undefined {
  return roomsApi ?? (roomsUrl?.trim() ? createGatewayRoomsApi({ roomsUrl }) : undefined);
}

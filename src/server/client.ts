import { rtcTokenReasons } from '../api/failure.js';
import { createHttp, httpSettings, type HttpOptions, type HttpService } from '../api/http.js';
import { RoomCalls } from '../api/room-calls.js';
import { memberSegment } from '../api/routes.js';
import { readRtcGrant } from '../api/schema.js';
import { readNothing } from '../api/service-calls.js';
import type { CallOptions, Page, RoomQuery, RtcGrant, RtcTokenInput } from '../api/types.js';
import { basicHeader, checkCredentials } from './basic.js';
import { refuseBrowser } from './refuse-browser.js';
import { routes } from './routes.js';
import { embedUrl } from './embed-url.js';
import { readServerRoomPage } from './room-schema.js';
import { readLoginGrant, readMemberPage, readServerMember } from './schema.js';
import { resolveServerEndpoint } from './server-endpoint.js';
import type {
  CallbackInput,
  EmbedInput,
  LoginGrant,
  MemberInput,
  MemberQuery,
  MemberRoomInput,
  MemberUpdate,
  ServerMember,
  ServerPage,
  ServerRoom,
} from './types.js';

/** The options of a {@link FfcServerClient}. */
export interface FfcServerClientOptions extends HttpOptions {
  /** `sandbox`, `production`, or the base URL of a server API: https, or http on this machine. */
  readonly endpoint: string | undefined;
  /** White space at its ends is removed, as files and shells may add it. */
  readonly apiKey: string | undefined;
  /**
   * Keep it in the environment or a secret store: it gives full access to the app's data. White
   * space at its ends is removed.
   */
  readonly apiSecret: string | undefined;
  /**
   * Whether an endpoint on another machine may use plain http, where anybody on the network can
   * read the secret. Default `false`.
   */
  readonly allowHttp?: boolean | undefined;
}

/**
 * The typed client of the server API, for an app's backend. Every call returns a promise that
 * rejects with an `FfcError`; none throws. Wrong credentials are `token-rejected`, with status 401.
 * Errors, logs and the client itself, printed or as JSON, never show the secret.
 *
 * The `fetch` of the platform keeps connections and uses them again: each answer is read to its
 * end, which frees its connection. A `fetch` of your own, such as undici's with an `Agent` as
 * dispatcher, sets their number and lifetime.
 *
 * Calls are retried on 429 (with `Retry-After`), and except for `createRoom` and `loginAsGuest`
 * also on 502, 503, 504 and network failure.
 *
 * @example
 * const client = new FfcServerClient({
 *   endpoint: 'sandbox',
 *   apiKey: process.env.FFC_API_KEY,
 *   apiSecret: process.env.FFC_API_SECRET,
 * });
 * const { accessToken } = await client.login({ appUserId: 'mina', appUserName: 'Mina Kim' });
 */
export class FfcServerClient extends RoomCalls<keyof typeof routes, MemberRoomInput> {
  readonly #baseUrl: string;

  /**
   * @throws {FfcError} stage `setup`: `missing-endpoint`, `invalid-endpoint`,
   * `missing-credentials`, or `invalid-state` in a browser.
   */
  constructor(options: FfcServerClientOptions) {
    refuseBrowser('FfcServerClient');
    const { endpoint, allowHttp = false } = options;
    const [apiKey = '', apiSecret = ''] = [options.apiKey?.trim(), options.apiSecret?.trim()];
    checkCredentials('`apiKey` and `apiSecret`', apiKey, apiSecret);
    const settings = httpSettings(options);
    const credential = { header: basicHeader(apiKey, apiSecret) };
    const baseUrl = resolveServerEndpoint(endpoint, allowHttp);
    const service: HttpService = {
      baseUrl,
      authorization: { renewable: false, authorize: () => Promise.resolve(credential) },
      // The secret must not follow a redirect. `error` would have the same effect, but edge
      // runtimes lack it.
      requestInit: { redirect: 'manual' },
    };
    super({ send: createHttp(service, settings), logger: settings.logger }, routes);
    this.#baseUrl = baseUrl;
  }

  override listRooms(
    query: RoomQuery = {},
    options?: CallOptions,
  ): Promise<ServerPage<ServerRoom>> {
    return this.call('listRooms', readServerRoomPage, options, { query });
  }

  /**
   * Resolves to the address of the service's own page for a room, to embed it. The address signs
   * its user in as the member of `login`: give it to nobody else, and keep it out of logs. It makes
   * no request.
   */
  embedUrl(input: EmbedInput): Promise<string> {
    return new Promise((resolve) => resolve(embedUrl(this.#baseUrl, input)));
  }

  /** Registers a member, or changes the given fields of the one with that `appUserId`. */
  upsertMember(member: MemberInput, options?: CallOptions): Promise<ServerMember> {
    return this.call('upsertMember', readServerMember, options, { body: member });
  }

  /**
   * Changes the given fields of a member. Rejects with `not-found` when there is no such member.
   */
  updateMember(
    appUserId: string,
    update: MemberUpdate,
    options?: CallOptions,
  ): Promise<ServerMember> {
    const member = (): string => memberSegment(appUserId);
    return this.call('updateMember', readServerMember, options, { member, body: update });
  }

  listMembers(query: MemberQuery = {}, options?: CallOptions): Promise<Page<ServerMember>> {
    return this.call('listMembers', readMemberPage, options, { query });
  }

  /** Rejects with `not-found` when there is no such member. */
  getMember(appUserId: string, options?: CallOptions): Promise<ServerMember> {
    const member = (): string => memberSegment(appUserId);
    return this.call('getMember', readServerMember, options, { member });
  }

  /** Deletes members. Their access tokens become invalid. */
  deleteMembers(appUserIds: readonly string[], options?: CallOptions): Promise<void> {
    // Without an id, the path would name all members.
    const ids = appUserIds.length ? appUserIds : [''];
    const member = (): string => ids.map(memberSegment).join();
    return this.call('deleteMembers', readNothing, options, { member });
  }

  /**
   * Logs a user of the app in as a member, and registers or changes that member like
   * `upsertMember`.
   */
  login(member: MemberInput, options?: CallOptions): Promise<LoginGrant> {
    return this.call('login', readLoginGrant, options, { body: member });
  }

  /** Logs an unknown person in, each time as a new member. */
  loginAsGuest(guest: MemberUpdate = {}, options?: CallOptions): Promise<LoginGrant> {
    return this.call('loginAsGuest', readLoginGrant, options, { body: guest });
  }

  /**
   * Requests the RTC token for a member's join. Pages do not need it: they use the member's own
   * token. A 403 to a request with a password is `wrong-password`, else `forbidden`.
   */
  issueRtcToken(
    id: number,
    appUserId: string,
    input: RtcTokenInput = {},
    options?: CallOptions,
  ): Promise<RtcGrant> {
    const member = (): string => memberSegment(appUserId);
    const reasons = rtcTokenReasons(input.password);
    return this.call('issueRtcToken', readRtcGrant, options, { id, member, body: input, reasons });
  }

  /**
   * Registers the address and the Basic credentials for the service's webhooks: the same ones as in
   * `createWebhookReceiver`. The path of this call is assumed, as the service has not published it.
   * If it answers 404, register the address in the service's console.
   */
  async registerCallback(callback: CallbackInput, options?: CallOptions): Promise<void> {
    // The receiver would not accept other credentials.
    checkCredentials('`id` and `password`', callback.id, callback.password);
    return this.call('registerCallback', readNothing, options, { body: callback });
  }
}

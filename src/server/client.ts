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
  /** White space at its ends is left out, as files and shells add it. */
  readonly apiKey: string | undefined;
  /**
   * Keep it in the environment or a secret store: it can do everything with the app's data. White
   * space at its ends is left out.
   */
  readonly apiSecret: string | undefined;
  /**
   * Whether an endpoint beyond this machine may be plain http, where whoever is on the way can
   * read the secret. Default `false`.
   */
  readonly allowHttp?: boolean | undefined;
}

/**
 * The server API of the service, typed: what an app's backend calls. Every call gives a promise
 * that rejects with an `FfcError`; none throws. Wrong credentials are `token-rejected`, with
 * status 401. Neither errors, logs nor the client itself, printed or as JSON, show the secret.
 *
 * Connections to the service are kept and used again, by the `fetch` of the platform: each answer
 * is read to its end, as that is what frees its connection. A `fetch` of one's own, such as
 * undici's with an `Agent` as dispatcher, decides how many there are and for how long.
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
      // The secret must not travel on to where a redirect points. `error` would say so too,
      // but edge runtimes do not know it.
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
   * The address of the service's own page for a room, to embed as it is. Whoever has it is the
   * member of `login`: hand it to nobody else, and keep it out of logs. Asks the service nothing.
   */
  embedUrl(input: EmbedInput): Promise<string> {
    return new Promise((resolve) => resolve(embedUrl(this.#baseUrl, input)));
  }

  /** Registers a member, or changes what is given of the one with that `appUserId`. */
  upsertMember(member: MemberInput, options?: CallOptions): Promise<ServerMember> {
    return this.call('upsertMember', readServerMember, options, { body: member });
  }

  /** Changes the fields that are given. Rejects with `not-found` when there is no such member. */
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

  /** Deletes these members; their access tokens are worth nothing after that. */
  deleteMembers(appUserIds: readonly string[], options?: CallOptions): Promise<void> {
    // Without an id the path would be that of all members.
    const ids = appUserIds.length ? appUserIds : [''];
    const member = (): string => ids.map(memberSegment).join();
    return this.call('deleteMembers', readNothing, options, { member });
  }

  /** Logs a user of the app in as a member, registering or changing them as `upsertMember`. */
  login(member: MemberInput, options?: CallOptions): Promise<LoginGrant> {
    return this.call('login', readLoginGrant, options, { body: member });
  }

  /** Logs somebody in whom the app does not know: each time as a member of their own. */
  loginAsGuest(guest: MemberUpdate = {}, options?: CallOptions): Promise<LoginGrant> {
    return this.call('loginAsGuest', readLoginGrant, options, { body: guest });
  }

  /**
   * Asks for what a join needs, on a member's behalf. Pages do not need it: they ask with the
   * member's own token. A 403 to a password is `wrong-password`, else `forbidden`.
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
   * Tells the service where to send its webhooks, and with which Basic credentials: those that
   * `createWebhookReceiver` is given. The path of this call is assumed: the service has not
   * published it. Where it answers 404, register the address in the service's console.
   */
  async registerCallback(callback: CallbackInput, options?: CallOptions): Promise<void> {
    // The receiver would take no others.
    checkCredentials('`id` and `password`', callback.id, callback.password);
    return this.call('registerCallback', readNothing, options, { body: callback });
  }
}

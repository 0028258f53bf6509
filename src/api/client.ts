import { FfcError } from '../core/errors.js';
import { resolveEndpoint } from './endpoint.js';
import { rtcTokenReasons } from './failure.js';
import { createHttp, httpSettings, type HttpOptions, type HttpService } from './http.js';
import { joinedChannels } from './joined-channels.js';
import { LazyPushStream } from './lazy-push.js';
import { RoomCalls } from './room-calls.js';
import { routes } from './routes.js';
import { readMember, readRtcGrant } from './schema.js';
import { TokenSource } from './token-source.js';
import { createTokenUrlProvider } from './token-url.js';
import type {
  CallOptions,
  Member,
  MemberApi,
  PushSource,
  RtcGrant,
  RtcTokenInput,
  TokenProvider,
} from './types.js';

/** The options of a {@link FfcClient}: an endpoint, and one of the two token sources. */
export interface FfcClientOptions extends HttpOptions {
  /** `sandbox`, `production`, or the base URL of a member API. */
  readonly endpoint: string | undefined;
  /** Returns the member access token; takes precedence over `tokenUrl`. */
  readonly tokenProvider?: TokenProvider | undefined;
  /** An address of the page's own origin that answers a POST with a member token. */
  readonly tokenUrl?: string | undefined;
}

/**
 * The typed client of the member API of the service. Every call returns a promise that rejects with
 * an `FfcError` (stage `api`, `token` or `setup`); none throws.
 *
 * Calls are retried on 429 (with `Retry-After`), and except for `createRoom` also on 502, 503, 504
 * and network failure. After a 401 it requests another token once, then fails with
 * `token-rejected`. It does not follow a redirect, and rejects an HTML page with
 * `invalid-response`.
 *
 * @example
 * const client = new FfcClient({ endpoint: 'sandbox', tokenProvider: () => askMyBackend() });
 * const page = await client.listRooms({ type: 'VIDEO_CONFERENCE' });
 */
export class FfcClient extends RoomCalls<keyof typeof routes> implements MemberApi, PushSource {
  readonly #tokens: TokenSource;
  readonly #stream: LazyPushStream;

  /** @throws {FfcError} stage `setup`, when the endpoint or the token source is missing or wrong. */
  constructor(options: FfcClientOptions) {
    const settings = httpSettings(options);
    const tokens = new TokenSource(resolveProvider(options, settings.fetch), settings);
    const service: HttpService = {
      baseUrl: resolveEndpoint(options.endpoint),
      authorization: tokens,
      // The token must not follow a redirect.
      requestInit: { credentials: 'omit', cache: 'no-store', redirect: 'error' },
    };
    super({ send: createHttp(service, settings), logger: settings.logger }, routes);
    this.#tokens = tokens;
    const stream = (this.#stream = new LazyPushStream(service, settings));
    tokens.events.on('accepted', (credential) => stream.resume(credential));
  }

  /**
   * Calls the handler with the service's events, until the signal aborts. All subscribers share one
   * connection, which is opened again whenever it is lost. If the service has no event stream, or
   * refuses it, there are no events until a call succeeds with another token.
   */
  subscribe(...[handler, options]: Parameters<PushSource['subscribe']>): void {
    this.#stream.subscribe(handler, options);
  }

  /**
   * Forgets the member: drops the token, rejects running calls with `aborted`, and restarts the
   * event stream. The next call requests a token for the current member.
   */
  forgetMember(): void {
    joinedChannels(this).clear();
    this.#tokens.forget();
    this.#stream.restart();
  }

  /** The member that the token belongs to. */
  me(options?: CallOptions): Promise<Member> {
    return this.call('me', readMember, options);
  }

  /**
   * Requests the RTC token for a join. A 403 to a request with a password is `wrong-password`, else
   * `forbidden`.
   */
  issueRtcToken(id: number, input: RtcTokenInput = {}, options?: CallOptions): Promise<RtcGrant> {
    const reasons = rtcTokenReasons(input.password);
    return this.call('issueRtcToken', readRtcGrant, options, { id, body: input, reasons });
  }
}

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
      'Set `tokenProvider` (in Vue: `:tokenProvider.prop`) to a function that gives a member ' +
      'token, or `token-url` to an address of the page’s own origin.',
  });
}

import {
  checkMethod,
  jsonAnswer,
  Refusal,
  report,
  reportError,
  serviceFailure,
  type OnError,
} from './answer.js';
import { FfcError } from '../core/errors.js';
import type { FfcServerClient } from './client.js';
import { createHandler, type Handler } from './handler.js';
import { readMember } from './member-schema.js';
import { refuseBrowser } from './refuse-browser.js';
import { checkSameSite } from './same-site.js';
import { SharedLogins, type TokenCacheOptions } from './shared-logins.js';
import type { MemberInput } from './types.js';

export interface TokenEndpointOptions {
  /**
   * The asking user, by the app's own session: the user as the member that they are to be, or
   * null when nobody is signed in. Of what it gives, only the fields of {@link MemberInput} go
   * to the service. A field that the service would not take, or that is null, is left out and
   * reported once, as nobody needs it to sign in. `request` is the browser's, with its cookies.
   */
  readonly authenticate: (
    request: Request,
  ) => MemberInput | null | undefined | Promise<MemberInput | null | undefined>;
  readonly client: Pick<FfcServerClient, 'login'>;
  /**
   * Several requests for the same member with the same facts share one login, and its token for a
   * few seconds. `false`: each request is a login of its own. A page's own `tokenProvider` that
   * asks again because a token was refused sends `ffc-token-reason: unauthorized`, as `token-url`
   * does: else it may get the same token until that time is over.
   */
  readonly cache?: TokenCacheOptions | false | undefined;
  /**
   * Told what `authenticate` threw, which call of the service failed, and, once for each kind,
   * what was left out of a user. Default: the console.
   */
  readonly onError?: OnError;
}

/**
 * The endpoint of `token-url`: logs the app's user in as a member, and answers the member access
 * token as JSON `{accessToken}`. No browser keeps the answer; meant for the app's own pages alone.
 *
 * | answer                        | when                                                       |
 * | ----------------------------- | ---------------------------------------------------------- |
 * | 200                           | with the token                                             |
 * | 401 `NOT_SIGNED_IN`           | `authenticate` gave null                                   |
 * | 403 `CROSS_SITE_REQUEST`      | a page of another site asks                                |
 * | 405 `UNSUPPORTED_HTTP_METHOD` | anything but POST                                          |
 * | 500 `INTERNAL_SERVER_ERROR`   | `authenticate` threw, or gave no `appUserId`               |
 * | 502 `SERVICE_FAILED`          | the service did not log the member in                      |
 * | 429, 503, 504 the same        | it answered so to each try; with its `Retry-After`         |
 *
 * @example
 * const token = createTokenEndpoint({
 *   client,
 *   authenticate: async (request) => {
 *     const user = await sessions.userOf(request.headers.get('cookie'));
 *     return user && { appUserId: user.id, appUserName: user.name };
 *   },
 * });
 * // Next: app/ffc/token/route.ts
 * export const POST = token;
 * // Hono
 * app.post('/ffc/token', (c) => token(c.req.raw));
 * // Express
 * app.post('/ffc/token', toNodeListener(token));
 *
 * @throws {FfcError} `invalid-state`, stage `setup`, in a browser.
 */
export function createTokenEndpoint(options: TokenEndpointOptions): Handler {
  refuseBrowser('createTokenEndpoint');
  const { authenticate, client, cache = {}, onError = reportError } = options;
  const reportDetailsOnce = reportOnce(onError);
  const shared = cache === false ? undefined : new SharedLogins(logIn, cache);

  return createHandler(async (request) => {
    checkMethod(request, ['POST']);
    checkSameSite(request);
    const user = await authenticate(request.request);
    if (!user) throw new Refusal(401, 'NOT_SIGNED_IN', 'Nobody is signed in.');
    const { member, leftOut } = readMember(user);
    leftOut.forEach(reportDetailsOnce);
    const refused = request.header('ffc-token-reason') === 'unauthorized';
    try {
      const accessToken = shared
        ? await shared.tokenOf(member, () => request.signal, refused)
        : await logIn(member, request.signal);
      return jsonAnswer({ accessToken });
    } catch (error) {
      throw serviceFailure(error);
    }
  }, onError);

  async function logIn(member: MemberInput, signal: AbortSignal): Promise<string> {
    try {
      return await logInWithDetails(member, signal);
    } catch (error) {
      if (!signal.aborted) report(onError, error);
      throw error;
    }
  }

  /** Not all limits of the service are known: what it refuses must not lock the user out. */
  async function logInWithDetails(member: MemberInput, signal: AbortSignal): Promise<string> {
    const { appUserId, ...facts } = member;
    try {
      return (await client.login(member, { signal })).accessToken;
    } catch (error) {
      const mayBeDetails = error instanceof FfcError && error.reason === 'invalid-request';
      if (!mayBeDetails || Object.keys(facts).length === 0) throw error;
      const { accessToken } = await client.login({ appUserId }, { signal });
      reportDetailsOnce(
        `The service refused a fact of a user with ${error.errorCode ?? error.status ?? '400'}: ` +
          'all but "appUserId" was left out of the sign-in.',
      );
      return accessToken;
    }
  }
}

/** As many as there can be kinds of mistakes; more would only fill memory. */
const mostReports = 100;

/** Reports each message once: what is wrong with one user is wrong with many. */
function reportOnce(onError: OnError): (message: string) => void {
  const told = new Set<string>();
  return (message) => {
    if (told.has(message) || told.size >= mostReports) return;
    told.add(message);
    report(onError, new FfcError({ reason: 'invalid-request', stage: 'setup', message }));
  };
}

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
   * Returns the asking user by the app's own session, as a member, or null when nobody is signed
   * in. Only the fields of {@link MemberInput} are sent to the service. A field that is null, or
   * that the service would refuse, is left out and reported once, as a sign-in does not need it.
   * `request` comes from the browser, with its cookies.
   */
  readonly authenticate: (
    request: Request,
  ) => MemberInput | null | undefined | Promise<MemberInput | null | undefined>;
  readonly client: Pick<FfcServerClient, 'login'>;
  /**
   * Several requests for the same member with the same fields share one login, and its token for a
   * few seconds. `false`: each request is a login of its own. After a refused token, a page's own
   * `tokenProvider` must send `ffc-token-reason: unauthorized`, as `token-url` does: otherwise it
   * may get the same token during that time.
   */
  readonly cache?: TokenCacheOptions | false | undefined;
  /**
   * Called with an error of `authenticate`, with a failed call of the service, and, once for each
   * kind, with the fields that were left out of a user. Default: the console.
   */
  readonly onError?: OnError;
}

/**
 * Creates the endpoint of `token-url`: it logs the app's user in as a member, and answers with the
 * member access token as JSON `{accessToken}`. Browsers do not cache the answer. It is only for the
 * app's own pages.
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

  /**
   * Logs in without the details if the service refuses them: not all of its limits are known, and a
   * wrong detail must not lock the user out.
   */
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

/** The most kinds of reports. More would only fill the memory. */
const mostReports = 100;

/** Reports each message once: the same mistake usually concerns many users. */
function reportOnce(onError: OnError): (message: string) => void {
  const told = new Set<string>();
  return (message) => {
    if (told.has(message) || told.size >= mostReports) return;
    told.add(message);
    report(onError, new FfcError({ reason: 'invalid-request', stage: 'setup', message }));
  };
}

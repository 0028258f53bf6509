import {
  checkMethod,
  createHandler,
  jsonAnswer,
  Refusal,
  report,
  reportError,
  serviceFailure,
  type Handler,
  type OnError,
} from './answer.js';
import type { FfcServerClient } from './client.js';
import { toMember } from './member-schema.js';
import { refuseBrowser } from './refuse-browser.js';
import { checkSameSite } from './same-site.js';
import type { MemberInput } from './types.js';

export interface TokenEndpointOptions {
  /**
   * Who is asking, by the app's own session: the user as the member that they are to be, or
   * null when nobody is signed in. Of what it gives, only the fields of {@link MemberInput} go
   * to the service. `request` is the browser's, with its cookies.
   */
  readonly authenticate: (
    request: Request,
  ) => MemberInput | null | undefined | Promise<MemberInput | null | undefined>;
  readonly client: Pick<FfcServerClient, 'login'>;
  /** Told what `authenticate` threw, and which call of the service failed. Default: the console. */
  readonly onError?: OnError;
}

/**
 * What `token-url` talks to: logs the app's user in as a member, and answers the member access
 * token as JSON `{accessToken}`. Never cached; meant for the app's own pages alone.
 *
 * | answer                        | when                                                       |
 * | ----------------------------- | ---------------------------------------------------------- |
 * | 200                           | with the token                                             |
 * | 401 `NOT_SIGNED_IN`           | `authenticate` gave null                                   |
 * | 403 `CROSS_SITE_REQUEST`      | a page of another site asks                                |
 * | 405 `UNSUPPORTED_HTTP_METHOD` | anything but POST                                          |
 * | 500 `INTERNAL_SERVER_ERROR`   | `authenticate` threw, or gave what cannot be a member      |
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
  const { authenticate, client, onError = reportError } = options;

  return createHandler(async (request) => {
    checkMethod(request, ['POST']);
    checkSameSite(request);
    const user = await authenticate(request);
    if (!user) throw new Refusal(401, 'NOT_SIGNED_IN', 'Nobody is signed in.');
    const member = toMember(user);
    try {
      const { accessToken } = await client.login(member, { signal: request.signal });
      return jsonAnswer({ accessToken });
    } catch (error) {
      if (!request.signal.aborted) report(onError, error);
      throw serviceFailure(error);
    }
  }, onError);
}

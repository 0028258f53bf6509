import { Emitter, type SubscribeOptions } from '../core/emitter.js';
import type { TokenProvider } from '../api/types.js';

/** Selects members: those whose sessions match all given fields. */
export interface MemberSource {
  /** `sandbox`, `production`, or the base URL of a member API. */
  readonly endpoint?: string | undefined;
  /** The token provider, compared by identity. */
  readonly tokenProvider?: TokenProvider | undefined;
  readonly tokenUrl?: string | undefined;
}

/** One member at one endpoint: owns the token, the client and the event stream. */
export interface MemberSession {
  isOf(source: MemberSource): boolean;
  forgetMember(): void;
}

/** The sessions in use. */
export const memberSessions = new Set<MemberSession>();

/** The session of services that were created here. */
export const sessionBehind = new WeakMap<object, () => MemberSession | undefined>();

type IsForgotten = (session: MemberSession | undefined) => boolean;
const forgetting = new Emitter<{ forget: IsForgotten }>();

/**
 * Forgets the signed-in member at once. Call it when a person has signed out, or in as another
 * member, and the page stays. It drops tokens, rejects running requests with `aborted`, and
 * restarts event streams. The next request asks `tokenProvider` or `token-url` again.
 *
 * The elements on the page follow. A list drops its rooms and loads those of the new member. An
 * open room is opened again. A call that is running or being joined is left, because it belongs to
 * the former member. The new member joins only on request.
 *
 * It is not needed if all elements are removed from the page in between: the last of them drops the
 * token.
 *
 * @param which Forgets only members of this endpoint and token source. Default: all members, which
 *   also reloads elements with another source (`rooms-url`, `roomsApi`, `services`).
 */
export function forgetMember(which?: MemberSource): void {
  const forgotten = [...memberSessions].filter((session) => !which || session.isOf(which));
  const isForgotten: IsForgotten = (session) =>
    !which || (session !== undefined && forgotten.includes(session));
  // Elements first, so that their running requests end without a reported failure.
  forgetting.emit('forget', isForgotten);
  for (const session of forgotten) session.forgetMember();
}

/**
 * Calls the handler when the member of the services is forgotten. The handler must start new
 * requests only after it has returned.
 */
export function onForgetMember(
  services: () => object | undefined,
  handler: () => void,
  options?: SubscribeOptions,
): void {
  forgetting.on(
    'forget',
    (isForgotten) => {
      const current = services();
      if (isForgotten(current && sessionBehind.get(current)?.())) handler();
    },
    options,
  );
}

import { Emitter, type SubscribeOptions } from '../core/emitter.js';
import type { TokenProvider } from '../api/types.js';

/** Says which members are meant: those whose sessions have all that is given here. */
export interface MemberSource {
  /** `sandbox`, `production`, or the base URL of a member API. */
  readonly endpoint?: string | undefined;
  /** The very function that gives the token. */
  readonly tokenProvider?: TokenProvider | undefined;
  readonly tokenUrl?: string | undefined;
}

/** One member at one endpoint: owns the token, the client and the event stream. */
export interface MemberSession {
  isOf(source: MemberSource): boolean;
  forgetMember(): void;
}

/** The sessions that somebody uses. */
export const memberSessions = new Set<MemberSession>();

/** The session behind services that were made here. */
export const sessionBehind = new WeakMap<object, () => MemberSession | undefined>();

type IsForgotten = (session: MemberSession | undefined) => boolean;
const forgetting = new Emitter<{ forget: IsForgotten }>();

/**
 * Forgets who is signed in, at once: call it when somebody has signed out, or in as somebody
 * else, and the page stays. Tokens are dropped, calls that are under way reject with `aborted`,
 * and event streams begin anew. What comes next asks `tokenProvider` or `token-url` again.
 *
 * The elements on the page follow. A list drops its rooms and loads those of the new member. A
 * room that is open is opened anew; a call that is running, or being joined, is left, because it
 * is the call of the member before: nobody is put into it without having asked.
 *
 * It is not needed where all elements leave the page in between: the token goes with the last of
 * them.
 *
 * @param which Forgets only members of this endpoint and token source. Default: all, which also
 *   reloads elements that know their member in another way (`rooms-url`, `roomsApi`, `services`).
 */
export function forgetMember(which?: MemberSource): void {
  const forgotten = [...memberSessions].filter((session) => !which || session.isOf(which));
  const isForgotten: IsForgotten = (session) =>
    !which || (session !== undefined && forgotten.includes(session));
  // Elements first, so that what they have under way ends as their own doing.
  forgetting.emit('forget', isForgotten);
  for (const session of forgotten) session.forgetMember();
}

/**
 * Calls the handler when the member is forgotten on whose behalf the services make calls. What
 * the handler loads anew must begin after it has returned.
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

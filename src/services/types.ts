import type { TokenProvider } from '../api/types.js';

/** The address of the service and the source of tokens, as an element or an app sets them. */
export interface ServiceOptions {
  /** `sandbox`, `production`, or the base URL of a member API. */
  readonly endpoint?: string | undefined;
  /** Gives the member access token; goes before `tokenUrl`. */
  readonly tokenProvider?: TokenProvider | undefined;
  /** Same-origin address that answers a member token to a POST; for pages without script. */
  readonly tokenUrl?: string | undefined;
  /** Same-origin address of the app's own backend, which then answers for the rooms. */
  readonly roomsUrl?: string | undefined;
}

/** Services that hold a member's token until nobody uses it any more. */
export interface Releasable {
  /**
   * Says that these services are not used any more: when none are that share the token, it is
   * dropped. The `dispose()` of a room or list store and the `close()` of a chat store call it. A
   * later call of the services asks for a token again.
   */
  release(): void;
}

import type { TokenProvider } from '../api/types.js';

/** The address of the service and the source of tokens, as an element or an app sets them. */
export interface ServiceOptions {
  /** `sandbox`, `production`, or the base URL of a member API. */
  readonly endpoint?: string | undefined;
  /** Returns the member access token; takes precedence over `tokenUrl`. */
  readonly tokenProvider?: TokenProvider | undefined;
  /** Same-origin address that answers a POST with a member token; for pages without script. */
  readonly tokenUrl?: string | undefined;
  /** Same-origin address of the app's own backend, which then answers requests for rooms. */
  readonly roomsUrl?: string | undefined;
}

/** Services that hold a member's token until they are released. */
export interface Releasable {
  /**
   * Releases the services. When all services that share the token are released, it is dropped. The
   * `dispose()` of a room or list store and the `close()` of a chat store call it. A later call of
   * the services requests a token again.
   */
  release(): void;
}

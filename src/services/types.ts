import type { TokenProvider } from '../api/types.js';

/** How an element says where the service is and who is asking. */
export interface ServiceOptions {
  /** `sandbox`, `production`, or the base URL of a member API. */
  readonly endpoint: string | undefined;
  readonly tokenProvider: TokenProvider | undefined;
  /** Same-origin address that answers a member token to a POST; for pages without script. */
  readonly tokenUrl: string | undefined;
  /** Same-origin address of the app's own backend, which then answers for the rooms. */
  readonly roomsUrl?: string | undefined;
}

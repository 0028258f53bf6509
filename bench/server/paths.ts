/** What the processes of the benchmark know of each other. */
export const credentials = { apiKey: 'key', apiSecret: 'secret' };

/** The ports of the target, by what serves them. */
export interface Addresses {
  readonly hono: number;
  readonly node: number;
}

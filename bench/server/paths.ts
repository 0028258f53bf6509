/** The values that the processes of the benchmark share. */
export const credentials = { apiKey: 'key', apiSecret: 'secret' };

/** The ports of the target, by server. */
export interface Addresses {
  readonly hono: number;
  readonly node: number;
}

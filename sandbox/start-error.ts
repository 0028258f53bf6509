/** Why the sandbox cannot start, as its user may mend it: the message says how. */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}

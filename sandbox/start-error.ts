/** A reason why the sandbox cannot start; the message says how its user can fix it. */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}

/** The reason why the sandbox cannot start. The message tells the user the remedy. */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}

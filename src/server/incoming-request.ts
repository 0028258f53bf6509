/** A request in the form that the kit's handlers read, for any server. */
export interface IncomingRequest {
  readonly method: string;
  /** The absolute URL. */
  readonly url: string;
  /** Aborts when the client disconnects. */
  readonly signal: AbortSignal;
  /** The same request as a web-standard `Request`, for the app's own functions. */
  readonly request: Request;
  /** @param name The name of the header, in lower case. */
  header(name: string): string | null;
  /**
   * Reads the body as text, up to a number of bytes, whatever `Content-Length` says.
   *
   * @throws {Refusal} 413 `HTTP_MESSAGE_BODY_TOO_LARGE`, or 400 `INVALID_HTTP_MESSAGE_BODY`.
   * @throws {FfcError} `invalid-state`, stage `setup`: somebody else has read the body.
   */
  readText(maxBytes: number): Promise<string>;
  /**
   * Reads the rest of the body, and discards it: on a kept connection the next request follows it,
   * and would be lost. Resolves to the headers for the answer: none, or the end of the connection
   * if the rest is too long. Returns undefined when nothing is left to read.
   */
  discardBody(): Promise<Readonly<Record<string, string>>> | undefined;
}

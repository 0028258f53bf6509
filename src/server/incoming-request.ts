/** A request as the kit's handlers read it, whatever server it came to. */
export interface IncomingRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /** Aborts when the client goes away. */
  readonly signal: AbortSignal;
  /** The same as the web's standard has it, for the app's own functions. */
  readonly request: Request;
  /** @param name In lower case. */
  header(name: string): string | null;
  /**
   * Reads the body as text, and keeps no more than that many bytes, whatever `Content-Length` says.
   *
   * @throws {Refusal} 413 `HTTP_MESSAGE_BODY_TOO_LARGE`, or 400 `INVALID_HTTP_MESSAGE_BODY`.
   * @throws {FfcError} `invalid-state`, stage `setup`: somebody else has read the body.
   */
  readText(maxBytes: number): Promise<string>;
  /**
   * Reads what is left of the body, and throws it away: on a kept connection the next request
   * begins behind it, and would be lost. Gives the headers that the answer needs: none, or that
   * the connection ends, where too much is left. Undefined when nothing is left to read.
   */
  discardBody(): Promise<Readonly<Record<string, string>>> | undefined;
}

import { internalError, jsonAnswer, Refusal, report, type Answer, type OnError } from './answer.js';
import type { IncomingRequest } from './incoming-request.js';
import { WebRequest } from './web-request.js';

/** Resolves a web-standard request to its response. Never rejects. */
export type Handler = (request: Request) => Promise<Response>;

/** The same for a request of any server, without creating a `Response`. */
export type Answering = (request: IncomingRequest) => Promise<Answer>;

/** The parts of each handler, by the handler. */
const answerings = new WeakMap<object, Answering>();

/** The parts of a handler of this kit; undefined for any other function. */
export const answeringOf = (handler: object): Answering | undefined => answerings.get(handler);

/**
 * Creates a handler from work that may throw. A {@link Refusal} becomes the answer. Any other error
 * goes to `onError`, and the answer is a 500 without details. An unread body is read first, or else
 * the connection closes with the answer.
 */
export function createHandler(work: Answering, onError: OnError): Handler {
  const answering: Answering = async (request) => {
    let answer: Answer;
    try {
      answer = await work(request);
    } catch (thrown) {
      answer = refusalOf(thrown, onError);
    }
    const discarding = request.discardBody();
    if (!discarding) return answer;
    return { ...answer, headers: { ...answer.headers, ...(await discarding) } };
  };
  const handler: Handler = async (request) => {
    const { body, status, headers } = await answering(new WebRequest(request));
    // The body is text, because Hono's server sends text without a stream.
    return new Response(body, { status, headers });
  };
  answerings.set(handler, answering);
  return handler;
}

function refusalOf(thrown: unknown, onError: OnError): Answer {
  if (!(thrown instanceof Refusal)) report(onError, thrown);
  const { status, errorCode, message, headers } =
    thrown instanceof Refusal ? thrown : internalError();
  return jsonAnswer({ errorCode, errorMessage: message }, status, headers);
}

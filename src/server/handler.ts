import { internalError, jsonAnswer, Refusal, report, type Answer, type OnError } from './answer.js';
import type { IncomingRequest } from './incoming-request.js';
import { WebRequest } from './web-request.js';

/** Takes a web-standard request and gives its answer; never rejects. */
export type Handler = (request: Request) => Promise<Response>;

/** The same for a request of any server, and before a `Response` is made. */
export type Answering = (request: IncomingRequest) => Promise<Answer>;

/** By the handler that was made of each. */
const answerings = new WeakMap<object, Answering>();

/** The parts of a handler of this kit; undefined for any other function. */
export const answeringOf = (handler: object): Answering | undefined => answerings.get(handler);

/**
 * Makes a handler of work that may throw: a {@link Refusal} is answered as it is, anything else
 * as a 500 that says nothing, after `onError` was told. A body that the work left unread is read
 * first, or the connection ends with the answer.
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
    // Text as body, because Hono's server sends text without a stream.
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

import type { Context } from 'hono';
import * as v from 'valibot';
import { isErrorCode, ServiceError, type ErrorCode } from './errors.js';
import { appUserIdInPath } from './schemas.js';

/** The largest request body, in bytes. */
export const maxBodyBytes = 64 * 1024;

type Schema = v.GenericSchema<unknown, unknown>;

/** The checked JSON body of the request. An absent body counts as `{}`. */
export async function readBody<S extends Schema>(
  context: Context,
  schema: S,
): Promise<v.InferOutput<S>> {
  const text = await readText(context.req.raw);
  let body: unknown = {};
  if (text.trim()) {
    try {
      body = JSON.parse(text);
    } catch {
      throw new ServiceError('INVALID_HTTP_MESSAGE_BODY', { message: 'The body is not JSON.' });
    }
  }
  // An array has none of our fields, so it would pass for an object with all of them left out.
  if (Array.isArray(body)) throw new ServiceError('INVALID_HTTP_MESSAGE_BODY');
  return check(schema, body, 'INVALID_HTTP_MESSAGE_BODY');
}

const texts = new WeakMap<Request, Promise<string>>();

/** The request's body, which can be read repeatedly; throws a 413 above {@link maxBodyBytes}. */
export function readText(request: Request): Promise<string> {
  const text = texts.get(request) ?? readStream(request);
  texts.set(request, text);
  return text;
}

async function readStream(request: Request): Promise<string> {
  // A request without a body has an empty blob. Firefox has no `Request.body`, only the blob.
  const body = request.body ?? (await request.blob()).stream();
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > maxBodyBytes) {
      const message = `The body is larger than ${maxBodyBytes} bytes.`;
      throw new ServiceError('INVALID_HTTP_MESSAGE_BODY', { status: 413, message });
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** The checked query of the request. An empty parameter counts as left out. */
export function readQuery<S extends Schema>(context: Context, schema: S): v.InferOutput<S> {
  const query = Object.entries(context.req.query()).filter(([, value]) => value !== '');
  return check(schema, Object.fromEntries(query), 'INVALID_HTTP_REQUEST_PARAMETER');
}

/** The checked `appUserId` in the path. */
export function readAppUserId(context: Context, text = context.req.param('appUserId')): string {
  return check(appUserIdInPath, text, 'INVALID_APP_USER_ID_FORMAT');
}

function check<S extends Schema>(schema: S, input: unknown, otherwise: ErrorCode) {
  const result = v.safeParse(schema, input, { abortPipeEarly: true });
  if (result.success) return result.output;
  const documented = result.issues.find((issue) => isErrorCode(issue.message));
  if (documented && isErrorCode(documented.message)) throw new ServiceError(documented.message);
  // Names the field but never repeats the value, which may be a password.
  const path = v.getDotPath(result.issues[0]);
  throw new ServiceError(otherwise, path ? { message: `"${path}" cannot have this value.` } : {});
}

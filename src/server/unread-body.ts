/** More of a body is not read only to keep a connection: then it is closed. */
const mostUnreadBytes = 4 * 1024 * 1024;
/** Nor is it waited for longer, in milliseconds. */
const longestWait = 1000;

/** A connection header for an answer that comes before all of the body was read. */
export const closing = { connection: 'close' };

/**
 * Reads what is left of a request's body, and throws it away: on a kept connection the next
 * request begins behind it, and would be lost. Gives the headers that the answer needs: none, or
 * that the connection ends, where too much is left.
 */
export async function discardBody(request: Request): Promise<Readonly<Record<string, string>>> {
  const { method, headers } = request;
  if (method === 'GET' || method === 'HEAD' || request.bodyUsed) return {};
  const length = headers.get('content-length');
  // Over HTTP/2 there may be neither, and the next request does not depend on it.
  if (length === null ? !headers.has('transfer-encoding') : Number(length) === 0) return {};
  if (Number(length) > mostUnreadBytes) return closing;
  const { body } = request;
  if (!body || body.locked) return {};
  return (await discard(body.getReader())) ? {} : closing;
}

/** Whether the stream ended within the bounds. A connection that broke needs no care. */
export async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), longestWait);
  });
  try {
    return await Promise.race([readToEnd(reader), late]);
  } catch {
    return true;
  } finally {
    clearTimeout(timer);
  }
}

async function readToEnd(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<boolean> {
  for (let bytes = 0; bytes <= mostUnreadBytes;) {
    const { done, value } = await reader.read();
    if (done) return true;
    bytes += value.length;
  }
  return false;
}

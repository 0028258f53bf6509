import { connect, type Socket } from 'node:net';

/** The number of concurrent requests, each on its own persistent connection. */
const connections = 16;

export interface LoadOptions {
  readonly port: number;
  readonly path: string;
  /** Creates the body of a request from its number. */
  readonly body: (number: number) => string;
  readonly status: number;
  readonly milliseconds: number;
}

let number = 0;

/**
 * Sends requests as fast as they are answered, and returns the requests per second. It uses bare
 * sockets, so that the sender itself needs little processor time.
 *
 * @throws {Error} If an answer has another status.
 */
export async function load({ port, path, body, status, milliseconds }: LoadOptions) {
  const start = performance.now();
  const until = start + milliseconds;
  const request = (): string => {
    const text = body(number++);
    return [
      `POST ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Authorization: Basic ${btoa('hook:secret')}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(text)}`,
      '',
      text,
    ].join('\r\n');
  };
  const run = (): Promise<number> =>
    new Promise((resolve, reject) => {
      let answers = 0;
      const socket: Socket = connect(port, '127.0.0.1', () => socket.write(request()));
      socket.setNoDelay(true);
      let text = '';
      socket.on('error', reject);
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1');
        if (!isComplete(text)) return;
        if (!text.startsWith(`HTTP/1.1 ${status} `)) {
          socket.destroy();
          return reject(new Error(`${path}: ${text.slice(0, 300)}`));
        }
        text = '';
        answers++;
        if (performance.now() < until) return socket.write(request());
        socket.destroy();
        resolve(answers);
      });
    });
  const counts = await Promise.all(Array.from({ length: connections }, run));
  const seconds = (performance.now() - start) / 1000;
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

/** Whether the text is a complete answer, with a length, in chunks or without a body. */
function isComplete(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = text.slice(0, end).toLowerCase();
  const length = /content-length: (\d+)/.exec(head)?.[1];
  if (length !== undefined) return text.length >= end + 4 + Number(length);
  return !head.includes('transfer-encoding: chunked') || text.endsWith('0\r\n\r\n');
}

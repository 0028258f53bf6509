import { createServer } from 'node:http';

/** A receiver to which the service can send webhooks. */
export interface WebhookReceiver {
  readonly url: string;
  /** Accepts webhooks and passes each on. Resolves with a function that stops this. */
  readonly listen: (onWebhook: (request: Request) => void) => Promise<() => Promise<void>>;
}

/** Listens on a port of this machine, which the service reaches at `url`, such as by a tunnel. */
export function publicReceiver(url: string, port: number): WebhookReceiver {
  return {
    url,
    listen: async (onWebhook) => {
      const server = createServer((incoming, answer) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => {
          answer.writeHead(204).end();
          const { method = 'POST', headers } = incoming;
          if (method !== 'POST') return;
          const authorization = headers.authorization ?? '';
          const body = Buffer.concat(chunks);
          onWebhook(new Request(url, { method, body, headers: { authorization } }));
        });
      });
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, resolve);
      });
      return () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        });
    },
  };
}

import { createServer } from 'node:http';

/** A place that the service can send webhooks to. */
export interface WebhookReceiver {
  readonly url: string;
  /** Tells of each webhook, and takes it; gives what ends that. */
  readonly listen: (onWebhook: (request: Request) => void) => Promise<() => Promise<void>>;
}

/** A port of this machine that the service reaches at `url`, by a tunnel for example. */
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

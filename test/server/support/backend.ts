import { FfcServerClient, type FfcServerClientOptions } from '../../../src/server/index.js';
import { createSandboxService } from '../../../sandbox/service/service.js';
import { app, otherApp } from '../../sandbox/support/service.js';

export const credentials = { apiKey: app.apiKey, apiSecret: app.apiSecret };

/** A service without a port, and the server kit's client of one of its apps. */
export function createTestBackend(options: Partial<FfcServerClientOptions> = {}) {
  const sent: Request[] = [];
  const service = createSandboxService({ apps: [app, otherApp] });
  const client = new FfcServerClient({
    endpoint: 'https://service.test',
    ...credentials,
    fetch: (...call) => {
      const request = new Request(...call);
      sent.push(request.clone());
      return service.fetch(request);
    },
    ...options,
  });
  return { client, service, sent };
}

/** A client whose service gives these answers in order. `sent` has the requests. */
export function createScriptedClient(...answers: (Response | Error)[]) {
  const sent: Request[] = [];
  const client = new FfcServerClient({
    endpoint: 'https://service.test',
    ...credentials,
    retry: { baseDelayMs: 0 },
    fetch: (...call) => {
      sent.push(new Request(...call));
      const answer = answers.shift() ?? new Error('Nobody answers.');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
  return { client, sent };
}

export const jsonAnswer = (body: unknown, status = 200): Response =>
  Response.json(body, { status });

/** For `assert.rejects`: an `FfcError` with these facts. */
export const failsWith = (facts: object): object => ({ name: 'FfcError', ...facts });

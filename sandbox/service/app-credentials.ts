import type { MiddlewareHandler } from 'hono';
import type { Caller, ServiceContext } from './context.js';
import { ServiceError } from './errors.js';
import type { AppRecord } from './records.js';
import { equalSecrets } from './secrets.js';

export type AppCaller = Extract<Caller, { kind: 'app' }>;

/** Admits only requests with the key and the secret of an app, and makes that app the caller. */
export function requireApp({
  apps,
}: ServiceContext): MiddlewareHandler<{ Variables: { caller: AppCaller } }> {
  return async (c, next) => {
    const app = await checkAppCredentials(apps, c.req.header('Authorization'));
    c.set('caller', { kind: 'app', app });
    await next();
  };
}

/** The app of the key and secret in the `Authorization` header; throws a 401 without a match. */
async function checkAppCredentials(
  apps: readonly AppRecord[],
  authorization: string | undefined,
): Promise<AppRecord> {
  const encoded = /^Basic +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (!encoded) throw new ServiceError('EMPTY_APP_CREDENTIALS');
  const given = decode(encoded);
  for (const app of apps) {
    if (await equalSecrets(given, `${app.apiKey}:${app.apiSecret}`)) return app;
  }
  throw new ServiceError('INVALID_APP_CREDENTIALS');
}

function decode(base64: string): string {
  try {
    return atob(base64);
  } catch {
    throw new ServiceError('INVALID_APP_CREDENTIALS');
  }
}

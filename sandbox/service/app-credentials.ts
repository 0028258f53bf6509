import { ServiceError } from './errors.js';
import type { AppRecord } from './records.js';
import { equalSecrets } from './secrets.js';

/** The app whose key and secret the `Authorization` header holds; throws a 401 otherwise. */
export async function checkAppCredentials(
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

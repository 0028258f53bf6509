import type { AppRecord } from '../service/records.js';

/** Returns the secret with this name, as the given number of bytes. */
export type Secret = (name: string, bytes: number) => Buffer;

/** The apps of the sandbox: the demo's, and a second one. Neither sees anything of the other. */
export function demoApps(secret: Secret): readonly [AppRecord, AppRecord] {
  const keys = (app: string) => ({
    apiKey: secret(`${app} key`, 8).toString('hex'),
    apiSecret: secret(`${app} secret`, 24).toString('base64url'),
  });
  return [
    { id: 1, name: 'Sandbox', ...keys('sandbox'), membersMayCreateRooms: true },
    { id: 2, name: 'Other', ...keys('other'), membersMayCreateRooms: false },
  ];
}

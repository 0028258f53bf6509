import { delimiter, join } from 'node:path';
import { installDebianPackage, isExecutable, mayInstall } from './debian-package.js';

/**
 * Finds a Redis server for tests: the system's, or Debian's package, which it installs when it
 * may. Progress goes to stderr.
 *
 * @throws {Error} that says how to get one.
 */
export async function findRedis(): Promise<string> {
  const found = onThisMachine();
  if (found) return found;
  if (mayInstall()) {
    await installDebianPackage('redis-server', 'Redis');
    const installed = onThisMachine();
    if (installed) return installed;
  }
  throw new Error(
    'No redis-server was found. Install one (Debian: `apt-get install redis-server`, macOS: ' +
      '`brew install redis`), or put the one that you have on PATH.',
  );
}

function onThisMachine(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const usual = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  return [...folders, ...usual].map((folder) => join(folder, 'redis-server')).find(isExecutable);
}

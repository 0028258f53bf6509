import { redisOnThisMachine } from '../sandbox/redis-server.js';
import { installDebianPackage, mayInstall } from './debian-package.js';

/**
 * Finds a Redis server for tests: the system's, or Debian's package, which it installs if it may.
 * Writes progress to stderr.
 *
 * @throws {Error} If there is none. The message names the ways to install one.
 */
export async function findRedis(): Promise<string> {
  const found = redisOnThisMachine();
  if (found) return found;
  if (mayInstall()) {
    await installDebianPackage('redis-server', 'Redis');
    const installed = redisOnThisMachine();
    if (installed) return installed;
  }
  throw new Error(
    'No redis-server was found. Install one (Debian: `apt-get install redis-server`, macOS: ' +
      '`brew install redis`), or put the one that you have on PATH.',
  );
}

import { homedir } from 'node:os';
import { join } from 'node:path';

/** The LiveKit server that the sandbox is tested with. */
export const liveKitVersion = 'v1.13.5';

/** The name of the LiveKit server's binary, on the PATH, in the archives and in the cache. */
export const binaryName = 'livekit-server';

/**
 * The folder of our copy of the server: in the user's cache, so that another clone finds it too.
 * The platform is part of the path because a home directory may be shared between machines.
 */
export function cacheDirectory(env: NodeJS.ProcessEnv): string {
  const root = env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const platform = `${process.platform}-${process.arch}`;
  return join(root, 'ffc-elements', 'livekit', liveKitVersion, platform);
}

import { randomBytes } from 'node:crypto';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runCommand } from './run-command.js';
import { binaryName } from './version.js';

/** Whether this is a LiveKit server that runs on this machine. */
export async function isLiveKit(path: string, signal?: AbortSignal): Promise<boolean> {
  const { ok, output } = await runCommand(path, ['--version'], { signal });
  return ok && output.includes(binaryName);
}

/**
 * Runs `make` with a new folder, then moves the server into the cache in one step. So a cached
 * server is always complete, even when several processes make one at once or are interrupted.
 * Returns the path in the cache.
 */
export async function installInto(
  cache: string,
  make: (folder: string) => Promise<string>,
  signal?: AbortSignal,
): Promise<string> {
  // Beside the target, because a rename works within one file system only.
  const folder = join(dirname(cache), `.tmp-${process.pid}-${randomBytes(4).toString('hex')}`);
  await mkdir(folder, { recursive: true });
  try {
    const made = await make(folder);
    await chmod(made, 0o755);
    if (!(await isLiveKit(made, signal))) throw new Error('what came does not run here');
    await mkdir(cache, { recursive: true });
    const target = join(cache, binaryName);
    await rename(made, target);
    return target;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

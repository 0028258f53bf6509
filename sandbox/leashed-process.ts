import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';

const leash = fileURLToPath(new URL('./leash.js', import.meta.url));

/** A server of the sandbox's, which ends with this process, however that ends. */
export interface LeashedProcess {
  /** The process to end for this to end; undefined: it did not start. */
  readonly pid: number | undefined;
  /** What it writes, to either stream. Must be read. */
  readonly output: Readable;
  /** Fulfils when it has ended. */
  readonly ended: Promise<void>;
  /** Kills it; fulfils when it has ended. */
  stop(): Promise<void>;
}

/**
 * Starts a command without a shell. Even when this process is killed, the command ends: what runs
 * it waits for the end of a pipe that this process holds.
 */
export function spawnOnLeash(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): LeashedProcess {
  const child = spawn(process.execPath, [leash, command, ...args], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl+C goes to the whole group of the terminal; only we decide when the command stops.
    detached: true,
  });
  const output = new PassThrough();
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      output.end();
      resolve();
    });
  });
  return {
    pid: child.pid,
    output,
    ended,
    stop: async () => {
      child.stdin.destroy();
      await ended;
    },
  };
}

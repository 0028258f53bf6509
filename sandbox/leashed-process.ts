import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';

const leash = fileURLToPath(new URL('./leash.js', import.meta.url));

/** A server of the sandbox's, which ends with this process, even when this process is killed. */
export interface LeashedProcess {
  /** The id of the process to kill; undefined: it did not start. */
  readonly pid: number | undefined;
  /** What the server writes, to stdout or stderr. Must be read, or the server hangs. */
  readonly output: Readable;
  /** Fulfils when it has ended. */
  readonly ended: Promise<void>;
  /** Kills it; fulfils when it has ended. */
  stop(): Promise<void>;
}

/**
 * Starts a command without a shell. The command ends even when this process is killed: its wrapper
 * waits for the end of a pipe that this process holds.
 */
export function spawnOnLeash(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): LeashedProcess {
  const child = spawn(process.execPath, [leash, command, ...args], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl+C signals the whole process group of the terminal; only we decide when the command
    // stops.
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

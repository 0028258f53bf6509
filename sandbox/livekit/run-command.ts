import { spawn } from 'node:child_process';

export interface CommandResult {
  readonly ok: boolean;
  /** The end of the command's output, stdout and stderr together. */
  readonly output: string;
}

export interface CommandOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a command to its end, without a shell. A command that cannot be started counts as
 * failed. On abort the command and all that it started are killed, and the promise rejects.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  { env = process.env, signal }: CommandOptions = {},
): Promise<CommandResult> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    // A group of its own, so that one signal reaches the compilers that `go` starts.
    const child = spawn(command, args, {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-4000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const onAbort = (): void => killGroup(child.pid);
    signal?.addEventListener('abort', onAbort);
    child.once('error', (error) => {
      output += error.message;
    });
    child.once('close', (code) => {
      signal?.removeEventListener('abort', onAbort);
      if (signal?.aborted) reject(signal.reason as Error);
      else resolve({ ok: code === 0, output });
    });
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // The group has ended by itself.
  }
}

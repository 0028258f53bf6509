import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

export const cli = fileURLToPath(new URL('../../../sandbox/cli.ts', import.meta.url));

/** The environment without the developer's own settings for the sandbox. */
export const plainEnv: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('FFC_')),
);

/** Names a LiveKit server that does not exist, so that the sandbox starts none. */
export const otherLiveKit = {
  FFC_LIVEKIT_URL: 'ws://127.0.0.1:2',
  FFC_LIVEKIT_KEY: 'key',
  FFC_LIVEKIT_SECRET: 'a secret of 32 characters or more',
};

export const anyPorts = [
  '--port=0',
  '--service-port=0',
  '--livekit-port=0',
  '--livekit-udp-port=0',
];

export interface Started {
  readonly child: ChildProcess;
  readonly lines: string[];
  /** Resolves with the first matching line, past or to come. */
  readonly line: (pattern: RegExp) => Promise<string>;
  /** Resolves with the exit code, or with the name of the signal that ended the process. */
  readonly ended: Promise<number | string>;
}

/** Starts a command and collects the lines of both output streams. The test's end kills it. */
export function start(
  test: TestContext,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Started {
  const child = spawn(command, args, {
    env: { ...plainEnv, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  test.after(() => child.kill('SIGKILL'));
  const lines: string[] = [];
  const watchers = new Set<() => void>();
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => {
      lines.push(line);
      for (const look of watchers) look();
    });
  }
  const ended = once(child, 'close').then(
    ([code, signal]) => (code as number | null) ?? (signal as string),
  );
  return {
    child,
    lines,
    ended,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = lines.find((line) => pattern.test(line));
          if (found === undefined) return;
          watchers.delete(look);
          resolve(found);
        };
        watchers.add(look);
        look();
        void ended.then(() => reject(new Error(`no ${pattern.source} in:\n${lines.join('\n')}`)));
      }),
  };
}

/** Starts `npm start`'s command. */
export function startCli(test: TestContext, args: readonly string[], env?: NodeJS.ProcessEnv) {
  return start(test, process.execPath, ['--import', 'tsx', cli, ...args], env);
}

/** Whether something listens on a TCP port. */
export function isOpen(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Polls a condition that no event announces, and resolves when it is true. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

export const portIn = (line: string): number => Number(/:(\d+)/.exec(line)?.[1]);

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { choosePorts } from '../../sandbox/ports.js';
import { findRedis } from '../../scripts/find-redis.js';

const host = '127.0.0.1';

export interface TestRedis {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Starts a Redis of the test's own, which keeps nothing on disk. */
export async function startRedis(): Promise<TestRedis> {
  const path = await findRedis();
  const { service: port } = await choosePorts({ service: 0 }, host);
  const keepNothing = ['--save', '', '--appendonly', 'no'];
  const child = spawn(path, ['--port', String(port), '--bind', host, ...keepNothing], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const killed = (): boolean => child.kill('SIGKILL');
  process.once('exit', killed);
  const said: string[] = [];
  let ready = false;
  // It ends with the process, so that what it writes later is read too.
  const lines = createInterface(child.stdout);
  await Promise.race([
    new Promise<void>((resolve) => {
      lines.on('line', (line) => {
        if (!ready) said.push(line);
        if (!line.includes('Ready to accept connections')) return;
        ready = true;
        resolve();
      });
    }),
    ended.then(() => {
      if (!ready) throw new Error(`Redis did not start:\n${said.join('\n')}`);
    }),
  ]);
  return {
    port,
    stop: async () => {
      process.off('exit', killed);
      child.kill('SIGTERM');
      await ended;
    },
  };
}

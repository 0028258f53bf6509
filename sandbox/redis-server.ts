import { constants, accessSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { choosePorts } from './ports.js';
import { spawnOnLeash } from './leashed-process.js';

const host = '127.0.0.1';

/** A Redis that runs on this machine, for this machine only. */
export interface RedisServer {
  readonly port: number;
  /** Ends the server; fulfils when it has ended. */
  readonly stop: () => Promise<void>;
}

/** The path of this machine's `redis-server`; undefined: there is none. */
export function redisOnThisMachine(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const usual = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  return [...folders, ...usual].map((folder) => join(folder, 'redis-server')).find(isExecutable);
}

/** Starts a Redis that keeps nothing on disk. It ends with this process, even a killed one. */
export async function startRedisServer(path: string): Promise<RedisServer> {
  const { service: port } = await choosePorts({ service: 0 }, host);
  const keepNothing = ['--save', '', '--appendonly', 'no'];
  const server = spawnOnLeash(path, ['--port', String(port), '--bind', host, ...keepNothing]);
  const said: string[] = [];
  let ready = false;
  // Read to the end, because a server whose output nobody reads would hang.
  const lines = createInterface(server.output);
  await Promise.race([
    new Promise<void>((resolve) => {
      lines.on('line', (line) => {
        if (!ready) said.push(line);
        if (!line.includes('Ready to accept connections')) return;
        ready = true;
        resolve();
      });
    }),
    server.ended.then(() => {
      if (!ready) throw new Error(`Redis did not start:\n${said.join('\n')}`);
    }),
  ]);
  return { port, stop: () => server.stop() };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

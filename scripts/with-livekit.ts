/**
 * Runs a command with a LiveKit server, which the sandbox finds or builds:
 *
 *     tsx scripts/with-livekit.ts -- command args…
 *
 * The command gets the server in FFC_LIVEKIT_URL, FFC_LIVEKIT_KEY and FFC_LIVEKIT_SECRET. The exit
 * code is the command's. Without a LiveKit server the script fails, and names the ways to get one.
 */
import { spawn } from 'node:child_process';
import { reportTo } from '../sandbox/livekit/report.js';
import { startMedia } from '../sandbox/livekit/start-media.js';
import { parentsEnd } from '../sandbox/parents.js';
import { choosePorts } from '../sandbox/ports.js';

const host = '127.0.0.1';

async function main(command: string, args: readonly string[]): Promise<number> {
  const ports = await choosePorts({ livekit: 0, livekitInner: 0, livekitUdp: 0 }, host);
  const ending = new AbortController();
  // The terminal sends Ctrl+C to the command, too. This process exits when the command exits.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(name, () => ending.abort());
  parentsEnd().addEventListener('abort', () => ending.abort());
  const livekit = await startMedia({
    host,
    ports: { ...ports, livekitTcp: 0 },
    report: reportTo(process.stderr),
    env: process.env,
    signal: ending.signal,
  });
  if (livekit.kind === 'none') return 1;
  try {
    return await run(command, args, ending.signal, {
      FFC_LIVEKIT_URL: livekit.url,
      FFC_LIVEKIT_KEY: livekit.key,
      FFC_LIVEKIT_SECRET: livekit.secret,
    });
  } finally {
    await livekit.stop();
  }
}

function run(
  command: string,
  args: readonly string[],
  signal: AbortSignal,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    signal.addEventListener('abort', () => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

const [command, ...args] = process.argv.slice(process.argv[2] === '--' ? 3 : 2);
try {
  if (!command) throw new Error('Usage: tsx scripts/with-livekit.ts -- command args…');
  process.exitCode = await main(command, args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

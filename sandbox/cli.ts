import { parseArgs } from 'node:util';
import { isLoopback } from './addresses.js';
import { commandWithOptions } from './command.js';
import { reportTo } from './livekit/report.js';
import { parentsEnd } from './parents.js';
import { portChoices, type PortName, type Ports } from './ports.js';
import { StartError } from './start-error.js';
import { startSandbox } from './start.js';

const names = Object.keys(portChoices) as PortName[];

const help = `Starts a local FlipFlop Cloud: the service, a LiveKit server, and a demo page.

  ${commandWithOptions} [options]

${names.map(describePort).join('\n')}
  --host ADDRESS            FFC_HOST              where to listen (127.0.0.1: this machine only)
  --allow-host NAME         FFC_ALLOW_HOST        a name besides under which the page may be asked,
                                                  as of a tunnel; separate several by commas
  --state FILE              FFC_STATE             keeps everything in this SQLite file
  --token-lifetime SECONDS  FFC_TOKEN_LIFETIME    of member access tokens (86400)
  --cluster                                       two LiveKit servers on one Redis, and two instances
                                                  of the app's backend (needs redis-server)
  --show-keys                                     prints the API keys and secrets of the apps
  --help                                          shows this

A port of 0 takes any that is free. LiveKit opens its TCP port on all addresses, so with a
loopback host it is off unless chosen.

With --host 0.0.0.0 other machines reach the page, the service and LiveKit, and can act as any of
the page's people. Browsers give no camera and no microphone to plain http of another machine.

FFC_LIVEKIT_URL, FFC_LIVEKIT_KEY and FFC_LIVEKIT_SECRET name a LiveKit that runs elsewhere.
FFC_LIVEKIT_EGRESS names the folder that LiveKit's egress service writes recordings to. Without it
recording is played: the room says that it is recorded, but nothing is.
FFC_REDIS_URL names a Redis in which the app's backend remembers webhooks, instead of in itself.`;

function describePort(name: PortName): string {
  const { option, env, use, standard } = portChoices[name];
  return `  ${`--${option} N`.padEnd(25)} ${env.padEnd(21)} port for ${use} (${standard})`;
}

/** An invalid option or argument of the command. */
class UsageError extends StartError {}

interface Options {
  readonly host: string;
  readonly allowedHosts: readonly string[];
  readonly ports: Partial<Ports>;
  readonly stateFile?: string;
  readonly tokenLifetime?: number;
  readonly cluster: boolean;
  readonly showKeys: boolean;
  readonly help: boolean;
}

function readOptions(): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      cluster: { type: 'boolean' },
      'show-keys': { type: 'boolean' },
      host: text,
      'allow-host': text,
      state: text,
      'token-lifetime': text,
      ...Object.fromEntries(names.map((name) => [portChoices[name].option, text])),
    },
  });
  const given = values as Record<string, string | boolean | undefined>;
  const host = String(given['host'] ?? process.env['FFC_HOST'] ?? '127.0.0.1');
  const ports = names.flatMap((name) => {
    const { option, env, standard } = portChoices[name];
    const chosen = given[option] ?? process.env[env];
    if (chosen !== undefined) return [[name, portNumber(String(chosen), option, env)]];
    return name === 'livekitTcp' && isLoopback(host) ? [] : [[name, standard]];
  });
  const allowed = String(given['allow-host'] ?? process.env['FFC_ALLOW_HOST'] ?? '');
  const stateFile = given['state'] ?? process.env['FFC_STATE'];
  const lifetime = given['token-lifetime'] ?? process.env['FFC_TOKEN_LIFETIME'];
  return {
    host,
    allowedHosts: allowed.split(',').filter(Boolean),
    ports: Object.fromEntries(ports) as Partial<Ports>,
    ...(stateFile && { stateFile: String(stateFile) }),
    ...(lifetime && { tokenLifetime: seconds(String(lifetime)) }),
    cluster: given['cluster'] === true,
    showKeys: given['show-keys'] === true,
    help: given['help'] === true,
  };
}

function seconds(text: string): number {
  const lifetime = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : NaN;
  if (lifetime <= 86_400) return lifetime;
  throw new UsageError(
    `--token-lifetime (FFC_TOKEN_LIFETIME) takes seconds, from 1 to 86400, not "${text}".`,
  );
}

function portNumber(text: string, option: string, env: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65535) return port;
  throw new UsageError(`--${option} (${env}) takes a number from 0 to 65535, not "${text}".`);
}

/** Aborts when the user or the system ends this process, or when its parent has ended. */
function endOfInterest(): AbortSignal {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // On a second signal the process exits at once. LiveKit ends with it.
      if (ending.signal.aborted) process.exit(130);
      console.log('\nStopping…');
      ending.abort();
    });
  }
  parentsEnd().addEventListener('abort', () => ending.abort());
  return ending.signal;
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) return console.log(help);
  const ending = endOfInterest();
  const sandbox = await startSandbox({
    ...options,
    report: reportTo(process.stdout),
    live: true,
    signal: ending,
  });
  console.log(`Service: ${sandbox.serviceUrl}`);
  if (options.showKeys) {
    for (const { name, apiKey, apiSecret } of sandbox.apps) {
      console.log(`Keys of the app "${name}": ${apiKey} ${apiSecret}`);
    }
  }
  console.log(`Ready: ${sandbox.url}`);
  if (!ending.aborted) {
    await new Promise((resolve) => ending.addEventListener('abort', resolve));
  }
  await sandbox.stop();
}

try {
  await main();
} catch (error) {
  const wasStopped = error instanceof Error && error.name === 'AbortError';
  if (!wasStopped) {
    console.error(error instanceof StartError || isArgumentError(error) ? error.message : error);
    process.exitCode = 1;
  }
}
// Everything has stopped. Handles that are still open must not keep the process alive.
process.exit();

function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error;
}

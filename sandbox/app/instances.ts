import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { FfcServerClientOptions } from '../../src/server/index.js';
import { isBuilt } from '../command.js';
import type { AppBackendOptions, PageConfig } from './backend.js';
import type { AppUser } from './users.js';

/** Starts an instance in a process: from source, or with the published command. */
function forkInstance(): ChildProcess {
  if (isBuilt) {
    return fork(fileURLToPath(new URL('./ffc-elements.js', import.meta.url)), ['--instance']);
  }
  const module = fileURLToPath(new URL('./instance.ts', import.meta.url));
  return fork(module, { execArgv: ['--import', import.meta.resolve('tsx')] });
}

/**
 * The setup of one instance. The parent sends it as a message, because other users of the machine
 * can read arguments.
 */
export interface InstanceSetup {
  readonly service: Pick<FfcServerClientOptions, 'endpoint' | 'apiKey' | 'apiSecret' | 'allowHttp'>;
  /** The Redis in which the instances share which webhooks they have received. */
  readonly redisUrl: string;
  readonly users: readonly AppUser[];
  readonly callback: AppBackendOptions['callback'];
  /** The address that the page listens on, and the further host names that requests may use. */
  readonly host: string;
  readonly allowedHosts: readonly string[];
}

/** A message to an instance: first its setup, then an answer to each of its questions. */
export type ParentMessage = { readonly setup: InstanceSetup } | { readonly config: PageConfig };

/** A message from an instance: its port, or the host name whose page configuration it asks for. */
export type InstanceReport = { readonly port: number } | { readonly configFor: string };

/** Several instances of the app's backend behind one address. */
export interface Instances {
  /** Passes the request on to the next instance in turn. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  readonly stop: () => Promise<void>;
}

/** Starts `count` instances of the app's backend, each in its own process. */
export async function startInstances(
  count: number,
  setup: InstanceSetup,
  config: (hostname: string) => PageConfig,
): Promise<Instances> {
  const children = Array.from({ length: count }, forkInstance);
  const stop = async (): Promise<void> => {
    await Promise.all(
      children.map(async (child) => {
        const ended = once(child, 'exit');
        if (child.exitCode === null && child.kill('SIGKILL')) await ended;
      }),
    );
  };
  try {
    const ports = await Promise.all(children.map((child) => portOf(child, setup, config)));
    let turn = 0;
    return {
      stop,
      handle: (incoming, response) => forward(ports[turn++ % count] ?? 0, incoming, response),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function portOf(
  child: ChildProcess,
  setup: InstanceSetup,
  config: (hostname: string) => PageConfig,
): Promise<number> {
  const send = (message: ParentMessage): void => void child.send(message);
  return new Promise((resolve, reject) => {
    child.on('message', (report: InstanceReport) => {
      if ('port' in report) resolve(report.port);
      else send({ config: config(report.configFor) });
    });
    child.once('exit', () => reject(new Error("An instance of the app's backend did not start.")));
    send({ setup });
  });
}

function forward(port: number, incoming: IncomingMessage, response: ServerResponse): void {
  const { method, url: path, headers } = incoming;
  const outgoing = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  });
  response.on('close', () => outgoing.destroy());
  incoming.pipe(outgoing);
}

import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Sandbox } from '../../../sandbox/start.js';
import { root } from './package.js';

/** A served app of `examples/`. */
export interface Served {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Copies an example to where its imports find its framework and the packed package. */
export function copyExample(name: string): string {
  const folder = join(root, 'apps', name, 'example');
  rmSync(folder, { recursive: true, force: true });
  cpSync(resolve('examples', name), folder, { recursive: true });
  return folder;
}

/** Builds an example with its own script for a sandbox. A failure throws the tools' output. */
export async function buildExample(folder: string, { url, serviceUrl }: Sandbox): Promise<void> {
  const isAngular = existsSync(join(folder, 'angular.json'));
  const args = isAngular ? ['--', '--define', `FFC_ENDPOINT='${serviceUrl}'`] : [];
  try {
    // The build must not block this process, which also runs the sandbox with its connections.
    await promisify(execFile)('npm', ['run', 'build', ...args], {
      cwd: folder,
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...process.env,
        NODE_TEST_CONTEXT: undefined,
        NODE_OPTIONS: undefined,
        NODE_ENV: undefined,
        // Some tools need a newer Node than this package does.
        PATH: `${resolve('node_modules/node/bin')}:${process.env['PATH'] ?? ''}`,
        CI: '1',
        NEXT_TELEMETRY_DISABLED: '1',
        FFC_BACKEND: url.replace(/\/$/, ''),
        VITE_FFC_ENDPOINT: serviceUrl,
        NEXT_PUBLIC_FFC_ENDPOINT: serviceUrl,
      },
    });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    throw new Error(`${folder} does not build:\n${stdout}\n${stderr}`, { cause: error });
  }
}

/** Copies the bundles beside the page without a build, and writes the sandbox's URL into it. */
export function fillPage(folder: string, { serviceUrl }: Sandbox): void {
  cpSync(
    join(root, 'apps/react-19/node_modules/ffc-elements/cdn'),
    join(folder, 'ffc-elements/cdn'),
    { recursive: true },
  );
  const page = join(folder, 'index.html');
  const html = readFileSync(page, 'utf8');
  writeFileSync(page, html.replaceAll('endpoint="sandbox"', `endpoint="${serviceUrl}"`));
}

/** Serves files, and passes requests below `/ffc/` to the backend of the sandbox. */
export async function serveFiles(folder: string, sandbox: Sandbox): Promise<Served> {
  const server = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/ffc/')) return passOn(asked, answer, sandbox);
    const file = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (!existsSync(file)) return answer.writeHead(404).end();
    const type = { js: 'text/javascript', html: 'text/html', css: 'text/css' };
    const ending = file.split('.').at(-1) as keyof typeof type;
    answer.writeHead(200, { 'Content-Type': type[ending] ?? 'application/octet-stream' });
    return answer.end(readFileSync(file));
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

function passOn(asked: IncomingMessage, answer: ServerResponse, { url }: Sandbox): void {
  const { method, headers } = asked;
  const { host } = new URL(url);
  const onward = request(new URL(asked.url ?? '/', url), { method, headers: { ...headers, host } });
  onward.on('response', (found) => {
    answer.writeHead(found.statusCode ?? 502, found.headers);
    found.pipe(answer);
  });
  onward.on('error', () => answer.writeHead(502).end());
  asked.pipe(onward);
}

/** Serves the app that Next has built. */
export async function startNext(folder: string): Promise<Served> {
  const next = join(root, 'node_modules/next/dist/bin/next');
  const args = [next, 'start', '--hostname', '127.0.0.1', '--port', '0'];
  const server = spawn(resolve('node_modules/node/bin/node'), args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  });
  const ended = new Promise<void>((end) => server.once('exit', () => end()));
  let url = '';
  for await (const line of createInterface(server.stdout)) {
    url ||= /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? '';
    if (/Ready/.test(line)) break;
  }
  if (!url) throw new Error('Next did not start.');
  server.stdout.resume();
  return {
    url: `${url}/`,
    async stop() {
      server.kill();
      await ended;
    },
  };
}

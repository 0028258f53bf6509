/**
 * Compares the requests per second of the kit's handlers with those of bare Hono handlers, which do
 * the same without checks. Prints the medians of several rounds, and the ratios.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { load } from './load.js';
import type { Addresses } from './paths.js';

const rounds = 7;
const milliseconds = 1000;

const event = (id: number): string =>
  JSON.stringify({
    id: `event${id}`,
    type: 'VIDEO_ROOM_PARTICIPANT_JOINED',
    app: { id: 1, state: 'ACTIVE', name: 'App', defaultRtmpOutputMode: 'RTMP' },
    createdAt: '2026-01-01T00:00:00Z',
    data: {
      videoRoom: { id: 7, state: 'ACTIVE', videoRoomState: 'LIVE', type: 'VIDEO_CONFERENCE' },
      appUser: { appUserId: 'mina', appUserName: 'Mina', channelMemberType: 'MEMBER' },
      joinedAt: '2026-01-01T00:00:00Z',
    },
  });
const nothing = (): string => '';

const cases = {
  'bare webhook': { on: 'hono', path: '/bare/webhooks', body: event, status: 204 },
  'webhook receiver': { on: 'hono', path: '/webhooks', body: event, status: 204 },
  'webhook receiver, toNodeListener': { on: 'node', path: '/webhooks', body: event, status: 204 },
  'bare call of the service': { on: 'hono', path: '/bare/token', body: nothing, status: 200 },
  'token endpoint': { on: 'hono', path: '/token', body: nothing, status: 200 },
  'token endpoint, toNodeListener': { on: 'node', path: '/token', body: nothing, status: 200 },
  'bare call at hand': { on: 'hono', path: '/bare/token-at-hand', body: nothing, status: 200 },
  'token endpoint, service at hand': {
    on: 'hono',
    path: '/token-at-hand',
    body: nothing,
    status: 200,
  },
  'bare answer': { on: 'hono', path: '/bare/answer', body: nothing, status: 200 },
  'token endpoint, shared login': { on: 'hono', path: '/shared-token', body: nothing, status: 200 },
} as const;
type Name = keyof typeof cases;
const names = Object.keys(cases) as Name[];

/** The compared pairs. */
const pairs: readonly (readonly [Name, Name])[] = [
  ['webhook receiver', 'bare webhook'],
  ['webhook receiver, toNodeListener', 'bare webhook'],
  ['token endpoint', 'bare call of the service'],
  ['token endpoint, toNodeListener', 'bare call of the service'],
  ['token endpoint, service at hand', 'bare call at hand'],
  ['token endpoint, shared login', 'bare answer'],
];

/** Builds a file and starts it in a process, because running TypeScript would cost time. */
async function start(file: string, ...args: string[]): Promise<[ChildProcess, unknown]> {
  const path = fileURLToPath(new URL(`${file}.ts`, import.meta.url));
  const outDir = resolve('.cache/bench-server');
  const settings = { ssr: path, outDir, emptyOutDir: false };
  await build({ configFile: false, logLevel: 'error', build: settings });
  const child = fork(join(outDir, `${file}.js`), args);
  const [message] = (await once(child, 'message')) as [unknown];
  return [child, message];
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const [service, servicePort] = await start('service');
const [target, ports] = await start('target', `http://127.0.0.1:${String(servicePort)}`);
try {
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Readonly<
    Record<Name, number[]>
  >;
  // The first round only warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const { on, ...request } = cases[name];
      const perSecond = await load({ ...request, port: (ports as Addresses)[on], milliseconds });
      if (round) results[name].push(perSecond);
    }
  }
  for (const [name, bare] of pairs) {
    const [ours, theirs] = [median(results[name]), median(results[bare])];
    const ratio = (ours / theirs).toFixed(2);
    console.log(
      `${name.padEnd(34)} ${ours.toFixed(0).padStart(6)}/s   ` +
        `${bare.padEnd(26)} ${theirs.toFixed(0).padStart(6)}/s   ratio ${ratio}`,
    );
  }
} finally {
  target.disconnect();
  service.disconnect();
}

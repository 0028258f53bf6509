import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { command } from '../command.js';
import { StartError } from '../start-error.js';
import { buildWithGo, hasGo } from './go-build.js';
import { installInto, isLiveKit } from './install.js';
import { downloadRelease, liveKitReleases, releasePlatform } from './release.js';
import type { Report } from './report.js';
import { binaryName, cacheDirectory, liveKitVersion } from './version.js';

/** An external LiveKit server. */
export interface ExternalLiveKit {
  readonly kind: 'external';
  /** ws(s) or http(s). */
  readonly url: string;
  readonly key: string;
  readonly secret: string;
}

export type FoundLiveKit =
  | ExternalLiveKit
  | { readonly kind: 'binary'; readonly path: string; readonly origin: string }
  | { readonly kind: 'missing'; readonly explanation: string };

export interface FindOptions {
  readonly report: Report;
  /** Default `process.env`. */
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Finds or makes a LiveKit server: the one that the environment names, one on the PATH, our
 * cached copy, LiveKit's release archive, a build with Go, in this order. Throws only if the
 * environment's settings are invalid, or on abort.
 */
export async function findLiveKit(options: FindOptions): Promise<FoundLiveKit> {
  const { env = process.env, signal } = options;
  const external = externalLiveKit(env);
  if (external) return external;
  const onPath = await findOnPath(env);
  if (onPath && (await isLiveKit(onPath, signal))) {
    return { kind: 'binary', path: onPath, origin: 'found on the PATH' };
  }
  const cached = join(cacheDirectory(env), binaryName);
  if ((await isExecutable(cached)) && (await isLiveKit(cached, signal))) {
    return { kind: 'binary', path: cached, origin: 'our cached copy' };
  }
  return make(options);
}

async function make({ env = process.env, report, signal }: FindOptions): Promise<FoundLiveKit> {
  const cache = cacheDirectory(env);
  const tried = [`- on the PATH: no ${binaryName}`, `- in the cache: nothing in ${cache}`];
  const failed = (way: string, why: string): void => {
    tried.push(`- ${way}: ${why}`);
    report(`LiveKit could not be had by ${way}: ${why}.`);
  };
  const attempt = async (way: string, into: (folder: string) => Promise<string>) => {
    try {
      return await installInto(cache, into, signal);
    } catch (error) {
      signal?.throwIfAborted();
      failed(way, reasonOf(error));
      return undefined;
    }
  };

  const platform = releasePlatform();
  const releases = env['FFC_LIVEKIT_RELEASES'] || liveKitReleases;
  const download = 'release archive';
  if (platform) {
    const path = await attempt(download, (folder) =>
      downloadRelease(folder, platform, report, { releases, signal }),
    );
    if (path) return { kind: 'binary', path, origin: "LiveKit's release archive, verified" };
  } else {
    failed(download, `LiveKit publishes none for ${process.platform} on ${process.arch}`);
  }

  const build = 'go install';
  if (await hasGo(env, signal)) {
    const path = await attempt(build, (folder) => buildWithGo(folder, report, env, signal));
    if (path) return { kind: 'binary', path, origin: 'built with Go' };
  } else {
    failed(build, 'Go 1.26 or newer is not on the PATH');
  }
  return { kind: 'missing', explanation: explain(tried) };
}

function externalLiveKit(env: NodeJS.ProcessEnv): ExternalLiveKit | undefined {
  const url = env['FFC_LIVEKIT_URL'];
  const key = env['FFC_LIVEKIT_KEY'];
  const secret = env['FFC_LIVEKIT_SECRET'];
  if (!url && !key && !secret) return undefined;
  if (!url || !key || !secret) {
    throw new StartError(
      'FFC_LIVEKIT_URL, FFC_LIVEKIT_KEY and FFC_LIVEKIT_SECRET go together: set all or none.',
    );
  }
  const address = URL.parse(url);
  if (!address || !/^(wss?|https?):$/.test(address.protocol)) {
    throw new StartError('FFC_LIVEKIT_URL is not a ws(s) or http(s) address.');
  }
  // The URL is printed, and sent to browsers.
  if (address.username || address.password) {
    throw new StartError('FFC_LIVEKIT_URL must not hold a user or a password.');
  }
  return { kind: 'external', url, key, secret };
}

async function findOnPath(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, binaryName);
    if (folder && (await isExecutable(path))) return path;
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Explains an error in a few words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  // `fetch` puts the reason of a network failure into the cause.
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}

function explain(tried: readonly string[]): string {
  return `No LiveKit media server could be had, so calls cannot connect; everything else works.
Tried:
${tried.join('\n')}
Any one of these helps, followed by another start:
- install Go 1.26 or newer (https://go.dev/dl): the next start builds LiveKit by itself
- install LiveKit: https://docs.livekit.io/transport/self-hosting/local
- run it in Docker, and say where it is:
    docker run --rm -p 7880:7880 -p 7881:7881 -p 7882:7882/udp livekit/livekit-server:${liveKitVersion} --dev --bind 0.0.0.0 --node-ip 127.0.0.1
    FFC_LIVEKIT_URL=ws://127.0.0.1:7880 FFC_LIVEKIT_KEY=devkey FFC_LIVEKIT_SECRET=secret ${command}`;
}

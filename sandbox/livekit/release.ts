import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { withProgress, type Report } from './report.js';
import { runCommand } from './run-command.js';
import { binaryName, liveKitVersion } from './version.js';

/** Where LiveKit publishes its releases. */
export const liveKitReleases = 'https://github.com/livekit/livekit/releases/download';

const downloadTimeout = 10 * 60_000;

export interface ReleaseOptions {
  /** The base URL of the releases. Default {@link liveKitReleases}. */
  readonly releases?: string;
  /**
   * How long the host may take to begin its answer, in milliseconds. Default 5000: without access
   * to the internet no answer ever comes.
   */
  readonly answerTimeout?: number;
  readonly signal?: AbortSignal | undefined;
}

/** LiveKit's name for this machine's kind; undefined where it publishes no archive for it. */
export function releasePlatform(platform = process.platform, arch = process.arch) {
  const names: Partial<Record<string, string>> = { x64: 'amd64', arm64: 'arm64', arm: 'armv7' };
  return platform === 'linux' && names[arch] ? `linux_${names[arch]}` : undefined;
}

/**
 * Downloads LiveKit's release archive into the folder, compares it with the published checksum and
 * unpacks the server; returns its path. Throws when one of these steps fails.
 */
export async function downloadRelease(
  folder: string,
  platform: string,
  report: Report,
  { releases = liveKitReleases, answerTimeout = 5000, signal }: ReleaseOptions = {},
): Promise<string> {
  const base = `${releases}/${liveKitVersion}`;
  const name = `livekit_${liveKitVersion.slice(1)}_${platform}.tar.gz`;
  const checksums = await get(`${base}/checksums.txt`, answerTimeout, signal);
  const wanted = publishedChecksum(await checksums.text(), name);
  const archive = join(folder, name);
  const actual = await download(`${base}/${name}`, archive, report, signal);
  if (actual !== wanted) throw new Error(`the checksum of ${name} is not the published one`);
  const { ok } = await runCommand('tar', ['-xzf', archive, '-C', folder, binaryName], { signal });
  if (!ok) throw new Error(`${name} could not be unpacked`);
  return join(folder, binaryName);
}

function publishedChecksum(checksums: string, name: string): string {
  const line = checksums.split('\n').find((text) => text.endsWith(` ${name}`));
  const checksum = /^[0-9a-f]{64}/.exec(line ?? '')?.[0];
  if (!checksum) throw new Error(`no checksum is published for ${name}`);
  return checksum;
}

async function download(url: string, file: string, report: Report, signal?: AbortSignal) {
  const response = await get(url, downloadTimeout, signal);
  if (!response.body) throw new Error(`${url} is empty`);
  const total = megabytes(Number(response.headers.get('content-length')));
  const hash = createHash('sha256');
  let received = 0;
  const measure = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      received += chunk.length;
      hash.update(chunk);
      yield chunk;
    }
  };
  const label = (): string =>
    `Downloading LiveKit ${liveKitVersion}: ${megabytes(received)} of ${total} MB…`;
  await withProgress(report, label, pipeline(response.body, measure, createWriteStream(file)));
  return hash.digest('hex');
}

async function get(url: string, timeout: number, signal?: AbortSignal): Promise<Response> {
  const limit = AbortSignal.timeout(timeout);
  const response = await fetch(url, { signal: signal ? AbortSignal.any([signal, limit]) : limit });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response;
}

function megabytes(bytes: number): string {
  return bytes ? String(Math.round(bytes / 1e6)) : '?';
}

import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { withProgress, type Report } from './report.js';
import { runCommand } from './run-command.js';
import { binaryName, liveKitVersion } from './version.js';

/** Where LiveKit publishes its releases. */
export const liveKitReleases = 'https://github.com/livekit/livekit/releases/download';

// Without a way out to the internet nothing answers: seconds are enough to know.
const answerTimeout = 5000;
const downloadTimeout = 10 * 60_000;

/** LiveKit's name for this machine's kind; undefined where it publishes no archive for it. */
export function releasePlatform(platform = process.platform, arch = process.arch) {
  const names: Partial<Record<string, string>> = { x64: 'amd64', arm64: 'arm64', arm: 'armv7' };
  return platform === 'linux' && names[arch] ? `linux_${names[arch]}` : undefined;
}

/**
 * Downloads LiveKit's release archive into the folder, compares it with the published checksum
 * and unpacks the server; gives its path. Throws when anything is not as it should be.
 */
export async function downloadRelease(
  folder: string,
  platform: string,
  report: Report,
  { releases = liveKitReleases, signal }: { releases?: string; signal?: AbortSignal } = {},
): Promise<string> {
  const base = `${releases}/${liveKitVersion}`;
  const name = `livekit_${liveKitVersion.slice(1)}_${platform}.tar.gz`;
  const wanted = await publishedChecksum(base, name, signal);
  const archive = join(folder, name);
  const actual = await download(`${base}/${name}`, archive, report, signal);
  if (actual !== wanted) throw new Error(`the checksum of ${name} is not the published one`);
  const options = signal ? { signal } : {};
  const { ok } = await runCommand('tar', ['-xzf', archive, '-C', folder, binaryName], options);
  if (!ok) throw new Error(`${name} could not be unpacked`);
  return join(folder, binaryName);
}

async function publishedChecksum(base: string, name: string, signal?: AbortSignal) {
  const response = await get(`${base}/checksums.txt`, answerTimeout, signal);
  const line = (await response.text()).split('\n').find((text) => text.endsWith(` ${name}`));
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
  const measured = Readable.from(response.body).map((chunk: Uint8Array) => {
    received += chunk.length;
    hash.update(chunk);
    return chunk;
  });
  const label = (): string =>
    `Downloading LiveKit ${liveKitVersion}: ${megabytes(received)} of ${total} MB…`;
  await withProgress(report, label, pipeline(measured, createWriteStream(file)));
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

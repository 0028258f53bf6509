import { join } from 'node:path';
import { withProgress, type Report } from './report.js';
import { runCommand } from './run-command.js';
import { liveKitVersion } from './version.js';

/** The oldest Go that LiveKit builds with. */
const oldestGo = [1, 26] as const;

/** Whether a Go that is new enough is on the PATH. */
export async function hasGo(env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<boolean> {
  const { ok, output } = await runCommand('go', ['env', 'GOVERSION'], { env, signal });
  const version = /go(\d+)\.(\d+)/.exec(output);
  if (!ok || !version) return false;
  const [major, minor] = [Number(version[1]), Number(version[2])];
  return major > oldestGo[0] || (major === oldestGo[0] && minor >= oldestGo[1]);
}

/** Builds LiveKit's server from its source into the folder; returns its path. */
export async function buildWithGo(
  folder: string,
  report: Report,
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<string> {
  // The flags of LiveKit's own releases: no C compiler is needed, and no debug symbols are kept.
  const args = ['install', '-trimpath', '-ldflags=-s -w'];
  const source = `github.com/livekit/livekit-server/cmd/server@${liveKitVersion}`;
  const build = runCommand('go', [...args, source], {
    env: { ...env, GOBIN: folder, CGO_ENABLED: '0' },
    signal,
  });
  const label = (): string => `Building LiveKit ${liveKitVersion} with Go, once: 2 to 4 minutes…`;
  const { ok, output } = await withProgress(report, label, build);
  if (!ok) throw new Error(`go install failed: ${output.trim().split('\n').at(-1) ?? ''}`);
  return join(folder, 'server');
}

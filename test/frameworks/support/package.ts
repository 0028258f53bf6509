import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';

/** Where the small apps are, each of which has its framework installed. */
export const root = resolve('test/frameworks');

export const apps: readonly string[] = readdirSync(join(root, 'apps'));

/** Gives each app the package as it is published. Its dependencies are found further up. */
export function installPackage(): void {
  const folder = resolve('.cache/frameworks');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [file] = readdirSync(folder);
  if (!file) throw new Error('npm packed nothing.');
  for (const app of apps) {
    const target = join(root, 'apps', app, 'node_modules/ffc-elements');
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    execFileSync('tar', ['xzf', join(folder, file), '-C', target, '--strip-components', '1']);
  }
}

/** What a compiler of the apps says: nothing when it finds no mistake. */
export async function compile(script: string, ...args: readonly string[]): Promise<string> {
  // Angular's asks for a newer Node than this package.
  const node = resolve('node_modules/node/bin/node');
  const tool = spawn(node, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, error] = await Promise.all([
    text(tool.stdout),
    text(tool.stderr),
    once(tool, 'close'),
  ]);
  // The declarations of livekit-client are not complete, whoever imports them.
  const ofLiveKit = /^\S*node_modules\/livekit-client\/.*\n(?: .*\n)*/gm;
  return stripVTControlCharacters(out + error).replace(ofLiveKit, '');
}

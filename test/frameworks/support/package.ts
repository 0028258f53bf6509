import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
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
  // The declarations of livekit-client are not complete, whoever imports them.
  const ofLiveKit = /^\S*node_modules\/livekit-client\/.*\n(?: .*\n)*/gm;
  return (await runTool(root, script, ...args)).replace(ofLiveKit, '');
}

/** What a tool of the apps says, run in a folder. What begins with a dash goes to Node itself. */
export async function runTool(folder: string, ...args: readonly string[]): Promise<string> {
  // Some ask for a newer Node than this package.
  const node = resolve('node_modules/node/bin/node');
  const script = args.findIndex((arg) => !arg.startsWith('-'));
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const paths = args.map((arg, index) => (index === script ? locate(folder, arg) : arg));
  const tool = spawn(node, paths, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, error] = await Promise.all([
    text(tool.stdout),
    text(tool.stderr),
    once(tool, 'close'),
  ]);
  return stripVTControlCharacters(out + error);
}

/** As an import from the folder finds it. */
function locate(folder: string, module: string): string {
  for (let at = folder; at.startsWith(root); at = dirname(at)) {
    const path = join(at, 'node_modules', module);
    if (existsSync(path)) return path;
  }
  throw new Error(`${module} is not installed for ${folder}.`);
}

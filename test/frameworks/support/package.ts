import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';

/** The folder of the small apps and their installed frameworks. */
export const root = resolve('test/frameworks');

export const apps: readonly string[] = readdirSync(join(root, 'apps'));

/** Copies the packed package into each app. Its dependencies resolve from a folder further up. */
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

/** Runs a compiler of the apps. Returns its output, which is empty if it finds no mistake. */
export async function compile(script: string, ...args: readonly string[]): Promise<string> {
  // The declarations of livekit-client are incomplete, and cause errors in every app.
  const ofLiveKit = /^\S*node_modules\/livekit-client\/.*\n(?: .*\n)*/gm;
  return (await runTool(root, script, ...args)).replace(ofLiveKit, '');
}

/** Runs a tool of the apps in a folder, and returns its output. Leading options are for Node. */
export async function runTool(folder: string, ...args: readonly string[]): Promise<string> {
  // Some tools need a newer Node than this package does.
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

/** Finds a module as an import in the folder does. */
function locate(folder: string, module: string): string {
  for (let at = folder; at.startsWith(root); at = dirname(at)) {
    const path = join(at, 'node_modules', module);
    if (existsSync(path)) return path;
  }
  throw new Error(`${module} is not installed for ${folder}.`);
}

import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether this process runs as root on Debian or a derivative. */
export function mayInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

/**
 * Installs a Debian package. Writes progress to stderr.
 *
 * @param title The name in the messages.
 */
export async function installDebianPackage(name: string, title: string): Promise<void> {
  const start = Date.now();
  const say = (): void => {
    const seconds = Math.round((Date.now() - start) / 1000);
    console.error(`Installing ${title} from Debian's package, once… ${seconds} s`);
  };
  say();
  const timer = setInterval(say, 3000);
  try {
    await aptGet(title, 'update');
    await aptGet(title, 'install', '-y', name);
  } finally {
    clearInterval(timer);
  }
}

function aptGet(title: string, ...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('apt-get', ['-q', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`apt-get ${args.join(' ')} failed; install ${title} by hand.`));
    });
  });
}

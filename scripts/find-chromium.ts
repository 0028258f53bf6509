import { globSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installDebianPackage, isExecutable, mayInstall } from './debian-package.js';

const names = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chrome',
  'microsoft-edge',
  'chromium-browser',
];

const applications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/**
 * Finds a Chromium for tests: `CHROME_PATH`, the system's Chrome or Chromium, the one that
 * Playwright has downloaded, or Debian's package, which it installs if it may. Writes progress to
 * stderr.
 *
 * @throws {Error} If there is none. The message names the ways to install one.
 */
export async function findChromium(): Promise<string> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`CHROME_PATH is ${chosen}, which cannot be executed.`);
  }
  const found = onThisMachine();
  if (found) return found;
  if (mayInstall()) {
    await installDebianPackage('chromium', 'Chromium');
    const installed = onThisMachine();
    if (installed) return installed;
  }
  throw new Error(
    'No Chrome or Chromium was found. Install one (Debian: `apt-get install chromium`, macOS: ' +
      '`brew install --cask google-chrome`, anywhere: `npx playwright-core install chromium`), ' +
      'or set CHROME_PATH to the one that you have.',
  );
}

function onThisMachine(): string | undefined {
  return [...systemPaths(), ...playwrightPaths()].find(isExecutable);
}

function systemPaths(): string[] {
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return folders.flatMap((folder) => applications.map((name) => join(folder, name)));
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const usual = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
  return [...folders, ...usual].flatMap((folder) => names.map((name) => join(folder, name)));
}

/** The folders of Playwright's revisions, newest first. */
function playwrightPaths(): string[] {
  const caches = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
  const root = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(homedir(), caches, 'ms-playwright');
  return globSync([
    join(root, 'chromium-*/chrome-linux*/chrome'),
    join(root, 'chromium-*/chrome-mac*/*.app/Contents/MacOS/*'),
  ]).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(await findChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

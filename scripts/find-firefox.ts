import { delimiter, join } from 'node:path';
import { installDebianPackage, isExecutable, mayInstall } from './debian-package.js';

const names = ['firefox-esr', 'firefox'];

/**
 * Finds a Firefox for tests: `FIREFOX_PATH`, the system's, or Debian's package, which it installs
 * if it may. Writes progress to stderr.
 *
 * @throws {Error} If there is none. The message names the ways to install one.
 */
export async function findFirefox(): Promise<string> {
  const chosen = process.env['FIREFOX_PATH'];
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`FIREFOX_PATH is ${chosen}, which cannot be executed.`);
  }
  const found = onThisMachine();
  if (found) return found;
  if (mayInstall()) {
    await installDebianPackage('firefox-esr', 'Firefox');
    const installed = onThisMachine();
    if (installed) return installed;
  }
  throw new Error(
    'No Firefox was found. Install one (Debian: `apt-get install firefox-esr`, macOS: ' +
      '`brew install --cask firefox`), or set FIREFOX_PATH to the one that you have.',
  );
}

function onThisMachine(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const usual = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
  const paths = [...folders, ...usual].flatMap((folder) => names.map((name) => join(folder, name)));
  if (process.platform === 'darwin') {
    paths.push('/Applications/Firefox.app/Contents/MacOS/firefox');
  }
  return paths.find(isExecutable);
}

/**
 * The preferences of Firefox in tests: a fake camera and microphone, no prompts, sound without a
 * click, and connections to a media server on this machine.
 */
export const firefoxPreferences = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.autoplay.default': 0,
  // A page with a `beforeunload` prompt would stay open until the driver times out.
  'dom.disable_beforeunload': true,
  // Background windows keep a focus of their own, because several tests run at a time.
  'focusmanager.testmode': true,
  // Without a display, Firefox has no WebGL. So the tests find the same on every machine.
  'webgl.disabled': true,
  // Without a sound card an `AudioContext` would stay suspended.
  'media.cubeb.force_mock_context': true,
} as const;

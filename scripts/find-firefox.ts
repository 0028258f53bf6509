import { delimiter, join } from 'node:path';
import { installDebianPackage, isExecutable, mayInstall } from './debian-package.js';

const names = ['firefox-esr', 'firefox'];

/**
 * Finds a Firefox for tests: `FIREFOX_PATH`, the system's, or Debian's package, which it installs
 * when it may. Progress goes to stderr.
 *
 * @throws {Error} that says how to get one.
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
 * How tests start Firefox: it has a camera and a microphone of its own invention, asks no person
 * for anything, plays sound without a click, and reaches a media server on this machine.
 */
export const firefoxPreferences = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.autoplay.default': 0,
  // A page that asks whether to leave a call would stay open until its driver gives up.
  'dom.disable_beforeunload': true,
  // Windows behind others have a focus of their own, as several tests run at a time.
  'focusmanager.testmode': true,
  // Sound also where the machine has no card: an `AudioContext` would stay suspended.
  'media.cubeb.force_mock_context': true,
} as const;

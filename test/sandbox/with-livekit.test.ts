import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isOpen, portIn, start, until } from './support/processes.js';
import { temporaryFolder } from './support/stand-ins.js';

const script = fileURLToPath(new URL('../../scripts/with-livekit.ts', import.meta.url));
const tsx = fileURLToPath(import.meta.resolve('tsx/cli'));

/** Runs a package script whose command prints the URL of LiveKit and then waits. */
async function startByNpm(test: TestContext) {
  const folder = await temporaryFolder(test);
  const waiting = 'console.log(process.env.FFC_LIVEKIT_URL), setInterval(Object, 1e6)';
  await writeFile(join(folder, 'wait.js'), waiting);
  const command = [process.execPath, tsx, script, '--', process.execPath, join(folder, 'wait.js')];
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'waits', private: true, scripts: { wait: command.join(' ') } }),
  );
  return start(test, 'npm', ['--prefix', folder, 'run', 'wait']);
}

describe('a command that is run with LiveKit', () => {
  for (const signal of ['SIGKILL', 'SIGHUP'] as const) {
    it(`ends with its LiveKit when npm alone gets ${signal}`, async (test) => {
      const npm = await startByNpm(test);
      const port = portIn(await npm.line(/^ws:/));
      assert.equal(await isOpen(port), true);
      npm.child.kill(signal);
      await until(async () => !(await isOpen(port)));
      // npm's output stays open until the command ends.
      await npm.ended;
    });
  }
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { openStateFile } from '../../../sandbox/state-file.js';
import { createTestService } from './service.js';

/** Returns the path of a file that does not exist yet and is removed after the test. */
export function temporaryFile(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'ffc-state-'));
  test.after(() => rmSync(folder, { recursive: true }));
  return join(folder, 'state.sqlite');
}

/** Starts a service on the file. It runs until the test ends it or is over. */
export function startOn(
  test: TestContext,
  path: string,
  options: Parameters<typeof createTestService>[0] = {},
) {
  const state = openStateFile(path);
  const service = createTestService({
    store: state.store,
    tokenSecret: state.secret('token', 32),
    ...options,
  });
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    service.stop();
    state.close();
  };
  test.after(end);
  return { ...service, isNew: state.isNew, end };
}

import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/start.js';

/**
 * Starts a sandbox with the page that `npm run test:e2e` has built, which loads in a third of the
 * time. A test that runs by itself gets the page from its source, which is never stale. A test that
 * loads a module of the source calls `startSandbox()` instead.
 */
export function startWithBuiltPage(options: SandboxOptions = {}): Promise<Sandbox> {
  return startSandbox({ ...options, pageFolder: process.env['FFC_BUILT_PAGE'] });
}

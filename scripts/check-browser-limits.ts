/**
 * Runs the tests of features that a browser lacks. Fails if one of them passes, because the list in
 * `scripts/browser-limits.ts` is then too long.
 *
 *     tsx scripts/check-browser-limits.ts firefox
 */
import { startTestRunner, type TestRunnerConfig } from '@web/test-runner';
import type { TestSuiteResult } from '@web/test-runner-core';
import {
  browserLimits,
  type LimitedBrowser,
  limitedFiles,
  limitedNames,
  limitsPlugin,
} from './browser-limits.js';

const browser = process.argv[2];
if (!isLimited(browser)) {
  throw new Error(`Name one of these: ${Object.keys(browserLimits).join(', ')}.`);
}
const { default: base } = (await import(`../web-test-runner.${browser}.config.js`)) as {
  readonly default: TestRunnerConfig;
};
const runner = await startTestRunner({
  config: {
    ...base,
    files: [...limitedFiles(browser)],
    plugins: [...(base.plugins ?? []).filter(isOther), limitsPlugin(browser, 'others')],
    testFramework: { config: { timeout: 5000 } },
    // A failing test is the expected result.
    reporters: [],
  },
  readCliArgs: false,
  readFileConfig: false,
  autoExitProcess: false,
});
if (!runner) throw new Error('The tests cannot be started.');
await new Promise((resolve) => runner.on('finished', resolve));
const sessions = [...runner.sessions.all()];
const results = sessions
  .flatMap(({ testResults }) => (testResults ? testsIn(testResults) : []))
  .filter(({ skipped }) => !skipped);
await runner.stop();
const passed = results.filter((test) => test.passed);
for (const { name } of passed) console.log(`It passes in ${browser}: “${name}”.`);
const gone = limitedNames(browser).filter(
  (listed) => !results.some(({ name }) => name.startsWith(listed)),
);
for (const name of gone) console.log(`No test begins like this: “${name}”.`);
console.log(
  `${results.length - passed.length} of ${results.length} listed tests fail in ${browser}.`,
);
if (passed.length + gone.length > 0) {
  console.log('Take those named above from the list in scripts/browser-limits.ts.');
  process.exitCode = 1;
}

/** Whether a plugin is not the one that skips the listed tests. */
function isOther(plugin: object): boolean {
  return !('name' in plugin) || plugin.name !== 'limits-of-the-browser';
}

function isLimited(name: string | undefined): name is LimitedBrowser {
  return name !== undefined && Object.hasOwn(browserLimits, name);
}

interface Result {
  readonly name: string;
  readonly passed: boolean;
  readonly skipped: boolean;
}

/** All tests, with their full names. */
function testsIn({ tests, suites }: TestSuiteResult, path = ''): readonly Result[] {
  return [
    ...tests.map(({ name, passed, skipped }) => ({ name: path + name, passed, skipped })),
    ...suites.flatMap((suite) => testsIn(suite, suite.name ? `${path}${suite.name} ` : path)),
  ];
}

import {
  formatError,
  type Reporter,
  type TestResultError,
  type TestSession,
  type TestSuiteResult,
} from '@web/test-runner';

interface Failure {
  title: string;
  error: TestResultError;
}

/**
 * A reporter that names the failed tests once more when all files have run. The default reporter
 * names them below their file, which a CI that keeps only the end of a log cuts off.
 */
export const failuresReporter: Reporter = {
  stop({ sessions }) {
    for (const session of sessions.filter(({ passed }) => !passed)) {
      console.log(`\nFailed: ${session.testFile ?? 'an unnamed file'}`);
      for (const { title, error } of failuresOf(session)) {
        console.log(`✗ ${title}\n${formatError(error)}`);
      }
    }
  },
};

function failuresOf({ errors, testResults }: TestSession): Failure[] {
  return [
    ...errors.map((error) => ({ title: 'the file as a whole', error })),
    ...(testResults ? failedTests(testResults) : []),
  ];
}

/** The failed tests of a suite and of those in it; a title has the names of all suites around. */
function failedTests({ name, suites, tests }: TestSuiteResult): Failure[] {
  return [
    ...tests
      .filter(({ passed, skipped }) => !passed && !skipped)
      .map((test) => ({
        title: test.name,
        error: test.error ?? { message: 'It failed without an error.' },
      })),
    ...suites.flatMap(failedTests),
  ].map(({ title, error }) => ({ title: `${name} ${title}`.trim(), error }));
}

/**
 * Runs npm scripts one after the other, also after one has failed, and lists at the end how each
 * went and how long it took:
 *
 *     tsx scripts/run-suites.ts test:unit test:e2e
 */
import { spawnSync } from 'node:child_process';

const rows = process.argv.slice(2).map((script) => {
  const start = performance.now();
  const { status } = spawnSync('npm', ['run', script], { stdio: 'inherit' });
  const seconds = Math.round((performance.now() - start) / 1000);
  return { script, isPassed: status === 0, seconds };
});
console.log('\nSuites');
for (const { script, isPassed, seconds } of rows) {
  console.log(`${isPassed ? '✓' : '✗'} ${script}: ${seconds} s`);
}
process.exitCode = rows.every(({ isPassed }) => isPassed) ? 0 : 1;

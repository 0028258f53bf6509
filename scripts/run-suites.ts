/**
 * Runs npm scripts one after the other, also after one has failed. At the end it prints once more
 * how each failed one ended, as a CI that keeps only the end of a log would cut it off, and lists
 * how each went and how long it took:
 *
 *     tsx scripts/run-suites.ts test:unit test:e2e
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const repeatedLines = 60;

interface Suite {
  script: string;
  isPassed: boolean;
  seconds: number;
  /** The last lines that it printed: all runners used here end with the names of failed tests. */
  end: string;
}

async function run(script: string): Promise<Suite> {
  const start = performance.now();
  const child = spawn('npm', ['run', script], { stdio: ['inherit', 'pipe', 'pipe'] });
  let end = '';
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.setEncoding('utf8').on('data', (text: string) => {
      to.write(text);
      end = `${end}${text}`.split('\n').slice(-repeatedLines).join('\n');
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  const seconds = Math.round((performance.now() - start) / 1000);
  return { script, isPassed: code === 0, seconds, end };
}

const suites: Suite[] = [];
for (const script of process.argv.slice(2)) suites.push(await run(script));
const failed = suites.filter(({ isPassed }) => !isPassed);

for (const { script, end } of failed) console.log(`\nThe end of ${script}, which failed\n${end}`);
console.log('\nSuites');
for (const { script, isPassed, seconds } of suites) {
  console.log(`${isPassed ? '✓' : '✗'} ${script}: ${seconds} s`);
}
process.exitCode = failed.length === 0 ? 0 : 1;

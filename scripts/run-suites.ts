/**
 * Runs npm scripts one after the other, also after one has failed. At the end it prints once more
 * how each failed one ended, as a CI that keeps only the end of a log would cut it off, and lists
 * how each went and how long it took. It ends a suite that takes too long, with all its processes,
 * so that a test that waits for ever is named as well:
 *
 *     tsx scripts/run-suites.ts test:unit test:e2e
 *
 * With a plus sign, suites run at the same time: one that waits half of its time beside one that
 * computes. What the later ones print comes when they have ended:
 *
 *     tsx scripts/run-suites.ts test:live+test:package
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const repeatedLines = 60;
/** Several times what the longest suite takes on a quiet machine. */
const limitMinutes = 25;

interface Suite {
  script: string;
  isPassed: boolean;
  seconds: number;
  /** The last lines that it printed: all runners used here name the failed tests at the end. */
  end: string;
}

/** Runs suites at the same time. */
async function runTogether(scripts: readonly string[]): Promise<readonly Suite[]> {
  return Promise.all(
    scripts.map(async (script, index) => {
      if (index === 0) return run(script, (text) => void process.stdout.write(text));
      let printed = '';
      const suite = await run(script, (text) => void (printed += text));
      process.stdout.write(printed);
      return suite;
    }),
  );
}

async function run(script: string, print: (text: string) => void): Promise<Suite> {
  const start = performance.now();
  // A process group of its own: a suite starts browsers and servers, which have to end with it.
  const child = spawn('npm', ['run', script], {
    stdio: ['inherit', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  const interrupt = (): never => {
    stop();
    process.exit(130);
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  let end = '';
  const timer = setTimeout(() => {
    end += `\n${script} was ended after ${limitMinutes} minutes.`;
    stop();
  }, limitMinutes * 60_000);
  for (const from of [child.stdout, child.stderr]) {
    from.setEncoding('utf8').on('data', (text: string) => {
      print(text);
      end = `${end}${text}`.split('\n').slice(-repeatedLines).join('\n');
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  const seconds = Math.round((performance.now() - start) / 1000);
  return { script, isPassed: code === 0, seconds, end };
}

const suites: Suite[] = [];
for (const scripts of process.argv.slice(2)) {
  suites.push(...(await runTogether(scripts.split('+'))));
}
const failed = suites.filter(({ isPassed }) => !isPassed);

for (const { script, end } of failed) console.log(`\nThe end of ${script}, which failed\n${end}`);
console.log('\nSuites');
for (const { script, isPassed, seconds } of suites) {
  console.log(`${isPassed ? '✓' : '✗'} ${script}: ${seconds} s`);
}
process.exitCode = failed.length === 0 ? 0 : 1;

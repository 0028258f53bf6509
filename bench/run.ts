/**
 * Compares `<ffc-room>` with `livekit-client` and plain `<video>` tags, and with
 * `@livekit/components-react`, in one run, with native publishers in a real LiveKit room:
 *
 *     npm run bench -- --rounds 7 --others 9 --seconds 8 --publishers 2,9,20
 *
 * - How late the first remote frame is, from opening to showing, with all code there, and what the
 *   user interface adds to the work of the main thread while a call runs. `--rounds 0` leaves it out.
 * - How late the first remote frame is after a click on Join in the preview, beside `connect()` of
 *   bare livekit-client, for each number of publishers. `--publishers ""` leaves it out.
 *
 * It prints medians and ratios. It is not a test, because the results depend on the machine.
 */
import { parseArgs } from 'node:util';
import { dispose } from '@livekit/rtc-node';
import { startSandbox } from '../sandbox/start.js';
import { launchChromium } from '../test/support/chromium.js';
import { Bench } from './bench.js';
import { measureCalls } from './calls.js';
import { measureJoins } from './joins.js';
import { contenders, servePages } from './serve-pages.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    others: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '8' },
    publishers: { type: 'string', default: '2,9,20' },
  },
});
const rounds = Number(values.rounds);
const publishers = values.publishers.split(',').filter(Boolean).map(Number);

const sandbox = await startSandbox();
const pages = await servePages(contenders);
const browser = await launchChromium();
const bench = new Bench(browser, pages, sandbox);
try {
  if (rounds > 0) {
    await measureCalls(bench, {
      rounds,
      others: Number(values.others),
      watchFor: Number(values.seconds) * 1000,
    });
  }
  for (const others of publishers) await measureJoins(bench, { rounds: rounds || 7, others });
} finally {
  await browser.close();
  pages.close();
  await dispose();
  await sandbox.stop();
}

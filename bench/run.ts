/**
 * Compares `<ffc-room>` with `livekit-client` and plain `<video>` tags, and with
 * `@livekit/components-react`, in one run, with native publishers in a real LiveKit room:
 *
 *     npm run bench -- --rounds 7 --others 9 --seconds 8
 *
 * - The time from the start to the first remote frame, with all code loaded.
 * - The work of the main thread during a call.
 *
 * It prints medians and ratios. It is not a test, because the results depend on the machine.
 */
import { parseArgs } from 'node:util';
import { dispose } from '@livekit/rtc-node';
import { startSandbox } from '../sandbox/start.js';
import { AppBackend } from '../test/e2e/app-backend.js';
import { launchChromium } from '../test/support/chromium.js';
import { Crowd } from '../test/support/crowd.js';
import { measure, type Run } from './measure.js';
import { type ContenderName, contenders, servePages } from './serve-pages.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    others: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '8' },
  },
});
const rounds = Number(values.rounds);
const others = Number(values.others);
const watchFor = Number(values.seconds) * 1000;

const runs: Record<ContenderName, Run[]> = { plain: [], ours: [], 'components-react': [] };
const sandbox = await startSandbox();
const crowd = new Crowd();
const pages = await servePages(contenders);
const browser = await launchChromium();
try {
  const backend = new AppBackend(sandbox);
  const room = await backend.createRoom('mina', 'Bench');
  const identities = Array.from({ length: others }, (_, index) => `guest${index}`);
  const grants = await Promise.all(identities.map((user) => backend.rtcGrant(user, room.id)));
  await crowd.join(
    sandbox.livekit.url,
    grants.map(({ webRtcToken }) => webRtcToken),
  );
  const call = {
    endpoint: sandbox.serviceUrl,
    roomId: room.id,
    memberToken: await backend.memberToken('mina'),
  };
  // The first run of each contender only lists its scripts. It is long enough for code that loads
  // after the call has begun.
  const scripts: Partial<Record<ContenderName, readonly string[]>> = {};
  for (const contender of contenders) {
    const first = await measure(browser, pages, contender, call, {
      others,
      watchFor: 3000,
      scripts: [],
    });
    scripts[contender] = first.scripts;
  }
  for (let round = 0; round < rounds; round++) {
    // The order rotates, so that other load on the machine does not always hit the same contender.
    const order = contenders.map((_, index) => contenders[(index + round) % contenders.length]);
    for (const contender of order) {
      if (!contender) continue;
      const run = await measure(browser, pages, contender, call, {
        others,
        watchFor,
        scripts: scripts[contender] ?? [],
      });
      runs[contender].push(run);
      console.log(
        `${contender}: connects after ${run.connecting.toFixed(0)} ms, attaches after ` +
          `${run.attached.toFixed(0)} ms, first frame after ${run.firstFrame.toFixed(0)} ms, ` +
          `main thread ${run.mainThread.toFixed(1)} ms/s`,
      );
    }
  }
} finally {
  await browser.close();
  pages.close();
  await crowd.leave();
  await dispose();
  await sandbox.stop();
}
report();

function report(): void {
  const firstFrame = medians((run) => run.firstFrame);
  const connecting = medians((run) => run.connecting);
  const attached = medians((run) => run.attached);
  const mainThread = medians((run) => run.mainThread);
  console.log(`\nMedians of ${rounds} rounds with ${others} others`);
  for (const contender of contenders) {
    const late = firstFrame[contender] / firstFrame.plain;
    console.log(
      `${contender.padEnd(17)} connects after ${connecting[contender].toFixed(0)} ms, attaches ` +
        `after ${attached[contender].toFixed(0)} ms, first frame ${firstFrame[contender].toFixed(0)} ms ` +
        `(${late.toFixed(2)} times plain), main thread ${mainThread[contender].toFixed(1)} ms/s`,
    );
  }
  const added = mainThread.ours - mainThread.plain;
  const addedByReact = mainThread['components-react'] - mainThread.plain;
  console.log(
    `The interface adds ${added.toFixed(1)} ms/s, components-react ${addedByReact.toFixed(1)} ms/s: ` +
      `${(added / addedByReact).toFixed(2)} of it`,
  );
}

function medians(of: (run: Run) => number): Readonly<Record<ContenderName, number>> {
  return {
    plain: median(runs.plain.map(of)),
    ours: median(runs.ours.map(of)),
    'components-react': median(runs['components-react'].map(of)),
  };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

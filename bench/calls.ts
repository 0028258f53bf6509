/** Measures how a call starts and runs, beside other ways to show it. */
import type { Bench } from './bench.js';
import type { Run } from './measure.js';
import { inRounds, median } from './rounds.js';

const contenders = ['plain', 'ours', 'components-react'] as const;
type Name = (typeof contenders)[number];

export interface CallsOptions {
  readonly rounds: number;
  /** The number of others who publish a camera. */
  readonly others: number;
  /** How long the running call is watched, in milliseconds. */
  readonly watchFor: number;
}

export async function measureCalls(
  bench: Bench,
  { rounds, others, watchFor }: CallsOptions,
): Promise<void> {
  await bench.withOthers(others, async (join) => {
    // The first run of each shows which scripts it loads, and does not count. It lasts until the
    // code that loads in the background has come.
    const scripts = new Map<Name, readonly string[]>();
    for (const name of contenders) {
      scripts.set(name, (await join(name, { watchFor: 3000 })).scripts);
    }
    const runs = await inRounds(contenders, rounds, async (name) => {
      const run = await join(name, { watchFor, scripts: scripts.get(name) ?? [] });
      console.log(`${name}: ${factsOf(run)}`);
      return run;
    });
    report(runs, `Medians of ${rounds} rounds with ${others} others`);
  });
}

function factsOf({ connecting, attached, firstFrame, mainThread }: Omit<Run, 'scripts'>): string {
  return (
    `connects after ${connecting.toFixed(0)} ms, attaches after ${attached.toFixed(0)} ms, ` +
    `first frame after ${firstFrame.toFixed(0)} ms, main thread ${mainThread.toFixed(1)} ms/s`
  );
}

function report(runs: ReadonlyMap<Name, readonly Run[]>, title: string): void {
  const of = (name: Name): Omit<Run, 'scripts'> => {
    const all = runs.get(name) ?? [];
    return {
      connecting: median(all.map(({ connecting }) => connecting)),
      attached: median(all.map(({ attached }) => attached)),
      firstFrame: median(all.map(({ firstFrame }) => firstFrame)),
      mainThread: median(all.map(({ mainThread }) => mainThread)),
    };
  };
  const plain = of('plain');
  console.log(`\n${title}`);
  for (const name of contenders) {
    const late = of(name).firstFrame / plain.firstFrame;
    console.log(`${name.padEnd(17)} ${factsOf(of(name))} (${late.toFixed(2)} times plain)`);
  }
  const added = of('ours').mainThread - plain.mainThread;
  const addedByReact = of('components-react').mainThread - plain.mainThread;
  console.log(
    `The interface adds ${added.toFixed(1)} ms/s, components-react ${addedByReact.toFixed(1)} ms/s: ` +
      `${(added / addedByReact).toFixed(2)} of it`,
  );
}

/** Measures a join from the preview beside bare livekit-client, which has its token already. */
import type { Bench } from './bench.js';
import { inRounds, median } from './rounds.js';

const contenders = ['plain-prepared', 'ours-prepared'] as const;

export interface JoinsOptions {
  readonly rounds: number;
  /** The number of others who publish a camera. */
  readonly others: number;
}

export async function measureJoins(bench: Bench, { rounds, others }: JoinsOptions): Promise<void> {
  await bench.withOthers(others, async (join) => {
    // The first run of each shows which scripts it loads, and does not count.
    const scripts = new Map<(typeof contenders)[number], readonly string[]>();
    for (const name of contenders) scripts.set(name, (await join(name)).scripts);
    const runs = await inRounds(contenders, rounds, (name) =>
      join(name, { scripts: scripts.get(name) ?? [] }),
    );
    const [plain = [], ours = []] = contenders.map((name) => runs.get(name));
    const firstFrame = median(ours.map(({ firstFrame }) => firstFrame));
    const bare = median(plain.map(({ firstFrame }) => firstFrame));
    const steps = [ours, plain].map((all) => ({
      connecting: median(all.map(({ connecting }) => connecting)).toFixed(0),
      attached: median(all.map(({ attached }) => attached)).toFixed(0),
    }));
    console.log(
      `${others} publishers: the first frame comes ${firstFrame.toFixed(0)} ms after a click on Join ` +
        `(connects after ${steps[0]?.connecting} ms, attaches after ${steps[0]?.attached} ms), and ` +
        `${bare.toFixed(0)} ms after connect() of bare livekit-client ` +
        `(${steps[1]?.connecting} ms, ${steps[1]?.attached} ms): ${(firstFrame / bare).toFixed(2)} of it`,
    );
  });
}

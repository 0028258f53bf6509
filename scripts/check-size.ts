/**
 * Measures the code that a person waits for, by journey, and the code that loads later, by slice.
 * Fails if one exceeds its budget, if a slice is part of a journey, or if `livekit-client` is in
 * any chunk but its own.
 *
 * `npm run size -- --accept` stores the new total, for a commit that explains the growth.
 * `npm run size -- --readme` writes the weights of the journeys into README.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { wrongWeights, writeWeights } from './readme-weights.js';
import { bundle, type Chunk, type ChunkGraph, sum } from './chunk-graph.js';
import {
  type Journey,
  journeys,
  otherCeiling,
  type Slice,
  slices,
  smallestSlice,
} from './journeys.js';

const totalFile = new URL('./total-size.json', import.meta.url);
const liveKit = /^livekit-client$/;
const libraries = [/^lit(\/|$)/, /^@lit\//, liveKit, /^valibot$/];

let failed = false;
const weights: { readonly what: string; readonly bytes: number }[] = [];
const graphs = new Map<string, ChunkGraph>();
for (const entry of new Set(journeys.map((journey) => journey.entry))) {
  graphs.set(entry, await bundle(entry, [liveKit]));
}

console.log('Journeys (gzip, in English, livekit-client not counted)');
const loaded = new Map<ChunkGraph, Set<Chunk>>();
for (const journey of journeys) weighJourney(journey, graphOf(journey));

console.log('\nSlices (what each adds to the journeys above)');
const weighed = new Map<string, { readonly bytes: number; readonly ceiling: number }>();
for (const [graph, before] of loaded) weighSlices(graph, before);
for (const [what, { bytes, ceiling }] of weighed) {
  report(bytes <= ceiling, `${what}: ${bytes} of ${ceiling} bytes`);
  const { forMistakes } = slices.find((slice) => slice.what === what) ?? {};
  if (bytes < smallestSlice && !forMistakes)
    report(false, `${what}: less than ${smallestSlice} bytes`);
}
for (const { what, ceiling, optional } of slices) {
  if (weighed.has(what)) continue;
  if (optional) console.log(`- ${what}: there is no such slice yet (ceiling ${ceiling})`);
  else report(false, `${what}: no import() leads to it, so that it cannot be weighed`);
}

console.log('');
await checkLiveKit();
await checkTotal();
checkReadme();
process.exit(failed ? 1 : 0);

function weighJourney({ what, loads, budget }: Journey, graph: ChunkGraph): void {
  const roots = [...graph.entries];
  for (const module of loads) {
    const target = graph.lazyChunk(module);
    if (target) roots.push(target);
    else report(false, `${what}: nothing loads ${module} by import()`);
  }
  const chunks = graph.closure(roots);
  loaded.set(graph, new Set([...(loaded.get(graph) ?? []), ...chunks]));
  const bytes = sum(chunks);
  weights.push({ what, bytes });
  report(bytes <= budget, `${what}: ${bytes} of ${budget} bytes`);
  for (const slice of slices) {
    const module = [...chunks].flatMap(({ modules }) => modules).find(isOf(slice));
    if (module) report(false, `${what} loads ${module}, which belongs to a slice: ${slice.what}`);
  }
}

/** The modules that load a slice. */
interface SliceRoots {
  readonly ceiling: number;
  readonly after: readonly string[];
  readonly roots: readonly Chunk[];
}

/** Weighs the slices that load after the journeys of an entry. A slice may load further slices. */
function weighSlices(graph: ChunkGraph, before: ReadonlySet<Chunk>): void {
  const reached = new Set(before);
  const bySlice = new Map<string, SliceRoots>();
  for (
    let found = graph.lazyTargets(reached);
    found.length > 0;
    found = graph.lazyTargets(reached)
  ) {
    for (const target of found) {
      const slice = slices.find((candidate) => target.modules.some(isOf(candidate)));
      const what = slice?.what ?? target.facade ?? target.fileName;
      const { roots } = bySlice.get(what) ?? { roots: [] };
      const { ceiling = otherCeiling, after = [] } = slice ?? {};
      bySlice.set(what, { ceiling, after, roots: [...roots, target] });
      for (const chunk of graph.closure([target])) reached.add(chunk);
    }
  }
  for (const [what, { ceiling, after, roots }] of bySlice) {
    const earlier = graph.closure(
      after.map((module) => graph.lazyChunk(module)).filter((chunk) => chunk !== undefined),
    );
    const added = [...graph.closure(roots)].filter((chunk) => !before.has(chunk));
    const bytes = sum(added.filter((chunk) => !earlier.has(chunk)));
    // Two entries may load one slice. They differ in the code that is already loaded.
    if (bytes > (weighed.get(what)?.bytes ?? -1)) weighed.set(what, { bytes, ceiling });
  }
}

/** Checks that `livekit-client`, which is most of the code, loads only with a session. */
async function checkLiveKit(): Promise<void> {
  for (const [entry, graph] of graphs) {
    const first = graph.closure(graph.entries);
    const isOfSessions = (module: string): boolean => module.startsWith('src/rtc/livekit/');
    const outside = graph.chunks
      .filter(({ imports }) => imports.some((name) => liveKit.test(name)))
      .filter((chunk) => first.has(chunk) || !chunk.modules.some(isOfSessions));
    const names = outside.map(({ facade, fileName }) => facade ?? fileName).join(', ');
    report(outside.length === 0, `${entry}: livekit-client comes with a session alone ${names}`);
  }
  const listModules = graphOf({ entry: 'src/define/ffc-room-list.ts' }).chunks.flatMap(
    ({ modules }) => modules,
  );
  const leaks = listModules.filter((module) => /livekit|\/rtc\//.test(module));
  report(leaks.length === 0, `the list never leads to a call ${leaks.join(', ')}`);
  const withLibrary = await bundle('src/define/ffc-room.ts', []);
  const holders = withLibrary.chunks.filter(({ modules }) =>
    modules.some((module) => module.includes('/livekit-client/')),
  );
  const isLazy = !holders.some((chunk) => withLibrary.closure(withLibrary.entries).has(chunk));
  report(holders.length === 1 && isLazy, 'livekit-client is one lazy chunk');
}

/** Checks the weights of the journeys in README, or writes them. */
function checkReadme(): void {
  if (process.argv.includes('--readme')) writeWeights(weights);
  const wrong = wrongWeights(weights);
  report(wrong.length === 0, `README tells the weights ${wrong.join(', ')}`);
  if (wrong.length > 0) console.error('  `npm run size -- --readme` writes what they are now.');
}

/** Checks the total size. Growth is a decision, which the commit with the growth explains. */
async function checkTotal(): Promise<void> {
  const total = sum((await bundle('src/define/all.ts', libraries)).chunks);
  if (process.argv.includes('--accept')) {
    writeFileSync(totalFile, `{ "total": ${total} }\n`);
  }
  const { total: accepted } = JSON.parse(readFileSync(totalFile, 'utf8')) as { total: number };
  const grown = total > accepted;
  report(!grown, `all of our own code, without libraries: ${total} of ${accepted} bytes`);
  if (grown) {
    console.error('  If that is worth it: `npm run size -- --accept`, and say why in the commit.');
  }
}

function graphOf({ entry }: Pick<Journey, 'entry'>): ChunkGraph {
  const graph = graphs.get(entry);
  if (!graph) throw new Error(`${entry} was not bundled.`);
  return graph;
}

function isOf({ modules }: Slice): (module: string) => boolean {
  return (module) => modules.test(module);
}

function report(ok: boolean, line: string): void {
  failed ||= !ok;
  console.log(`${ok ? '✓' : '✗'} ${line.trim()}`);
}

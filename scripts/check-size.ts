/**
 * Holds what reaches the browser against its budget, in gzip bytes, and fails when
 * `livekit-client` can be reached from the room list at all.
 */
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { codeSplitting, minifyTemplates, preserveEntrySignatures } from './bundling.js';

const list = 'src/define/ffc-room-list.ts';
const room = 'src/define/ffc-room.ts';
const all = 'src/define/all.ts';

const rows = [
  { what: 'room list with all it imports', budget: 15_000, bytes: await staticGraph(list) },
  { what: 'room shell before a preview or a join', budget: 25_000, bytes: await staticGraph(room) },
  { what: 'all of our own code', budget: 60_000, bytes: await ownCode() },
];

let failed = false;
// No budget, but not to be forgotten: what comes right behind the list's own graph, so that the
// frame shows first, and is there before any room does.
const contentBytes = gzipped(
  (await bundle(list)).filter(({ moduleIds }) => !moduleIds.some((id) => id.includes('/i18n/ko/'))),
);
console.log(`  room list until it shows rooms: ${contentBytes} bytes gzip`);

for (const { what, budget, bytes } of rows) {
  const ok = bytes <= budget;
  failed ||= !ok;
  console.log(`${ok ? '✓' : '✗'} ${what}: ${bytes} of ${budget} bytes gzip`);
}

const listModules = (await bundle(list)).flatMap((chunk) => chunk.moduleIds);
const leaks = listModules.filter((id) => /livekit|\/rtc\//.test(id));
if (leaks.length > 0) {
  failed = true;
  console.error(`✗ the room list reaches ${leaks.join(', ')}`);
} else {
  console.log('✓ livekit-client is absent from the graph of the room list');
}

const roomChunks = await bundle(room);
const client = roomChunks.filter((chunk) =>
  chunk.moduleIds.some((id) => id.includes('livekit-client')),
);
const lazy = client.length === 1 && !reachable(roomChunks).some((chunk) => client.includes(chunk));
failed ||= !lazy;
console.log(`${lazy ? '✓' : '✗'} livekit-client is one lazy chunk of the room`);

process.exit(failed ? 1 : 0);

async function bundle(entry: string, external: RegExp[] = []): Promise<Rolldown.OutputChunk[]> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [minifyTemplates()],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: { entry }, formats: ['es'] },
      rolldownOptions: {
        external,
        preserveEntrySignatures,
        output: { minify: true, codeSplitting },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  return outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .filter((chunk) => chunk.type === 'chunk');
}

/** The entry and what it imports statically: what is downloaded before anything happens. */
function reachable(chunks: readonly Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set(chunks.filter((chunk) => chunk.isEntry));
  for (const chunk of found) {
    for (const name of chunk.imports) {
      const imported = byName.get(name);
      if (imported) found.add(imported);
    }
  }
  return [...found];
}

async function staticGraph(entry: string): Promise<number> {
  return gzipped(reachable(await bundle(entry)));
}

async function ownCode(): Promise<number> {
  return gzipped(await bundle(all, [/^lit(\/|$)/, /^@lit\//, /^livekit-client$/, /^valibot$/]));
}

function gzipped(chunks: readonly Rolldown.OutputChunk[]): number {
  return chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).byteLength, 0);
}

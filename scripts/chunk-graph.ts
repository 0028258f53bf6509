/** Bundles an entry, and computes which chunks load when, and their sizes. */
import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { minifyTemplates, pageOutput, preserveEntrySignatures } from './bundling.js';
import { codeSplitting } from './chunk-groups.js';
import { splitWords } from './split-words.js';

export interface Chunk {
  readonly fileName: string;
  /** Its modules: ours from the root of the repository, others from `node_modules/`. */
  readonly modules: readonly string[];
  /** The module that the chunk is for: an entry, or the target of an `import()`. */
  readonly facade: string | undefined;
  readonly isEntry: boolean;
  /** The chunks that it needs before it runs. */
  readonly imports: readonly string[];
  /** The chunks that it may load by `import()`. */
  readonly dynamicImports: readonly string[];
  /** Bytes after gzip. */
  readonly weight: number;
}

/** The chunks of one entry. */
export class ChunkGraph {
  readonly chunks: readonly Chunk[];
  readonly #byName: ReadonlyMap<string, Chunk>;

  constructor(chunks: readonly Chunk[]) {
    this.chunks = chunks;
    this.#byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  }

  get entries(): readonly Chunk[] {
    return this.chunks.filter(({ isEntry }) => isEntry);
  }

  /** These chunks and all of their static imports, which load before they run. */
  closure(roots: Iterable<Chunk>): ReadonlySet<Chunk> {
    const found = new Set(roots);
    for (const chunk of found) {
      for (const imported of this.#find(chunk.imports)) found.add(imported);
    }
    return found;
  }

  /** The chunk that loads by an `import()` of a module. */
  lazyChunk(module: string): Chunk | undefined {
    const targets = new Set(this.chunks.flatMap(({ dynamicImports }) => dynamicImports));
    return this.chunks.find(({ fileName, modules }) => {
      return targets.has(fileName) && modules.includes(module);
    });
  }

  /** The chunks that these may load by `import()`, without the loaded ones. */
  lazyTargets(loaded: ReadonlySet<Chunk>): readonly Chunk[] {
    const targets = new Set([...loaded].flatMap((chunk) => this.#find(chunk.dynamicImports)));
    return [...targets].filter((target) => !loaded.has(target));
  }

  #find(names: readonly string[]): readonly Chunk[] {
    return names.map((name) => this.#byName.get(name)).filter((chunk) => chunk !== undefined);
  }
}

/** Bundles as `npm run build` does for pages. External packages do not count. */
export async function bundle(entry: string, external: readonly RegExp[]): Promise<ChunkGraph> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [splitWords(), minifyTemplates()],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: { entry }, formats: ['es'] },
      rolldownOptions: {
        external: [...external],
        preserveEntrySignatures,
        output: { ...pageOutput, codeSplitting },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunks = outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .filter((output) => output.type === 'chunk');
  return new ChunkGraph(chunks.map(toChunk));
}

export function sum(chunks: Iterable<Chunk>): number {
  return [...chunks].reduce((total, { weight }) => total + weight, 0);
}

function toChunk(chunk: Rolldown.OutputChunk): Chunk {
  return {
    fileName: chunk.fileName,
    modules: chunk.moduleIds.map(shortName),
    facade: chunk.facadeModuleId ? shortName(chunk.facadeModuleId) : undefined,
    isEntry: chunk.isEntry,
    imports: chunk.imports,
    dynamicImports: chunk.dynamicImports,
    weight: gzipSync(chunk.code, { level: 9 }).byteLength,
  };
}

function shortName(id: string): string {
  return relative('.', id).replaceAll('\\', '/');
}

import { copyFileSync, readdirSync } from 'node:fs';
import { effectFiles } from './scripts/effect-files.js';
import { minifyTemplates, pageOutput, preserveEntrySignatures } from './scripts/bundling.js';
import { codeSplitting } from './scripts/chunk-groups.js';
import { splitWords } from './scripts/split-words.js';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const defines = readdirSync(new URL('./src/define', import.meta.url))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `src/define/${file}`);

/**
 * The npm package: one file a module, as in `src/`, so that the integrator's bundler sees what
 * it can leave out and the declarations stand beside the code.
 */
const library: UserConfig = {
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: {
      entry: [
        'src/index.ts',
        'src/headless.ts',
        'src/effects/index.ts',
        'src/mock/index.ts',
        'src/parts/index.ts',
        'src/react/wrap.ts',
        'src/server/index.ts',
        ...defines,
      ],
      formats: ['es'],
    },
    rolldownOptions: {
      external: [
        /^lit(\/|$)/,
        'livekit-client',
        'react',
        'valibot',
        /^@(livekit|mediapipe|sapphi-red)\//,
      ],
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
};

/** The same for pages without a bundler: everything inside, in chunks that load when needed. */
const cdn: UserConfig = {
  build: {
    target: 'es2022',
    outDir: 'cdn',
    sourcemap: true,
    lib: {
      entry: {
        'ffc-elements': 'src/define/all.ts',
        'ffc-room': 'src/define/ffc-room.ts',
        'ffc-room-list': 'src/define/ffc-room-list.ts',
      },
      formats: ['es'],
    },
    rolldownOptions: {
      preserveEntrySignatures,
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        ...pageOutput,
        codeSplitting,
      },
    },
  },
  define: { 'process.env.NODE_ENV': '"production"' },
};

/** The sandbox for whoever has no clone, with all that it needs inside: `npx ffc-elements sandbox`. */
const sandbox: UserConfig = {
  build: {
    target: 'node22',
    ssr: true,
    outDir: 'dist/sandbox',
    minify: true,
    rolldownOptions: {
      input: { 'ffc-elements': 'sandbox/bin.ts' },
      // The page of a bundle is built.
      external: ['vite'],
      // All in one folder, where they look for the page and for what keeps servers on a leash.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true },
};

const page = (outDir: string): UserConfig => ({
  publicDir: 'sandbox/page/public',
  build: {
    target: 'es2022',
    outDir,
    rolldownOptions: { input: 'sandbox/page/index.html', output: pageOutput },
  },
  define: { 'process.env.NODE_ENV': '"production"' },
});

const sandboxPage: UserConfig = {
  ...page('dist/sandbox/page'),
  resolve: { alias: [{ find: /^\.\/effects\.js$/, replacement: './no-effects.js' }] },
};

const leash: Plugin = {
  name: 'copy-leash',
  closeBundle: () => copyFileSync('sandbox/leash.js', 'dist/sandbox/leash.js'),
};

const modes: Readonly<Record<string, UserConfig>> = {
  cdn,
  sandbox: { ...sandbox, plugins: [leash] },
  'sandbox-page': sandboxPage,
  'e2e-page': page('.cache/e2e-page'),
};

export default defineConfig(({ mode }) => {
  const { plugins = [], ...config } = modes[mode] ?? { ...library, plugins: [effectFiles()] };
  return { ...config, plugins: [splitWords(), minifyTemplates(), ...plugins] };
});

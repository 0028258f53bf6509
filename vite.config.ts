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
 * The npm package: one file for each module, as in `src/`, so that the bundler of an app can remove
 * unused modules, and the declarations are beside the code.
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

/** The files for pages without a bundler: all dependencies included, in chunks that load lazily. */
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

/** The sandbox in the npm package (`npx ffc-elements sandbox`), with all dependencies included. */
const sandbox: UserConfig = {
  build: {
    target: 'node22',
    ssr: true,
    outDir: 'dist/sandbox',
    minify: true,
    rolldownOptions: {
      input: { 'ffc-elements': 'sandbox/bin.ts' },
      // The bundle serves the built page, and needs no Vite.
      external: ['vite'],
      // One folder, because the files look for the page and for `leash.js` beside themselves.
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

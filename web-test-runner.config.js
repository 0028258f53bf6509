import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

// In a configuration, the runner cannot resolve the `.js` names of TypeScript's imports.
register();
const { chromiumArgs } = await import('./scripts/chromium-args.ts');
const { failuresReporter } = await import('./scripts/failures-reporter.ts');
const { findChromium } = await import('./scripts/find-chromium.ts');
const { bundledTests } = await import('./scripts/bundled-tests.ts');
const { testPages, writeTestPages } = await import('./scripts/test-pages.ts');

writeTestPages({ unit: 8, elements: 20, examples: 1 });

export default {
  files: [`${testPages}/**/*.test.ts`],
  nodeResolve: { exportConditions: ['browser', 'development'] },
  plugins: [
    // While a person changes files, the runner serves each module as it is.
    ...(process.argv.includes('--watch')
      ? []
      : [
          bundledTests([
            `${testPages}/**/*.test.ts`,
            'test/{unit,elements,examples,live}/**/*.test.ts',
          ]),
        ]),
    {
      name: 'entries-of-this-package',
      // The examples import this package by its name, as apps do.
      resolveImport: ({ source }) =>
        source === 'ffc-elements/parts' ? '/src/parts/index.ts' : undefined,
    },
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: await findChromium(),
        args: chromiumArgs,
        // The driver would follow each request, which no test needs.
        networkEnabled: false,
      },
      createPage: async ({ context }) => {
        // A new window, because a background tab gets no frames and no ResizeObserver calls.
        const page = await context.newPage({ type: 'window' });
        // Two windows are open at a time, and the system gives the focus to one of them only.
        await page.emulateFocusedPage(true);
        return page;
      },
    }),
  ],
  reporters: [defaultReporter(), failuresReporter],
  // Each test file would print it, and bury what matters.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  concurrency: 2,
  testFramework: { config: { timeout: 20_000 } },
};

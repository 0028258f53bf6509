import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** The layers that a layer may import, besides itself. `types`: only types. */
const layers = {
  core: { values: [], types: [] },
  api: { values: ['core'], types: [] },
  rtc: { values: ['core'], types: [] },
  // The types of events: each event is declared once, for the store and for the page.
  state: { values: ['core'], types: ['api', 'rtc', 'events'] },
  services: { values: ['core', 'api', 'rtc'], types: ['state'] },
  events: { values: ['core'], types: ['api', 'rtc', 'state'] },
  i18n: { values: ['core'], types: ['api', 'rtc', 'state'] },
  // For `isolate()`, which isolates names in sentences.
  locales: { values: ['i18n'], types: [] },
  icons: { values: [], types: [] },
  styles: { values: [], types: [] },
  parts: {
    values: ['core', 'state', 'events', 'i18n', 'icons', 'locales', 'styles'],
    types: ['api', 'rtc', 'services'],
  },
  controls: {
    values: ['core', 'state', 'events', 'i18n', 'icons', 'locales', 'parts'],
    types: ['rtc'],
  },
  // Each feature loads separately, and knows only the handle of a room.
  features: {
    values: ['core', 'state', 'parts', 'events', 'i18n', 'icons', 'locales', 'styles'],
    types: ['api', 'rtc'],
  },
  elements: {
    values: [
      'core',
      'state',
      'services',
      'parts',
      'controls',
      'features',
      'events',
      'i18n',
      'icons',
      'locales',
      'styles',
    ],
    types: ['api', 'rtc'],
  },
  define: { values: ['elements', 'features', 'controls', 'locales', 'parts'], types: ['events'] },
  mock: { values: ['core'], types: ['api', 'rtc', 'state'] },
  // A separate entry. No other layer may import it, so that no journey loads it.
  effects: { values: ['core', 'parts'], types: [] },
  // Knows only the tags of elements.
  react: { values: [], types: [] },
  // For backends. No other layer may import it, so that it never gets into a page.
  server: { values: ['core', 'api'], types: [] },
};
const names = Object.keys(layers);

const layerRules = names.map((name) => {
  const { values, types } = layers[name];
  const forbidden = names.filter(
    (other) => other !== name && ![...values, ...types].includes(other),
  );
  const typesOnly = types;
  return {
    files: [`src/${name}/**/*.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            ...(forbidden.length
              ? [
                  {
                    regex: `^(\\.\\./)+(${forbidden.join('|')})/`,
                    message: `${name}/ must not import this layer (ARCHITECTURE.md, "Layers").`,
                  },
                ]
              : []),
            ...(typesOnly.length
              ? [
                  {
                    regex: `^(\\.\\./)+(${typesOnly.join('|')})/`,
                    allowTypeImports: true,
                    message: `${name}/ may import types of this layer only (ARCHITECTURE.md, "Layers").`,
                  },
                ]
              : []),
            // The words of other languages load only by `import()` (`parts/locales.ts`).
            {
              regex: '/locales/(?!en\\.js$)',
              allowTypeImports: false,
              message: 'English alone is imported statically; other languages load when needed.',
            },
            {
              regex: '^livekit-client$',
              allowTypeImports: name === 'rtc' || name === 'effects',
              message: 'livekit-client is loaded by rtc/load.ts alone, through one import().',
            },
          ],
        },
      ],
    },
  };
});

const noInnerHtml = {
  selector: "AssignmentExpression[left.property.name='innerHTML']",
  message: 'Everything from the network is text: no innerHTML.',
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'cdn/',
      'storybook-static/',
      'node_modules/',
      '.cache/',
      // Each app is compiled by its framework, and contains type errors on purpose.
      'test/frameworks/apps/',
      // Each app is compiled by its framework.
      'examples/*/',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  lit['flat/recommended'],
  wc['flat/recommended'],
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true },
    },
    rules: {
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      // This rule does not know the accessors that Lit's decorators create.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      'wc/guard-super-call': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.property.name='define'][callee.object.name='customElements']",
          message: 'Only define/ and registerControl() register elements.',
        },
        noInnerHtml,
      ],
    },
  },
  // `define/` and `registerControl()` register elements. The examples do it as apps do.
  {
    files: ['src/define/**/*.ts', 'src/parts/controls.ts', 'examples/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noInnerHtml] },
  },
  // All words of a language are in one file for its translator.
  { files: ['src/locales/*.ts', 'examples/*.ts'], rules: { 'max-lines': 'off' } },
  ...layerRules,
  {
    files: ['src/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: '^\\./server/', message: 'Browser entries must not reach server/.' }],
        },
      ],
    },
  },
  // The adapter loads by that `import()` together with the library, so it may use its values.
  {
    files: ['src/rtc/livekit/**/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[property.name=/^(only|skip)$/][object.name=/^(it|describe|test)$/]',
          message: 'No focused and no skipped tests.',
        },
      ],
    },
  },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
);

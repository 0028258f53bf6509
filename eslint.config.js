import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** What each layer may import, beside itself. `types` may be imported as types only. */
const layers = {
  core: { values: [], types: [] },
  api: { values: ['core'], types: [] },
  rtc: { values: ['core'], types: [] },
  // Types alone: what a store emits is declared once, with the event that the page hears.
  state: { values: ['core'], types: ['api', 'rtc', 'events'] },
  services: { values: ['core', 'api', 'rtc'], types: ['state'] },
  events: { values: ['core'], types: ['api', 'rtc', 'state'] },
  i18n: { values: ['core'], types: ['api', 'rtc', 'state'] },
  // What isolates names in sentences.
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
  // Each is loaded by itself, and reached through the handle of a room alone.
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
  // An entry of its own: no other layer may reach it, so that no journey loads it.
  effects: { values: ['core', 'parts'], types: [] },
  // Knows elements by their tags alone.
  react: { values: [], types: [] },
  // For backends: no other layer may reach it, so that it never gets into a page.
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
            // The words of other languages come by import() alone (`parts/locales.ts`).
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
      // Each is compiled by its own framework, with mistakes in it.
      'test/frameworks/apps/',
      // Each is compiled by its own framework too.
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
      // Lit's decorators make accessors that this rule cannot see.
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
  // A page that registers a control gets its tag with it.
  {
    files: ['src/define/**/*.ts', 'src/parts/controls.ts', 'examples/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noInnerHtml] },
  },
  // A translator writes one file, however many words there are.
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
  // The adapter is the far side of the one import(), so it may use the library's values.
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

import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { type BrowserLimit, browserLimits } from '../../scripts/browser-limits.js';
import {
  type Block,
  blocksOf,
  documents,
  removeModules,
  typeErrors,
  writeModule,
} from './support/readme.js';

interface Named {
  readonly name: string;
}
interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly events?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssStates?: readonly Named[];
}
const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
};
const elements = new Map(
  manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .map((declaration) => [declaration.tagName!, declaration] as const),
);
const guides = documents.filter((document) => document !== 'README.md');
const blocks = documents.flatMap(blocksOf);
const inLanguage = (...languages: readonly string[]): readonly Block[] =>
  blocks.filter(({ language }) => languages.includes(language));
const at = ({ document, line }: Block): string => `${document}:${line}`;

/** The declarations that the guides assume. A name means the same in all of them. */
const ambient = `
  declare const room: import('ffc-elements').FfcRoomElement;
  declare const tokenProvider: () => Promise<{ accessToken: string }>;
  declare const fetchToken: typeof tokenProvider;
  declare const id: string;
  declare function report(error: import('ffc-elements').FfcError): void;
  declare function draw(phase: { readonly state: string }): void;
  interface User { id: string; name: string; isAdmin: boolean }
  declare const sessions: { userOf(cookie: string | null): Promise<User | null> };
  declare function memberOf(request: Request): Promise<{ appUserId: string } | null>;
  declare const client: import('ffc-elements/server').FfcServerClient;
  declare const createRoomsGateway: typeof import('ffc-elements/server').createRoomsGateway;
  declare const toNodeListener: typeof import('ffc-elements/server').toNodeListener;
  declare const token: import('ffc-elements/server').Handler;
  declare const rooms: typeof token;
  declare const webhooks: typeof token;
  declare const app: import('hono').Hono;
  declare const express: import('express').Express;
  declare const fastify: import('fastify').FastifyInstance;
`;

after(removeModules);

describe('the guides', () => {
  it('are all in the list of README', () => {
    const readme = readFileSync('README.md', 'utf8');
    assert.deepEqual(
      guides.filter((guide) => !readme.includes(`](${guide})`)),
      [],
    );
  });

  it('are in Storybook, from the same files', () => {
    const pages = new Set(globSync('stories/guides/*.mdx').map((page) => basename(page, '.mdx')));
    assert.ok(pages.size > 18);
    for (const name of pages) {
      const guide = `docs/${name}.md`;
      assert.ok(existsSync(guide), guide);
      const page = readFileSync(`stories/guides/${name}.mdx`, 'utf8');
      assert.ok(page.includes(`'../../${guide}?raw'`), guide);
      // Links between guides derive from the file name, so the title has to match it.
      const [, title = ''] = /title="Guides\/([^"]+)"/.exec(page) ?? [];
      assert.equal(title.toLowerCase().replaceAll(' ', '-'), name);
    }
  });

  it('name each known difference between browsers that the tests have', () => {
    const text = readFileSync('docs/browser-support.md', 'utf8').replace(/\s+/g, ' ');
    const limits: readonly BrowserLimit[] = Object.values(browserLimits).flat();
    assert.deepEqual(
      limits.map(({ what }) => what).filter((what) => !text.includes(what)),
      [],
    );
  });

  it('have no broken links', () => {
    const broken = documents.flatMap((document) => {
      const text = readFileSync(document, 'utf8').replace(/^```.*?^```$/gms, '');
      return [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)]
        .map(([, link = '']) => link)
        .filter((link) => !/^https?:/.test(link) && !existsSync(join(dirname(document), link)))
        .map((link) => `${document}: ${link}`);
    });
    assert.deepEqual(broken, []);
  });

  it('begin with a title and a sentence', () => {
    for (const guide of guides) {
      assert.match(readFileSync(guide, 'utf8'), /^# \S.*\n\n\S/, guide);
    }
  });

  it('have code with the types of the package', () => {
    for (const file of ['ja.ts', 'app-notes.ts']) {
      writeModule(file, readFileSync(join('examples', file), 'utf8'));
    }
    const filesOf = (from: readonly Block[]) =>
      Object.fromEntries(
        from.map((block) => {
          const { document, line, language, code } = block;
          const name = `${basename(document, '.md')}-${line}`;
          return [`${name}.${language.endsWith('x') ? 'tsx' : 'ts'}`, ['', code]] as const;
        }),
      );
    const scripts = inLanguage('js', 'jsx');
    const typed = inLanguage('ts', 'tsx');
    assert.ok(scripts.length > 20 && typed.length > 8);
    // The exports of Next's handlers have fixed names, so their blocks are left out. Vitest and
    // Jest run the blocks of the guide about tests.
    const plain = scripts.filter(
      ({ document, code }) => !code.includes('export ') && !document.includes('testing-with'),
    );
    assert.deepEqual(typeErrors(filesOf(plain), { ambient }), []);
    assert.deepEqual(typeErrors(filesOf(typed), { ambient, isStrict: true }), []);
  });

  it('have JSON that can be parsed', () => {
    for (const block of inLanguage('json')) {
      assert.doesNotThrow(() => JSON.parse(block.code) as unknown, at(block));
    }
  });

  it('name only tags and attributes that elements have', () => {
    const standard = ['id', 'slot', 'class', 'lang', 'dir', 'hidden', 'title'];
    const wrong = inLanguage('html').flatMap((block) =>
      [...block.code.matchAll(/<(ffc-[\w-]+)([^>]*)>/g)].flatMap(([, tag = '', rest = '']) => {
        const known = elements.get(tag)?.attributes?.map(({ name }) => name);
        if (!known) return [`${at(block)}: <${tag}>`];
        const names = [...rest.replace(/="[^"]*"/g, '').matchAll(/[\w-]+/g)].map(([name]) => name);
        return names
          .filter((name) => !known.includes(name) && !standard.includes(name))
          .map((name) => `${at(block)}: <${tag} ${name}>`);
      }),
    );
    assert.deepEqual(wrong, []);
  });

  it('name only slots that elements have', () => {
    const slots = new Set(namesOf('slots'));
    // A panel that a page registers also has a slot.
    const wrong = inLanguage('html').flatMap((block) =>
      [...block.code.matchAll(/ slot="([\w-]+)"/g)]
        .filter(([, name = '']) => !slots.has(name))
        .map(([, name]) => `${at(block)}: ${name}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('name only properties, parts and states of CSS that elements have', () => {
    const properties = new Set(namesOf('cssProperties'));
    const parts = new Set(namesOf('cssParts'));
    const states = new Set([...namesOf('cssStates'), 'connected']);
    for (const block of [...inLanguage('css', 'html')]) {
      for (const [name] of block.code.matchAll(/--ffc-(?!toggle)[\w-]+/g)) {
        assert.ok(properties.has(name), `${at(block)}: ${name}`);
      }
      for (const [, name = ''] of block.code.matchAll(/::part\(([\w-]+)\)/g)) {
        assert.ok(parts.has(name), `${at(block)}: ${name}`);
      }
      for (const [, name = ''] of block.code.matchAll(/:state\(([\w-]+)\)/g)) {
        assert.ok(states.has(name), `${at(block)}: ${name}`);
      }
    }
  });

  it('name only elements and events that exist', () => {
    const events = new Set(namesOf('events'));
    const wrong = documents.flatMap((document) => {
      const text = readFileSync(document, 'utf8').replace(/^```.*?^```$/gms, '');
      return (
        [...text.matchAll(/`<?(ffc-[a-z-]+)[^`]*`/g)]
          .map(([whole, name = '']) => [whole, name] as const)
          .filter(([whole]) => !/^`ffc-elements/.test(whole) && !whole.startsWith('`ffc-x'))
          // The examples define this element themselves.
          .filter(([, name]) => !['ffc-wave-button', ...elements.keys(), ...events].includes(name))
          .map(([whole]) => `${document}: ${whole}`)
      );
    });
    assert.deepEqual(wrong, []);
  });
});

function namesOf(list: Exclude<keyof Declaration, 'tagName'>): readonly string[] {
  return [...elements.values()].flatMap((element) => (element[list] ?? []).map(({ name }) => name));
}

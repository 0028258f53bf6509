import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readControlTable } from '../../scripts/control-table.js';
import { editorFiles } from '../../scripts/framework-types/editor-data.js';
import { readElements } from '../../scripts/framework-types/model.js';

interface Entry {
  readonly name: string;
  readonly description: string | { readonly value: string };
  readonly values?: readonly { readonly name: string }[];
}
interface HtmlData {
  readonly globalAttributes: readonly Entry[];
  readonly tags: readonly (Entry & { readonly attributes: readonly Entry[] })[];
}
interface CssData {
  readonly properties: readonly Entry[];
  readonly pseudoElements: readonly Entry[];
  readonly pseudoClasses: readonly Entry[];
}
interface WebTypes {
  readonly version: string;
  readonly contributions: {
    readonly html: {
      readonly attributes: readonly Entry[];
      readonly elements: readonly (Entry & {
        readonly attributes: readonly (Entry & { readonly value: { readonly type: string } })[];
        readonly slots: readonly Entry[];
        readonly js: { readonly events: readonly Entry[]; readonly properties: readonly Entry[] };
        readonly css: { readonly parts: readonly Entry[]; readonly properties: readonly Entry[] };
      })[];
    };
  };
}

const files = editorFiles(await readControlTable());
const read = (name: string): unknown => JSON.parse(files.get(name) ?? '');
const html = read('vscode.html-custom-data.json') as HtmlData;
const css = read('vscode.css-custom-data.json') as CssData;
const webTypes = read('web-types.json') as WebTypes;
const elements = readElements();
const textOf = ({ description }: Entry): string =>
  typeof description === 'string' ? description : description.value;

describe('the data for editors', () => {
  it('have every element with its attributes, and a text for each', () => {
    for (const { tag, attributes } of elements) {
      const found = html.tags.find(({ name }) => name === tag);
      assert.ok(found && textOf(found), tag);
      for (const { name } of attributes) {
        const attribute = found.attributes.find((each) => each.name === name);
        assert.ok(attribute && textOf(attribute), `${tag} ${name}`);
      }
    }
  });

  it('offer the values that an attribute accepts', () => {
    const room = html.tags.find(({ name }) => name === 'ffc-room');
    const wordsOf = (attribute: string): readonly string[] | undefined =>
      room?.attributes.find(({ name }) => name === attribute)?.values?.map(({ name }) => name);
    assert.deepEqual(wordsOf('theme'), ['light', 'dark', 'auto']);
    assert.deepEqual(wordsOf('strip-position'), ['top', 'bottom', 'left', 'right']);
    assert.deepEqual(wordsOf('announce'), ['all', 'important', 'none']);
    // The attribute accepts other values, too.
    assert.deepEqual(wordsOf('endpoint'), ['sandbox', 'production']);
    assert.deepEqual(wordsOf('layout'), ['grid', 'fixed-grid', 'scroll', 'focused']);
    // The name of a type would mean nothing to an author of HTML.
    for (const { name: tag, attributes } of webTypes.contributions.html.elements) {
      for (const { name, value } of attributes) {
        assert.match(value.type, /^(string|number|boolean|'.*)$/, `${tag} ${name}`);
      }
    }
  });

  it('have the attributes for the buttons of a page, with the commands that the guide lists', () => {
    const [command, room] = html.globalAttributes;
    assert.deepEqual([command?.name, room?.name], ['data-ffc-command', 'data-ffc-for']);
    const commands = (command?.values ?? []).map(({ name }) => name);
    const guide = readFileSync('docs/own-control-bar.md', 'utf8');
    const list = /The commands are (.*?), and the controls/s.exec(guide)?.[1] ?? '';
    const documented = [...list.matchAll(/`([a-z-]*[a-z])`/g)].map(([, name]) => name);
    assert.deepEqual(commands.toSorted(), documented.toSorted());
    assert.deepEqual(
      webTypes.contributions.html.attributes.map(({ name }) => name),
      ['data-ffc-command', 'data-ffc-for'],
    );
  });

  it('have the parts, the states and the properties of CSS', () => {
    assert.ok(css.properties.some(({ name }) => name === '--ffc-color-accent'));
    assert.ok(css.pseudoElements.some(({ name }) => name === '::part(tile)'));
    assert.ok(css.pseudoClasses.some(({ name }) => name === ':state(muted)'));
    const { properties, pseudoElements, pseudoClasses } = css;
    for (const entry of [...properties, ...pseudoElements, ...pseudoClasses]) {
      assert.ok(textOf(entry), entry.name);
    }
  });

  it('have texts that end as sentences do', () => {
    for (const { name: tag, attributes } of html.tags) {
      for (const attribute of attributes) {
        assert.match(textOf(attribute), /^[\p{Lu}`(][^]*[.!?)`]$/u, `${tag} ${attribute.name}`);
      }
    }
  });

  it('have the events, properties, slots and parts of each element for JetBrains', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as WebTypes;
    assert.equal(webTypes.version, version);
    const room = webTypes.contributions.html.elements.find(({ name }) => name === 'ffc-room');
    assert.ok(room);
    assert.ok(room.js.events.some(({ name }) => name === 'ffc-error'));
    assert.ok(room.js.properties.some(({ name }) => name === 'tokenProvider'));
    assert.ok(room.slots.some(({ name }) => name === 'stage'));
    assert.ok(room.css.parts.some(({ name }) => name === 'tile'));
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';

const path = 'src/locales/ko.ts';
const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);

/** Particles whose form depends on whether the word before them ends in a consonant. */
const particle = /^(?:을|를|은|는|이|가|과|와|으로|로|아|야|이나|나|이라는|라는)(?=[\s.,…!?]|$)/;
/** What always ends in the same way: in a vowel, as our names of devices do, in “님” or in “명”. */
const sameEnds = new Set([
  'device',
  'people(count)',
  'who(names, count)',
  "names.map((name) => `${name} 님`).join(', ')",
  "new Intl.ListFormat('ko').format(known)",
]);

interface Placeholder {
  readonly expression: string;
  readonly after: string;
  readonly line: number;
}

function placeholders(node: ts.Node): readonly Placeholder[] {
  const inner: Placeholder[] = [];
  node.forEachChild((child) => void inner.push(...placeholders(child)));
  if (!ts.isTemplateSpan(node)) return inner;
  const { line } = source.getLineAndCharacterOfPosition(node.getStart());
  const found = { expression: node.expression.getText(), after: node.literal.text, line: line + 1 };
  return [found, ...inner];
}

describe('the Korean words', () => {
  it('put no particle after a name, which may end in a vowel or in a consonant', () => {
    const all = placeholders(source);
    assert.ok(all.length > 50, 'the placeholders are found');
    const wrong = all.filter(
      ({ expression, after }) => particle.test(after) && !sameEnds.has(expression),
    );
    assert.deepEqual(wrong, []);
  });

  it('are without particles that leave the choice to the reader', () => {
    assert.doesNotMatch(source.text, /[을은이과]\([를는가와]\)|\(으\)로/);
  });
});

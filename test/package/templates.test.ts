import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

describe('the templates of the built package', () => {
  it('close each shape of an icon, so that none swallows those that follow it', () => {
    const files = readdirSync('dist/icons').filter((file) => file.endsWith('.js'));
    assert.ok(files.length > 0);
    for (const file of files) {
      const shapes = readFileSync(`dist/icons/${file}`, 'utf8').match(/<(rect|circle|path)[^>]*>/g);
      for (const shape of shapes ?? []) assert.match(shape, /\/>$/, `${file}: ${shape}`);
    }
  });
});

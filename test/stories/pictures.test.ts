import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { storiesWithPictures } from '../../scripts/pictures/stories.js';

describe('the kept pictures', () => {
  it('are those of the present stories, in light and dark', () => {
    const expected = storiesWithPictures().flatMap(({ id }) => [
      `${id}.dark.webp`,
      `${id}.light.webp`,
    ]);
    const kept = readdirSync('stories/pictures').filter((name) => name.endsWith('.webp'));
    assert.deepEqual(kept.sort(), expected.sort(), '`npm run pictures -- --accept` takes them.');
  });
});

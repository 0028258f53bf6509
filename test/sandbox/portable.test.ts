import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { it } from 'node:test';

it('the service runs in a browser too: nothing in it needs Node', () => {
  const folder = fileURLToPath(new URL('../../sandbox/service', import.meta.url));
  const imports = globSync(`${folder}/*.ts`).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)].map(([, name]) => name ?? ''),
  );
  const outer = new Set(imports.filter((name) => !name.startsWith('./')));
  assert.deepEqual([...outer].sort(), ['hono', 'hono/cors', 'jose', 'valibot']);
});

import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { openStateFile, StateFileError } from '../../sandbox/state-file.js';
import { anyPorts, otherLiveKit, startCli } from './support/processes.js';
import { basic, createRoom, rooms } from './support/service.js';
import { startOn, temporaryFile } from './support/state-file.js';

describe('a state file', () => {
  it('keeps rooms, members, messages, callbacks and tokens over a restart', async (test) => {
    const path = temporaryFile(test);
    const first = startOn(test, path);
    assert.equal(first.isNew, true);
    const mina = await first.login('mina');
    const room = await createRoom(first, mina, { title: 'Weekly', password: 'one' });
    const channel = `${rooms}/${room.id}/channel`;
    await first.call(`POST ${channel}/join`, { as: mina });
    await first.call(`POST ${channel}/messages`, { as: mina, json: { message: 'Hi' } });
    const callback = { url: 'http://app.test/', id: 'hook', password: 'secret' };
    await first.call('PUT /v2/apps/me/callback-api', { as: basic('key:secret'), json: callback });
    first.end();

    const second = startOn(test, path);
    assert.equal(second.isNew, false);
    const { body } = await second.call(`GET ${rooms}/${room.id}`, { as: mina });
    assert.deepEqual(body, room);
    const messages = await second.call(`GET ${channel}/messages`, { as: mina });
    assert.equal(messages.body.totalElements, 1);
    const state = await second.call('GET /v2/members/me', { as: mina });
    assert.equal(state.body.appUserName, 'mina of key');
  });

  it('never gives the id of a deleted room to another', async (test) => {
    const path = temporaryFile(test);
    const first = startOn(test, path);
    const mina = await first.login('mina');
    const { id } = await createRoom(first, mina);
    await first.call(`DELETE ${rooms}/${id}`, { as: mina });
    first.end();
    const second = startOn(test, path);
    assert.equal((await second.call(`GET ${rooms}`, { as: mina })).body.totalElements, 0);
    assert.equal((await createRoom(second, mina)).id, id + 1);
  });

  it('keeps the callbacks of the apps', (test) => {
    const path = temporaryFile(test);
    const callback = { url: 'http://app.test/', id: 'hook', password: 'secret' };
    const first = openStateFile(path);
    first.store.callbacks.set(1, callback);
    first.close();
    const second = openStateFile(path);
    test.after(() => second.close());
    assert.deepEqual({ ...second.store.callbacks.get(1) }, callback);
  });

  for (const umask of [0o000, 0o022, 0o777]) {
    it(`can be read by its owner only, with a umask of ${umask.toString(8)}`, (test) => {
      const path = temporaryFile(test);
      const before = process.umask(umask);
      test.after(() => process.umask(before));
      const state = openStateFile(path);
      test.after(() => state.close());
      state.secret('token', 32);
      const files = readdirSync(dirname(path)).map((name) => join(dirname(path), name));
      assert.ok(files.includes(`${path}-wal`));
      for (const file of files) assert.equal(statSync(file).mode & 0o777, 0o600, file);
    });
  }

  it('can be read by its owner only, also when it could be read by all before', (test) => {
    const path = temporaryFile(test);
    const first = openStateFile(path);
    test.after(() => first.close());
    first.secret('token', 32);
    // A killed sandbox leaves these files behind.
    const left = [path, `${path}-wal`];
    for (const file of left) copyFileSync(file, file.replace(path, `${path}2`));
    for (const file of left) chmodSync(file.replace(path, `${path}2`), 0o644);
    const second = openStateFile(`${path}2`);
    test.after(() => second.close());
    assert.deepEqual(second.secret('token', 32), first.secret('token', 32));
    for (const file of left) {
      assert.equal(statSync(file.replace(path, `${path}2`)).mode & 0o777, 0o600);
    }
  });

  it('gets a folder of its owner’s where there is none', (test) => {
    const folder = join(dirname(temporaryFile(test)), 'new');
    const before = process.umask(0);
    test.after(() => process.umask(before));
    const state = openStateFile(join(folder, 'state.sqlite'));
    test.after(() => state.close());
    assert.equal(statSync(folder).mode & 0o777, 0o700);
  });

  it('is refused when it is something else, or in use', (test) => {
    const path = temporaryFile(test);
    writeFileSync(`${path}.txt`, 'a letter to a friend'.repeat(100));
    assert.throws(() => openStateFile(`${path}.txt`), StateFileError);
    assert.throws(() => openStateFile(`${path}/nowhere/state`), StateFileError);
    const state = openStateFile(path);
    test.after(() => state.close());
    assert.throws(() => openStateFile(path), StateFileError);
  });
});

describe('npm start --state', () => {
  it('shows the keys when asked, and the same ones after a restart', async (test) => {
    const state = `--state=${temporaryFile(test)}`;
    const keys: string[][] = [];
    for (let n = 0; n < 2; n++) {
      const { line, lines, child, ended } = startCli(
        test,
        [...anyPorts, state, '--show-keys'],
        otherLiveKit,
      );
      await line(/^Ready:/);
      keys.push(lines.filter((text) => text.startsWith('Keys of the app')));
      child.kill('SIGTERM');
      assert.equal(await ended, 0);
    }
    assert.equal(keys[0]?.length, 2);
    assert.deepEqual(keys[0], keys[1]);
  });

  it('refuses a token lifetime that is none', async (test) => {
    const { ended, lines } = startCli(test, ['--token-lifetime=soon']);
    assert.equal(await ended, 1);
    assert.match(lines[0] ?? '', /--token-lifetime .* takes seconds, from 1 to 86400, not "soon"/);
  });
});

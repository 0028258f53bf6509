import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { AppBackend } from './app-backend.js';
import type { Person } from './people.js';
import { Suite } from './suite.js';

describe('a call that is recorded', () => {
  const suite = new Suite();
  let roomId: number;
  let mina: Person;

  before(async () => {
    const input = { canAutoRoomCompositeRecording: true };
    roomId = (await new AppBackend(suite.sandbox).createRoom('mina', 'On air', input)).id;
  });

  it('is shown to everybody in the call and to everybody who joins', async () => {
    mina = await suite.joined('mina', 'On air');
    await mina.event({ type: 'ffc-recording-change', recording: true });
    const jun = await suite.joined('jun', 'On air');
    await jun.event({ type: 'ffc-recording-change', recording: true });
    for (const { page } of [mina, jun]) {
      await page.locator('[part~=recording]').getByText('Recording').waitFor();
      await page.getByText('This call is being recorded.').first().waitFor();
    }
    assert.deepEqual(jun.complaints, []);
    await jun.close();
  });

  it('is reported as no longer recorded after a stop, in the call and to the app', async () => {
    const path = `${suite.sandbox.serviceUrl}/__recordings/${roomId}`;
    assert.equal((await fetch(path, { method: 'DELETE' })).status, 204);
    await mina.event({ type: 'ffc-recording-change', recording: false });
    await mina.page.locator('[part~=recording]').waitFor({ state: 'detached' });
    const log = mina.page.locator('details', { hasText: 'Webhooks' });
    await log.getByText('Webhooks', { exact: true }).click();
    await log.getByText('VIDEO_ROOM_EGRESS_ENDED').waitFor();
    assert.deepEqual(mina.complaints, []);
  });
});

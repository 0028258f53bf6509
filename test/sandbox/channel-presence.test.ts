import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { liveRoom } from './support/live-room.js';
import { rooms, type Answer } from './support/service.js';
import { createTestClock } from './support/test-clock.js';

const stateIn = ({ body }: Answer): string =>
  (body as unknown as { readonly channelMemberState: string }).channelMemberState;

describe('somebody in a channel', () => {
  it('is ONLINE for a minute after a call, while listening, and while in the call', async () => {
    const time = createTestClock();
    const service = await liveRoom({ clock: time.clock });
    const { call, mina, login, id, tell, fetch } = service;
    const jun = await login('jun');
    const channel = `${rooms}/${id}/channel`;
    for (const as of [mina, jun]) await call(`POST ${channel}/join`, { as });
    const stateOf = async (appUserId: string): Promise<string> => {
      const as = appUserId === 'jun' ? mina : jun;
      return stateIn(await call(`GET ${channel}/members/${appUserId}`, { as }));
    };
    const filtered = async (state: string): Promise<number> => {
      const query = `GET ${channel}/members?channelMemberState=${state}`;
      return (await call(query, { as: mina })).body.totalElements;
    };
    assert.equal(await stateOf('jun'), 'ONLINE');
    time.advance(60_000);
    assert.equal(await stateOf('jun'), 'OFFLINE');
    assert.deepEqual([await filtered('ONLINE'), await filtered('OFFLINE')], [1, 1]);
    assert.equal((await call(`GET ${channel}/members`, { as: mina })).body.totalElements, 2);

    const client = new AbortController();
    const address = 'http://service.test/v2/members/me/event-sources';
    const { signal } = client;
    await fetch(new Request(address, { headers: { Authorization: jun }, signal }));
    time.advance(60_000);
    assert.equal(await stateOf('jun'), 'ONLINE');
    client.abort();
    assert.equal(await stateOf('jun'), 'OFFLINE');
    await call('GET /v2/members/me', { as: jun });
    assert.equal(await stateOf('jun'), 'ONLINE');

    await tell('participant_joined', 'PA_1');
    time.advance(120_000);
    assert.equal(await stateOf('mina'), 'ONLINE');
    service.stop();
  });
});

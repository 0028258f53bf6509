import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asMember, refused } from './support/calls.js';
import { createCast, run, type, type Person } from './support/cast.js';
import { target } from './support/target.js';

const { app, enter, makeRoom } = createCast();
const mina = await enter('mina');
const jun = await enter('jun');

/** Whether a person may find, get, join and call a room. Asserts that it is all or nothing. */
async function mayEnter(person: Person, id: number, keyword: string): Promise<boolean> {
  const { totalElements } = (await person(`GET /video-rooms?keyword=${keyword}`)).body;
  const answers = [
    await person(`GET /video-rooms/${id}`),
    await person(`POST /video-rooms/${id}/channel/join`),
    await person(`POST /video-rooms/${id}/web-rtc-tokens`, {}),
  ];
  const statuses = answers.map(({ status }) => status);
  if (totalElements === 1) {
    assert.deepEqual(statuses, [200, 204, 201]);
    return true;
  }
  for (const answer of answers) refused(answer, 403);
  return false;
}

let rooms = 0;
async function levelRoom(fields: object): Promise<{ id: number; keyword: string }> {
  const keyword = `level${++rooms}of${run}`;
  const { id } = await makeRoom(mina, { title: keyword, ...fields });
  return { id, keyword };
}

describe('a room for', () => {
  // All may enter PUBLIC rooms, all but guests MEMBER rooms, and only the creator PRIVATE rooms.
  for (const [accessLevel, forMembers] of [
    ['PUBLIC', true],
    ['MEMBER', true],
    ['PRIVATE', false],
  ] as const) {
    it(`${accessLevel} lets in who it is for`, async () => {
      const { id, keyword } = await levelRoom({ accessLevel });
      assert.equal(await mayEnter(mina, id, keyword), true);
      assert.equal(await mayEnter(jun, id, keyword), forMembers);
      assert.equal((await app(`GET /video-rooms/${id}`)).status, 200);
    });
  }

  it('RESTRICTED admits only its creator and the members on its list', async () => {
    const { id, keyword } = await levelRoom({ accessLevel: 'RESTRICTED' });
    assert.equal(await mayEnter(mina, id, keyword), true);
    assert.equal(await mayEnter(jun, id, keyword), false);
  });
});

// Sandbox only: the service does not publish the fields for groups and allow lists.
if (target.inside) {
  describe('the facts that access levels depend on', () => {
    it('is the list of a RESTRICTED room, which its owner changes', async () => {
      const allowList = [jun.appUserId];
      const { id, keyword } = await levelRoom({ accessLevel: 'RESTRICTED', allowList });
      const sara = await enter('sara');
      assert.equal(await mayEnter(jun, id, keyword), true);
      assert.equal(await mayEnter(sara, id, keyword), false);
      await mina(`PATCH /video-rooms/${id}`, { allowList: [sara.appUserId] });
      assert.equal(await mayEnter(jun, id, keyword), false);
      assert.equal(await mayEnter(sara, id, keyword), true);
    });

    it('is the group of the member, in a room for MEMBER', async () => {
      const { id, keyword } = await levelRoom({ accessLevel: 'MEMBER' });
      const { body } = await app('POST /members/login-as-guest', {});
      const guest = Object.assign(asMember(body.accessToken), { appUserId: '', token: '' });
      assert.equal(await mayEnter(guest, id, keyword), false);
      const { appUserId } = (await guest('GET ')).body;
      for (const [group, expected] of [
        ['ADMINISTRATORS', true],
        ['HOSTS', true],
        ['MEMBERS', true],
        ['GUESTS', false],
      ] as const) {
        await app(`PATCH /members/${appUserId}`, { group });
        assert.equal(await mayEnter(guest, id, keyword), expected, group);
      }
      await app(`DELETE /members/${appUserId}`);
    });

    it('is nothing that lets others in, when the level is not known', async () => {
      const { id, keyword } = await levelRoom({ accessLevel: 'FRIENDS' });
      assert.equal(await mayEnter(jun, id, keyword), false);
    });
  });
}

describe('a room that WebRTC carries', () => {
  for (const name of ['VIDEO_CONFERENCE', 'INTERACTIVE_MEETING', 'WEBINAR']) {
    it(`gives RTC tokens, whatever it is called: ${name}`, async () => {
      const { id } = await makeRoom(mina, { type: name });
      const { body } = await jun(`GET /video-rooms/${id}`);
      assert.deepEqual([body.type, body.protocol], [name, 'WEB_RTC']);
      assert.equal((await jun(`POST /video-rooms/${id}/web-rtc-tokens`, {})).status, 201);
    });
  }

  it('is SCHEDULED when it is new, with a time or without, and can be joined', async () => {
    for (const fields of [{}, { scheduledAt: '2099-01-01T00:00:00Z' }]) {
      const created = await mina('POST /video-rooms', { type, ...fields });
      const { id, videoRoomState } = created.body;
      assert.equal(videoRoomState, 'SCHEDULED');
      assert.equal((await jun(`POST /video-rooms/${id}/web-rtc-tokens`, {})).status, 201);
      assert.equal((await mina(`DELETE /video-rooms/${id}`)).status, 200);
    }
  });
});

describe('a room that RTMP carries', () => {
  it('issues no RTC tokens, and gives the reason', async () => {
    const scheduledAt = '2099-01-01T00:00:00Z';
    const { id } = await makeRoom(mina, { type: 'BROADCAST_RTMP', scheduledAt });
    const answer = await mina(`POST /video-rooms/${id}/web-rtc-tokens`, {});
    refused(answer, 400);
    if (target.inside) assert.match(answer.body.errorMessage, /RTMP/);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asMember, refused } from './support/calls.js';
import { createCast, run } from './support/cast.js';
import { listen, type PushEvent } from './support/push.js';
import { target } from './support/target.js';

const { enter, makeRoom } = createCast();
const mina = await enter('mina');
const jun = await enter('jun');

// Ends the wait for an event that never comes. No event takes this long.
const timeout = 60_000;

const isMessage =
  (text: string) =>
  ({ message }: PushEvent): boolean =>
    message === text;
const isOfRoom =
  (id: number) =>
  ({ customData }: PushEvent): boolean =>
    customData?.videoRoomId === id;

const isOfAnyRoom = ({ customData }: PushEvent): boolean => customData?.videoRoomId !== undefined;

describe('the push events', { timeout }, () => {
  it('require a valid token', async () => {
    refused(await asMember(undefined)('GET /event-sources'), 401);
    refused(await asMember('wrong')('GET /event-sources'), 401);
  });

  it('carry the messages of a channel to its members', async () => {
    const { id } = await makeRoom(mina);
    const channel = `/video-rooms/${id}/channel`;
    for (const member of [mina, jun]) await member(`POST ${channel}/join`);
    const events = await listen(jun);
    const message = `Hi ${run}`;
    await mina(`POST ${channel}/messages`, { message });
    const { origin, type } = await events.next(isMessage(message));
    assert.deepEqual([origin, type], ['MEMBER', 'MESSAGE']);
    await events.close();
  });

  it('deliver a message that is not stored only to present listeners', async () => {
    const { id } = await makeRoom(mina);
    const channel = `/video-rooms/${id}/channel`;
    await mina(`POST ${channel}/join`);
    const send = (message: string, more = {}) =>
      mina(`POST ${channel}/messages`, { message, ...more });
    const events = await listen(mina);
    await send(`before ${run}`);
    const { id: last } = await events.next(isMessage(`before ${run}`));
    assert.equal((await send(`fleeting ${run}`, { persistence: false })).status, 204);
    await events.next(isMessage(`fleeting ${run}`));
    await events.close();
    await send(`after ${run}`, { persistence: true });
    const { content } = (await mina(`GET ${channel}/messages`)).body;
    const kept = content.map(({ message }) => message).sort();
    assert.deepEqual(kept, [`after ${run}`, `before ${run}`]);
    const again = await listen(mina, last);
    const next = await again.next(({ message }) => message?.endsWith(run) ?? false);
    assert.equal(next.message, `after ${run}`);
    await again.close();
  });

  it('continue after the last received one, without a gap', async () => {
    const { id } = await makeRoom(mina);
    const channel = `/video-rooms/${id}/channel`;
    await mina(`POST ${channel}/join`);
    const send = (text: string) => mina(`POST ${channel}/messages`, { message: text });
    const before = await listen(mina);
    await send(`first ${run}`);
    const { id: last } = await before.next(isMessage(`first ${run}`));
    await before.close();
    await send(`second ${run}`);
    await send(`third ${run}`);
    const after = await listen(mina, last);
    const ours = await after.next(({ message }) => message?.endsWith(run) ?? false);
    assert.equal(ours.message, `second ${run}`);
    await after.next(isMessage(`third ${run}`));
    await after.close();
  });

  // Sandbox only: the real service would need a participant in the call.
  const { inside } = target;
  if (inside) {
    it('report a room as live while somebody is in its call', async () => {
      const { id, uuid } = await makeRoom(mina);
      assert.equal((await jun(`POST /video-rooms/${id}/channel/join`)).status, 204);
      const events = await listen(jun);
      const seen = { room: uuid, session: 'RM_1', participant: 'PA_1', identity: mina.appUserId };
      for (const [type, state] of [
        ['participant-joined', 'LIVE'],
        ['participant-left', 'LIVE_INACTIVE'],
      ] as const) {
        await inside.tell({ type, ...seen });
        const { origin, type: kind, customType, customData } = await events.next(isOfRoom(id));
        assert.deepEqual([origin, kind, customType], ['SYSTEM', 'SIGNAL', 'CHANGE_DATA_CAPTURE']);
        assert.deepEqual([customData?.type, customData?.videoRoomState], ['VIDEO_ROOM', state]);
      }
      await events.close();
    });

    it('reach only members who are in the channel of the room', async () => {
      const { id, uuid } = await makeRoom(mina);
      const channel = `/video-rooms/${id}/channel`;
      const other = await makeRoom(mina);
      await jun(`POST ${channel}/join`);
      await jun(`POST ${channel}/leave`);
      await jun(`POST /video-rooms/${other.id}/channel/join`);
      const streams = [await listen(mina), await listen(jun)];
      const seen = { session: 'RM_1', participant: 'PA_1', identity: mina.appUserId };
      await inside.tell({ type: 'participant-joined', room: uuid, ...seen });
      await inside.tell({ type: 'participant-joined', room: other.uuid, ...seen });
      await mina(`POST ${channel}/join`);
      await inside.tell({ type: 'participant-left', room: uuid, ...seen });
      const states = await Promise.all(streams.map((events) => events.next(isOfAnyRoom)));
      assert.deepEqual(
        states.map(({ customData }) => [customData?.videoRoomId, customData?.videoRoomState]),
        [
          [id, 'LIVE_INACTIVE'],
          [other.id, 'LIVE'],
        ],
      );
      for (const events of streams) await events.close();
    });
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asMember, refused } from './support/calls.js';
import { createCast, run } from './support/cast.js';
import { listen, type PushEvent } from './support/push.js';
import { target } from './support/target.js';

const { enter, makeRoom } = createCast();
const mina = await enter('mina');
const jun = await enter('jun');

// Ends a wait for what never comes; nothing here takes as long.
const timeout = 60_000;

const isMessage =
  (text: string) =>
  ({ message }: PushEvent): boolean =>
    message === text;
const isOfRoom =
  (id: number) =>
  ({ customData }: PushEvent): boolean =>
    customData?.videoRoomId === id;

describe('the push events', { timeout }, () => {
  it('are for nobody who has no token, or a wrong one', async () => {
    refused(await asMember(undefined)('GET /event-sources'), 401);
    refused(await asMember('wrong')('GET /event-sources'), 401);
  });

  it('carry the messages of a channel to those who are in', async () => {
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

  it('say which state a room is in', async () => {
    const events = await listen(mina);
    const { id } = await makeRoom(mina, { scheduledAt: '2099-01-01T00:00:00Z' });
    const { origin, type, customType, customData } = await events.next(isOfRoom(id));
    assert.deepEqual([origin, type, customType], ['SYSTEM', 'SIGNAL', 'CHANGE_DATA_CAPTURE']);
    assert.deepEqual([customData?.type, customData?.videoRoomState], ['VIDEO_ROOM', 'SCHEDULED']);
    await events.close();
  });

  it('go on after the last one that was received, and leave none out', async () => {
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

  // For the sandbox alone: in the real service somebody would have to be in the call.
  const { inside } = target;
  if (inside) {
    it('say that a room is live while somebody is in its call', async () => {
      const { id, uuid } = await makeRoom(mina);
      const events = await listen(jun);
      const seen = { room: uuid, session: 'RM_1', participant: 'PA_1', identity: mina.appUserId };
      for (const [type, state] of [
        ['participant-joined', 'LIVE'],
        ['participant-left', 'LIVE_INACTIVE'],
      ] as const) {
        await inside.tell({ type, ...seen });
        const { customData } = await events.next(isOfRoom(id));
        assert.equal(customData?.videoRoomState, state);
      }
      await events.close();
    });
  }
});

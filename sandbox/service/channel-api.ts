import { Hono } from 'hono';
import type { Channels } from './channels.js';
import type { Caller, ServiceContext } from './context.js';
import { pageOf } from './paging.js';
import { requestLock } from './request-lock.js';
import { readAppUserId, readBody, readQuery } from './request.js';
import type { Rooms } from './rooms.js';
import * as schemas from './schemas.js';
import { channelMemberView, channelView, messageView } from './wire.js';

type MemberCaller = Extract<Caller, { kind: 'member' }>;

/** What members call about the channel of a room: paths below `/video-rooms`. */
export function channelApi(context: ServiceContext, rooms: Rooms, channels: Channels) {
  const api = new Hono<{ Variables: { caller: MemberCaller } }>();
  const { store } = context;
  const locked = requestLock();
  const roomOf = (caller: MemberCaller, id: string) => rooms.get(caller, id);

  api.get('/:id/channel', (c) => c.json(channelView(roomOf(c.var.caller, c.req.param('id')))));

  for (const action of ['join', 'leave'] as const) {
    api.post(`/:id/channel/${action}`, (c) => {
      const room = roomOf(c.var.caller, c.req.param('id'));
      channels[action](room, c.var.caller.member);
      return c.body(null, 204);
    });
  }

  api.post('/:id/channel/messages', async (c) => {
    const fields = await readBody(c, schemas.messageCreation);
    channels.send(roomOf(c.var.caller, c.req.param('id')), c.var.caller.member, fields);
    return c.body(null, 204);
  });

  api.get('/:id/channel/messages', (c) => {
    const query = readQuery(c, schemas.messageQuery);
    const room = roomOf(c.var.caller, c.req.param('id'));
    const { items, total } = channels.messages(room, c.var.caller.member, query);
    const content = items.map((message) => messageView(message, room, store));
    return c.json(pageOf({ items: content, total }, { page: 1, pageSize: query.limit }));
  });

  api.get('/:id/channel/members', (c) => {
    const query = readQuery(c, schemas.channelMemberQuery);
    const room = roomOf(c.var.caller, c.req.param('id'));
    const { items, total } = channels.members(room, c.var.caller.member, query);
    const content = items.map((member) => channelMemberView(member, room, store));
    return c.json(pageOf({ items: content, total }, query));
  });

  api.get('/:id/channel/members/:appUserId', (c) => {
    const room = roomOf(c.var.caller, c.req.param('id'));
    const member = channels.member(room, c.var.caller.member, readAppUserId(c));
    return c.json(channelMemberView(member, room, store));
  });

  // The path of "approve" is assumed.
  for (const decision of ['set-as-operator', 'set-as-member', 'ban', 'approve'] as const) {
    api.post(`/:id/channel/members/:appUserId/${decision}`, locked, async (c) => {
      const room = roomOf(c.var.caller, c.req.param('id'));
      await channels.decide(room, c.var.caller.member, readAppUserId(c), decision);
      return c.body(null, 204);
    });
  }

  return api;
}

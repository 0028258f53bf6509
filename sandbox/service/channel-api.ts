import { Hono } from 'hono';
import { channelDecisions, type Channels } from './channels.js';
import type { Caller, ServiceContext } from './context.js';
import { pageOf } from './paging.js';
import type { ChannelMemberRecord, RoomRecord } from './records.js';
import { requestLock } from './request-lock.js';
import { readAppUserId, readBody, readQuery } from './request.js';
import type { Rooms } from './rooms.js';
import * as schemas from './schemas.js';
import { channelMemberView, channelView, messageView } from './wire.js';

type MemberCaller = Extract<Caller, { kind: 'member' }>;

/** The calls of members to the channel of a room: paths below `/video-rooms`. */
export function channelApi(context: ServiceContext, rooms: Rooms, channels: Channels) {
  const api = new Hono<{ Variables: { caller: MemberCaller } }>();
  const { store } = context;
  const locked = requestLock();
  const roomOf = (caller: MemberCaller, id: string) => rooms.get(caller, id);

  const memberView = (member: ChannelMemberRecord, room: RoomRecord) =>
    channelMemberView(member, {
      state: channels.stateOf(member),
      lastSeenAt: channels.lastSeenAt(member),
      room,
      store,
    });

  api.get('/:id/channel', (c) => {
    const { caller } = c.var;
    const room = roomOf(caller, c.req.param('id'));
    return c.json(channelView(room, caller.app, channels.onlineCount(room)));
  });

  api.post('/:id/channel/join', async (c) => {
    const joining = await readBody(c, schemas.channelJoining);
    const room = roomOf(c.var.caller, c.req.param('id'));
    await channels.join(room, c.var.caller.member, joining);
    return c.body(null, 204);
  });

  api.post('/:id/channel/leave', (c) => {
    channels.leave(roomOf(c.var.caller, c.req.param('id')), c.var.caller.member);
    return c.body(null, 204);
  });

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

  api.get('/:id/channel/messages/:messageId', (c) => {
    const room = roomOf(c.var.caller, c.req.param('id'));
    const message = channels.message(room, c.var.caller.member, c.req.param('messageId'));
    return c.json(messageView(message, room, store));
  });

  api.get('/:id/channel/members', (c) => {
    const query = readQuery(c, schemas.channelMemberQuery);
    const room = roomOf(c.var.caller, c.req.param('id'));
    const { items, total } = channels.members(room, c.var.caller.member, query);
    const content = items.map((member) => memberView(member, room));
    return c.json(pageOf({ items: content, total }, query));
  });

  api.get('/:id/channel/members/:appUserId', (c) => {
    const room = roomOf(c.var.caller, c.req.param('id'));
    const member = channels.member(room, c.var.caller.member, readAppUserId(c));
    return c.json(memberView(member, room));
  });

  for (const decision of channelDecisions) {
    api.post(`/:id/channel/members/:appUserId/${decision}`, locked, async (c) => {
      const room = roomOf(c.var.caller, c.req.param('id'));
      await channels.decide(room, c.var.caller.member, readAppUserId(c), decision);
      return c.body(null, 204);
    });
  }

  return api;
}

import { Hono } from 'hono';
import { channelApi } from './channel-api.js';
import type { Channels } from './channels.js';
import type { Caller, ServiceContext } from './context.js';
import { ServiceError } from './errors.js';
import type { MemberTokens } from './member-tokens.js';
import { requestLock } from './request-lock.js';
import { readBody, readQuery } from './request.js';
import { roomApi } from './room-api.js';
import type { Presence } from './presence.js';
import type { Push } from './push.js';
import type { Rooms } from './rooms.js';
import { issueRtcToken } from './rtc-tokens.js';
import * as schemas from './schemas.js';
import { memberView, roomView } from './wire.js';

type MemberCaller = Extract<Caller, { kind: 'member' }>;

interface MemberApiParts {
  readonly rooms: Rooms;
  readonly channels: Channels;
  readonly tokens: MemberTokens;
  readonly push: Push;
  readonly presence: Presence;
}

/** The calls of browsers, with a member access token: paths below `/v2/members/me`. */
export function memberApi(
  context: ServiceContext,
  { rooms, channels, tokens, push, presence }: MemberApiParts,
) {
  const api = new Hono<{ Variables: { caller: MemberCaller; tokenEnd: number } }>();
  const { apps, store } = context;
  const view = roomView(store);

  api.use(async (c, next) => {
    const claims = await tokens.check(c.req.header('Authorization'));
    const app = apps.find(({ id }) => id === claims.appId);
    const member = app && store.members.byAppUserId(app.id, claims.appUserId);
    // The member may have been deleted after the token was issued.
    if (!app || member?.id !== claims.memberId)
      throw new ServiceError('INVALID_MEMBER_ACCESS_TOKEN');
    presence.seen(member.id);
    c.set('caller', { kind: 'member', app, member });
    c.set('tokenEnd', claims.exp * 1000);
    await next();
  });

  api.get('/', (c) => c.json(memberView(c.var.caller.member, c.var.caller.app)));

  api.get('/event-sources', (c) => {
    const { lastEventId } = readQuery(c, schemas.eventQuery);
    const header = c.req.header('Last-Event-ID');
    const { member } = c.var.caller;
    presence.listens(member.id, { until: c.var.tokenEnd, signal: c.req.raw.signal });
    const stream = push.listen({
      member,
      // A browser that reconnects by itself repeats its first query, so the header takes
      // precedence.
      lastEventId: header && /^\d{1,15}$/.test(header) ? Number(header) : lastEventId,
      until: c.var.tokenEnd,
      signal: c.req.raw.signal,
    });
    return c.body(stream, 200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'X-Accel-Buffering': 'no',
    });
  });

  api.post('/video-rooms', requestLock(), async (c) => {
    const { app, member } = c.var.caller;
    const fields = await readBody(c, schemas.roomCreation);
    return c.json(view(await rooms.create(c.var.caller, member, fields), app), 201);
  });

  api.post('/video-rooms/:id/web-rtc-tokens', async (c) => {
    const room = rooms.get(c.var.caller, c.req.param('id'));
    const request = await readBody(c, schemas.rtcTokenRequest);
    const { hostname } = new URL(c.req.url);
    const { member } = c.var.caller;
    return c.json(await issueRtcToken(context, channels, room, member, request, hostname), 201);
  });

  api.route('/video-rooms', channelApi(context, rooms, channels));
  api.route('/video-rooms', roomApi(context, rooms));
  return api;
}

import { Hono } from 'hono';
import { requireApp, type AppCaller } from './app-credentials.js';
import type { Channels } from './channels.js';
import type { ServiceContext } from './context.js';
import { ServiceError } from './errors.js';
import type { Members } from './members.js';
import { readAppUserId, readBody } from './request.js';
import type { Rooms } from './rooms.js';
import { issueRtcToken } from './rtc-tokens.js';
import { rtcTokenRequest } from './schemas.js';

interface RtcTokenByAppParts {
  readonly rooms: Rooms;
  readonly members: Members;
  readonly channels: Channels;
}

/**
 * The one call below the member API's path that takes the app's credentials, as in an older SDK of
 * the service. It issues an RTC token on a member's behalf, by the same rules as for the member.
 */
export function rtcTokenByAppApi(
  context: ServiceContext,
  { rooms, members, channels }: RtcTokenByAppParts,
) {
  const api = new Hono<{ Variables: { caller: AppCaller } }>();
  const path = '/video-rooms/:id/members/:appUserId/web-rtc-tokens';

  api.use(path, requireApp(context));

  api.post(path, async (c) => {
    const { caller } = c.var;
    const room = rooms.get(caller, c.req.param('id'));
    const member = members.get(caller.app, readAppUserId(c));
    const request = await readBody(c, rtcTokenRequest);
    const { hostname } = new URL(c.req.url);
    return c.json(await issueRtcToken(context, channels, room, member, request, hostname), 201);
  });

  // Refused here, because the member API would ask for a member's token first.
  api.all(path, () => {
    throw new ServiceError('UNSUPPORTED_HTTP_METHOD');
  });
  return api;
}

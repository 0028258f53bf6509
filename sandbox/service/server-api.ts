import { Hono } from 'hono';
import { mayEnter } from './access.js';
import { requireApp, type AppCaller } from './app-credentials.js';
import type { ServiceContext } from './context.js';
import { embedUrl } from './embed-url.js';
import { ServiceError } from './errors.js';
import type { MemberTokens } from './member-tokens.js';
import type { Members } from './members.js';
import { pageOf } from './paging.js';
import { requestLock } from './request-lock.js';
import { readAppUserId, readBody, readQuery } from './request.js';
import { roomApi } from './room-api.js';
import type { Rooms } from './rooms.js';
import * as schemas from './schemas.js';
import { memberView, roomView } from './wire.js';

interface Env {
  Variables: { caller: AppCaller };
}

interface ServerApiParts {
  readonly rooms: Rooms;
  readonly members: Members;
  readonly tokens: MemberTokens;
  /** The URL of the page that an embed URL opens. Default: the service's own origin. */
  readonly pageUrl: string | undefined;
}

/** The calls of an app's backend, with the app's key and secret: paths below `/v2/apps/me`. */
export function serverApi(
  context: ServiceContext,
  { rooms, members, tokens, pageUrl }: ServerApiParts,
) {
  const api = new Hono<Env>();
  const locked = requestLock();
  const view = roomView(context.store);

  api.use(requireApp(context));

  // Assumed: the path and the answer are not published.
  api.put('/callback-api', locked, async (c) => {
    context.store.callbacks.set(c.var.caller.app.id, await readBody(c, schemas.callback));
    return c.body(null, 204);
  });

  api.route('/members', membersApi(members, tokens));

  api.post('/video-rooms', locked, async (c) => {
    const { caller } = c.var;
    const { appUserId, ...fields } = await readBody(c, schemas.roomCreationByApp);
    const owner = appUserId ? members.get(caller.app, appUserId) : members.ownOf(caller.app);
    return c.json(view(await rooms.create(caller, owner, fields), caller.app), 201);
  });

  // Assumed: the path. The address in the answer holds a token, so it is never logged.
  api.get('/video-rooms/:id/embed-url', async (c) => {
    const { app } = c.var.caller;
    const { appUserId, ...looks } = readQuery(c, schemas.embedQuery);
    const room = rooms.get(c.var.caller, c.req.param('id'));
    const member = members.get(app, appUserId);
    if (!mayEnter(room, member)) throw new ServiceError('VIDEO_ROOM_ACCESS_DENIED');
    const base = pageUrl ?? new URL(c.req.url).origin;
    return c.json({ url: embedUrl(base, app, room, await tokens.login(member), looks) });
  });

  api.route('/video-rooms', roomApi(context, rooms));
  return api;
}

function membersApi(members: Members, tokens: MemberTokens) {
  const api = new Hono<Env>();
  const locked = requestLock();

  api.post('/', async (c) => {
    const { app } = c.var.caller;
    const member = members.upsert(app, await readBody(c, schemas.memberUpsert));
    return c.json(memberView(member, app), 201);
  });

  api.post('/login', async (c) => {
    const member = members.upsert(c.var.caller.app, await readBody(c, schemas.memberUpsert));
    return c.json(await tokens.login(member));
  });

  api.post('/login-as-guest', async (c) => {
    const guest = members.addGuest(c.var.caller.app, await readBody(c, schemas.memberUpdate));
    return c.json(await tokens.login(guest));
  });

  api.get('/', (c) => {
    const { app } = c.var.caller;
    const query = readQuery(c, schemas.memberQuery);
    const { items, total } = members.list(app, query);
    return c.json(pageOf({ items: items.map((member) => memberView(member, app)), total }, query));
  });

  api.get('/:appUserId', (c) => {
    const { app } = c.var.caller;
    return c.json(memberView(members.get(app, readAppUserId(c)), app));
  });

  api.patch('/:appUserId', locked, async (c) => {
    const { app } = c.var.caller;
    const update = await readBody(c, schemas.memberUpdate);
    return c.json(memberView(members.update(app, readAppUserId(c), update), app));
  });

  api.delete('/:appUserIds', locked, (c) => {
    const appUserIds = c.req.param('appUserIds').split(',');
    members.delete(
      c.var.caller.app,
      appUserIds.map((appUserId) => readAppUserId(c, appUserId)),
    );
    return c.body(null, 204);
  });

  return api;
}

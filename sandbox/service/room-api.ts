import { Hono } from 'hono';
import type { Caller, ServiceContext } from './context.js';
import { pageOf } from './paging.js';
import { requestLock } from './request-lock.js';
import { readBody, readQuery } from './request.js';
import type { Rooms } from './rooms.js';
import * as schemas from './schemas.js';
import { roomView } from './wire.js';

/** The room calls that the member API and the server API have in common. */
export function roomApi(context: ServiceContext, rooms: Rooms) {
  const api = new Hono<{ Variables: { caller: Caller } }>();
  const view = roomView(context.store);
  const locked = requestLock();

  api.get('/', (c) => {
    const query = readQuery(c, schemas.roomQuery);
    const { items, total } = rooms.list(c.var.caller, query);
    const content = items.map((room) => view(room, c.var.caller.app));
    return c.json(pageOf({ items: content, total }, query));
  });

  api.get('/:id', (c) =>
    c.json(view(rooms.get(c.var.caller, c.req.param('id')), c.var.caller.app)),
  );

  api.get('/uuid/:uuid', (c) =>
    c.json(view(rooms.getByUuid(c.var.caller, c.req.param('uuid')), c.var.caller.app)),
  );

  api.patch('/:id', locked, async (c) => {
    const update = await readBody(c, schemas.roomUpdate);
    const room = await rooms.update(c.var.caller, c.req.param('id'), update);
    return c.json(view(room, c.var.caller.app));
  });

  api.delete('/:id', locked, async (c) => {
    const { caller } = c.var;
    await rooms.delete(caller, c.req.param('id'));
    // The guides document 204 for the server API; the SDK accepts only 200 from the member API.
    return caller.kind === 'app' ? c.body(null, 204) : c.body(null, 200);
  });

  return api;
}

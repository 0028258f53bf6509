import { Hono } from 'hono';
import * as v from 'valibot';
import { ServiceError } from './errors.js';
import { faultRequest, type Faults } from './faults.js';
import type { MemberTokens } from './member-tokens.js';
import type { Recordings } from './recordings.js';
import { readBody } from './request.js';
import { roomStates } from './records.js';
import { roomPeriodsRequest } from './room-periods.js';
import type { Rooms } from './rooms.js';
import type { Webhooks } from './webhooks.js';

export interface Controls {
  readonly mayControl: ((request: Request) => boolean) | undefined;
  readonly webhooks: Webhooks;
  readonly faults: Faults;
  readonly tokens: MemberTokens;
  readonly rooms: Rooms;
  readonly recordings: Recordings;
}

const tokenSettings = v.object({
  lifetimeSeconds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(86_400)),
});

const roomState = v.strictObject({ videoRoomState: v.picklist(roomStates) });

/** Paths that the real service does not have, to inspect the sandbox and to cause faults. */
export function controlApi(controls: Controls) {
  const { mayControl, webhooks, faults, tokens, rooms, recordings } = controls;
  const api = new Hono();

  api.use('/__*', async (c, next) => {
    if (!mayControl?.(c.req.raw)) throw new ServiceError('RESOURCE_NOT_FOUND');
    await next();
  });

  api.get('/__webhooks', (c) => c.json({ webhooks: webhooks.log }));

  api.get('/__faults', (c) => c.json({ faults: faults.list }));
  api.post('/__faults', async (c) => c.json(faults.add(await readBody(c, faultRequest)), 201));
  api.delete('/__faults', (c) => {
    faults.clear();
    return c.body(null, 204);
  });
  api.delete('/__faults/:id', (c) => {
    faults.clear(Number(c.req.param('id')));
    return c.body(null, 204);
  });

  api.put('/__tokens', async (c) => {
    tokens.lifetimeSeconds = (await readBody(c, tokenSettings)).lifetimeSeconds;
    return c.body(null, 204);
  });
  api.delete('/__tokens', (c) => {
    tokens.expireAll();
    return c.body(null, 204);
  });

  api.put('/__rooms', async (c) => {
    rooms.setPeriods(await readBody(c, roomPeriodsRequest));
    return c.body(null, 204);
  });
  api.put('/__rooms/:id', async (c) => {
    const { videoRoomState } = await readBody(c, roomState);
    const room = await rooms.setState(Number(c.req.param('id')), videoRoomState);
    return c.json({ id: room.id, videoRoomState: room.state });
  });

  api.get('/__recordings', (c) => c.json({ recordings: recordings.list }));
  api.delete('/__recordings/:id', (c) => {
    const stopped = recordings.stopIn(Number(c.req.param('id')));
    if (!stopped) throw new ServiceError('RESOURCE_NOT_FOUND');
    return c.body(null, 204);
  });
  return api;
}

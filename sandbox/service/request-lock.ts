import type { Context, MiddlewareHandler } from 'hono';
import type { Caller } from './context.js';
import { ServiceError } from './errors.js';
import { readText } from './request.js';

/**
 * Refuses a change while the same caller's same request is still being worked on: a second click,
 * or a client that has lost patience. Which calls are locked is assumed. Those are not that
 * several tabs or users of one app may well make at the same moment: logging in, asking for an
 * RTC token, joining and leaving a channel, and sending a message.
 */
export function requestLock<
  Env extends { Variables: { caller: Caller } },
>(): MiddlewareHandler<Env> {
  const running = new Set<string>();
  return async (c, next) => {
    const request = await identify(c.var.caller, c);
    if (running.has(request)) throw new ServiceError('REQUEST_LOCKED');
    running.add(request);
    try {
      await next();
    } finally {
      running.delete(request);
    }
  };
}

async function identify(caller: Caller, { req }: Context): Promise<string> {
  const who = caller.kind === 'member' ? caller.member.id : caller.app.id;
  return JSON.stringify([caller.kind, who, req.method, req.path, await readText(req.raw)]);
}

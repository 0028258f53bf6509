import type { Context, MiddlewareHandler } from 'hono';
import type { Caller } from './context.js';
import { ServiceError } from './errors.js';
import { readText } from './request.js';

/**
 * Refuses a change while the same request of the same caller is still being processed: after a
 * second click, or from a client that has timed out. The set of locked calls is assumed. It leaves
 * out the calls that several tabs or users of one app may make at the same moment: logins, requests
 * for an RTC token, joining and leaving a channel, and sending a message.
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

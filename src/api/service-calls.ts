import type { Logger } from '../core/logger.js';
import type { StatusReasons } from './failure.js';
import type { HttpSend } from './http.js';
import { queryString, roomSegment, type Route, type Routes } from './routes.js';
import type { CallOptions, RoomId } from './types.js';

/** What a call is made with, beside its route. */
export interface CallDetails {
  readonly id?: RoomId;
  /** What `{member}` in the path stands for; may throw, as a wrong id must not reach a path. */
  readonly member?: () => string;
  /** The same for `{message}`. */
  readonly message?: () => string;
  readonly query?: object | undefined;
  readonly body?: object;
  readonly reasons?: StatusReasons | undefined;
}

/** How the calls of a client are sent. */
export interface Transport {
  readonly send: HttpSend;
  readonly logger: Logger;
  /** Stands before a call's name in messages, to say where it went. */
  readonly prefix?: string;
}

/** What the clients have in common: a call by its name becomes a request by its route. */
export abstract class ServiceCalls<Name extends string> {
  readonly #transport: Transport;
  readonly #routes: Routes<Name>;

  /** @param transport Of its own, or that of other calls. */
  constructor(transport: Transport | ServiceCalls<never>, routes: Routes<Name>) {
    this.#transport = transport instanceof ServiceCalls ? transport.#transport : transport;
    this.#routes = routes;
  }

  /** Async, so that an id that cannot be right rejects, and throws nothing. */
  protected async call<T>(
    name: Name,
    read: (answer: string, logger: Logger) => T,
    { signal, retry }: CallOptions = {},
    { id, member, message, query = {}, body, reasons }: CallDetails = {},
  ): Promise<T> {
    const { send, logger, prefix = '' } = this.#transport;
    const route: Route = this.#routes[name];
    let { path } = route;
    if (id !== undefined) path = path.replace('{id}', roomSegment(id));
    if (member) path = path.replace('{member}', member());
    if (message) path = path.replace('{message}', message());
    path += queryString(query);
    const call = { ...route, name: prefix + name, path, body, reasons, signal, retry };
    return send(call, (text) => read(text, logger));
  }
}

/** For calls whose answer says nothing. */
export const readNothing = (): void => {};

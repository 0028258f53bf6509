import type { Logger } from '../core/logger.js';
import type { StatusReasons } from './failure.js';
import type { HttpSend } from './http.js';
import { queryString, roomSegment, type Route, type Routes } from './routes.js';
import type { CallOptions, RoomId } from './types.js';

/** The input of a call, beside its route. */
export interface CallDetails {
  readonly id?: RoomId;
  /**
   * Returns the id for `{member}` in the path. Throws for an invalid id, which must not reach a
   * path.
   */
  readonly member?: () => string;
  /** The same for `{message}`. */
  readonly message?: () => string;
  readonly query?: object | undefined;
  readonly body?: object;
  readonly reasons?: StatusReasons | undefined;
}

/** The transport of a client's calls. */
export interface Transport {
  readonly send: HttpSend;
  readonly logger: Logger;
  /** The prefix of a call's name in messages, which names its target. */
  readonly prefix?: string;
}

/** The common part of all clients: it turns a call by its name into a request by its route. */
export abstract class ServiceCalls<Name extends string> {
  readonly #transport: Transport;
  readonly #routes: Routes<Name>;

  /** @param transport A transport, or other calls whose transport is shared. */
  constructor(transport: Transport | ServiceCalls<never>, routes: Routes<Name>) {
    this.#transport = transport instanceof ServiceCalls ? transport.#transport : transport;
    this.#routes = routes;
  }

  /** Async, so that an invalid id leads to a rejection. */
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

/** Reads the answer of a call without a result. */
export const readNothing = (): void => {};

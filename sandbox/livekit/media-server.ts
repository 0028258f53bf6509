import type { Media } from '../service/media.js';
import { noMedia } from '../service/media.js';
import type { ExternalLiveKit } from './find.js';
import { createLiveKitMedia } from './media.js';

/** The LiveKit that the calls of a sandbox go through. */
export interface MediaServer {
  /**
   * An own server, an external one, or none: without one, calls explain why they cannot connect.
   */
  readonly kind: 'local' | 'external' | 'none';
  /**
   * The nodes of our own server, if it has several, by the region that LiveKit sends to clients.
   */
  readonly nodes?: ReadonlyMap<string, MediaNode>;
  /**
   * ws(s) address for this machine. The address, the key and the secret are empty without a server.
   */
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  /** The media server for the service. */
  readonly media: Media;
  /** ws(s) address for a browser that reached the sandbox under this host name. */
  browserUrl(hostname: string): string;
  /** Why calls cannot connect now; undefined: they can. */
  outage(): string | undefined;
  /** Ends our own server as a crash would. Rejects when the server is not ours. */
  kill(): Promise<void>;
  /**
   * Ends our own server and starts it again with the same configuration. Rejects when it is not
   * ours.
   */
  restart(): Promise<void>;
  /** Ends our own server. */
  stop(): Promise<void>;
}

/** One of several LiveKit servers that carry the calls together. */
export interface MediaNode {
  /** The id of the process to kill; undefined: the node does not run. */
  readonly pid: number | undefined;
  /** How many calls have their signalling through this node now. */
  readonly calls: number;
  /** Ends the node as a crash would. */
  kill(): Promise<void>;
  /** Ends the node and starts it again with the same configuration. */
  restart(): Promise<void>;
}

const notOurs = (): Promise<never> =>
  Promise.reject(new Error('This sandbox does not run a LiveKit of its own.'));

/** Calls use an external LiveKit server. */
export function externalMediaServer(
  { url, key, secret }: ExternalLiveKit,
  egressFolder: string | undefined,
): MediaServer {
  const socketUrl = url.replace(/^http/, 'ws');
  const browserUrl = (): string => socketUrl;
  const outage = (): undefined => undefined;
  const apiUrl = (): string => url.replace(/^ws/, 'http');
  return {
    kind: 'external',
    url: socketUrl,
    key,
    secret,
    media: createLiveKitMedia({ key, secret, apiUrl, browserUrl, outage, egressFolder }),
    browserUrl,
    outage,
    kill: notOurs,
    restart: notOurs,
    stop: () => Promise.resolve(),
  };
}

/** There is no LiveKit. */
export function absentMediaServer(explanation: string): MediaServer {
  return {
    kind: 'none',
    url: '',
    key: '',
    secret: '',
    media: noMedia(explanation),
    browserUrl: () => '',
    outage: () => explanation,
    kill: notOurs,
    restart: notOurs,
    stop: () => Promise.resolve(),
  };
}

import type { Media } from '../service/media.js';
import { noMedia } from '../service/media.js';
import type { ExternalLiveKit } from './find.js';
import { createLiveKitMedia } from './media.js';

/** The LiveKit that the calls of a sandbox go through. */
export interface MediaServer {
  /** Our own, somebody else's, or none: then calls say why they cannot be. */
  readonly kind: 'local' | 'external' | 'none';
  /** The nodes of our own, if it has several, by the region that LiveKit tells clients. */
  readonly nodes?: ReadonlyMap<string, MediaNode>;
  /** ws(s) address for this machine; empty when there is none, as key and secret are. */
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  /** Plays the service's media server. */
  readonly media: Media;
  /** ws(s) address for a browser that reached the sandbox under this host name. */
  browserUrl(hostname: string): string;
  /** Why calls cannot connect now; undefined: they can. */
  outage(): string | undefined;
  /** Ends our own server as a crash would. Rejects when it is not ours. */
  kill(): Promise<void>;
  /** Ends our own server and starts it again, as it was. Rejects when it is not ours. */
  restart(): Promise<void>;
  /** Ends our own server. */
  stop(): Promise<void>;
}

/** One of several LiveKit servers that carry the calls together. */
export interface MediaNode {
  /** The process to end for it to end; undefined: it does not run. */
  readonly pid: number | undefined;
  /** How many calls have their signalling through it now. */
  readonly calls: number;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Ends it and starts it again, as it was. */
  restart(): Promise<void>;
}

const notOurs = (): Promise<never> =>
  Promise.reject(new Error('This sandbox does not run a LiveKit of its own.'));

/** Calls go through a LiveKit that somebody else runs. */
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

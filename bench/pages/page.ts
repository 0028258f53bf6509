/** The interface between the bench and its pages, and the code that the pages share. */

/** A call to join. Each page gets its RTC token with the same request to the member API. */
export interface Call {
  readonly endpoint: string;
  readonly roomId: number;
  readonly memberToken: string;
}

/** One of the ways to show a call. */
export interface Contender {
  /** Does the work that comes before the start. Resolves when all of it is done. */
  prepare?(call: Call, stage: HTMLElement): Promise<void>;
  /** Shows the call in the element. Microphone and camera stay off. */
  start(call: Call, stage: HTMLElement): void | Promise<void>;
}

export interface Grant {
  readonly webRtcServerUrl: string;
  readonly webRtcToken: string;
}

/** The times of the steps, in milliseconds from the start. */
export interface Start {
  /** The page opened the connection to the media server. */
  readonly connecting: number;
  /** The first video element got its stream. */
  readonly attached: number;
  /** The first remote frame was shown. */
  readonly firstFrame: number;
}

declare global {
  interface Window {
    bench: {
      /**
       * Loads scripts that the page would otherwise load on demand, so that code splitting does not
       * influence the result.
       */
      load(scripts: readonly string[]): Promise<void>;
      /** The scripts that the page has loaded. */
      scripts(): readonly string[];
      /** Does what comes before the start, such as a preview. */
      prepare(call: Call): Promise<void>;
      /** Starts the call, and resolves with the first frame of somebody else. */
      start(call: Call): Promise<Start>;
      /** The number of videos that have shown a frame. */
      shown(): number;
    };
  }
}

/** Requests the address and the token of a call. */
export async function askForGrant({ endpoint, roomId, memberToken }: Call): Promise<Grant> {
  const answer = await fetch(`${endpoint}/v2/members/me/video-rooms/${roomId}/web-rtc-tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${memberToken}`, 'content-type': 'application/json' },
    body: '{}',
  });
  return (await answer.json()) as Grant;
}

/** Defines `window.bench`, with which the benchmark controls the page. */
export function offer(contender: Contender): void {
  const stage = document.querySelector<HTMLElement>('#stage');
  if (!stage) throw new Error('The page has no stage.');
  const shown = new Set<HTMLVideoElement>();
  let onFirstFrame: (time: number) => void = () => {};
  let attachedAt: number | undefined;
  const socketOpenedAt = watchSockets();
  watchVideos((video) => {
    attachedAt ??= performance.now();
    video.requestVideoFrameCallback((now) => {
      shown.add(video);
      onFirstFrame(now);
    });
  });
  window.bench = {
    load: async (scripts) => {
      await Promise.all(scripts.map((script) => import(/* @vite-ignore */ script)));
    },
    scripts: () =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.js')),
    prepare: async (call) => contender.prepare?.(call, stage),
    start: (call) =>
      new Promise((resolve, reject) => {
        const startedAt = performance.now();
        onFirstFrame = (now) => {
          resolve({
            connecting: (socketOpenedAt() ?? Number.NaN) - startedAt,
            attached: (attachedAt ?? Number.NaN) - startedAt,
            firstFrame: now - startedAt,
          });
        };
        Promise.resolve(contender.start(call, stage)).catch(reject);
      }),
    shown: () => [...shown].filter((video) => video.isConnected).length,
  };
}

/** Records when the page opens its first WebSocket, which carries the signalling. */
function watchSockets(): () => number | undefined {
  let openedAt: number | undefined;
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      openedAt ??= performance.now();
      super(url, protocols);
    }
  };
  return () => openedAt;
}

/** Calls `onStream` for each video that gets a stream, including videos in shadow roots. */
function watchVideos(onStream: (video: HTMLVideoElement) => void): void {
  const prototype = HTMLMediaElement.prototype;
  const original = Object.getOwnPropertyDescriptor(prototype, 'srcObject');
  if (!original) throw new Error('This browser has no srcObject.');
  Object.defineProperty(prototype, 'srcObject', {
    ...original,
    set(this: HTMLMediaElement, stream: MediaProvider | null) {
      original.set?.call(this, stream);
      if (stream && this instanceof HTMLVideoElement) onStream(this);
    },
  });
}

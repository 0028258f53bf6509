/** The interface between the bench and its pages, and the code that the pages share. */

/** A call to join. Each page gets its media token by the same request of the member API. */
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

/** When what happened, in milliseconds from the start. */
export interface Start {
  /** The media server was called. */
  readonly connecting: number;
  /** The first video got its stream. */
  readonly attached: number;
  /** The first frame of somebody else was shown. */
  readonly firstFrame: number;
}

declare global {
  interface Window {
    bench: {
      /**
       * Loads the scripts of a call that the page would load when it needs them, so that no
       * contender is measured by how it splits its code.
       */
      load(scripts: readonly string[]): Promise<void>;
      /** The scripts that the page has loaded. */
      scripts(): readonly string[];
      /** Does what comes before the start, such as a preview. */
      prepare(call: Call): Promise<void>;
      /** Starts the call, and resolves with the first frame of somebody else. */
      start(call: Call): Promise<Start>;
      /** How many videos have shown a frame. */
      shown(): number;
    };
  }
}

/** Asks for what a join needs, as every app has to. */
export async function askForGrant({ endpoint, roomId, memberToken }: Call): Promise<Grant> {
  const answer = await fetch(`${endpoint}/v2/members/me/video-rooms/${roomId}/web-rtc-tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${memberToken}`, 'content-type': 'application/json' },
    body: '{}',
  });
  return (await answer.json()) as Grant;
}

/** Makes the page ready to be measured. */
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

/** Gives the time at which the page opened its first socket, which is that of the signalling. */
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

/** Calls back for each video that gets a stream, wherever in shadow roots it stands. */
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

/** Waits until `count` more frames have been shown. */
export async function frames(video: HTMLVideoElement, count = 3): Promise<void> {
  for (let seen = 0; seen < count; seen++) {
    await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  }
}

/** Waits until the frames of a video have at least `width` pixels. */
async function atLeastWide(video: HTMLVideoElement, width: number): Promise<void> {
  while (video.videoWidth < width) await frames(video, 1);
}

/**
 * Measures until all videos kept frames of at least `width` pixels during a whole measurement. The
 * server raises a picture step by step, and lowers it again when the machine is too busy. A viewer
 * of such a picture receives less, so that others cannot be compared with this viewer.
 */
export async function measuredAtWidth<T>(
  videos: readonly HTMLVideoElement[],
  width: number,
  measure: () => Promise<T>,
): Promise<T> {
  for (;;) {
    await Promise.all(videos.map((video) => atLeastWide(video, width)));
    let kept = true;
    const check = (): void => {
      kept &&= videos.every(({ videoWidth }) => videoWidth >= width);
    };
    for (const video of videos) video.addEventListener('resize', check);
    const measured = await measure();
    for (const video of videos) video.removeEventListener('resize', check);
    if (kept) return measured;
  }
}

/** Waits until sound other than silence comes out of an element's stream. */
export async function sound(element: HTMLMediaElement): Promise<void> {
  const context = new AudioContext();
  try {
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(element.srcObject as MediaStream).connect(analyser);
    const samples = new Uint8Array(analyser.fftSize);
    do {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      analyser.getByteTimeDomainData(samples);
    } while (samples.every((sample) => Math.abs(sample - 128) < 2));
  } finally {
    await context.close();
  }
}

/** Replaces a method of `navigator.mediaDevices` until the returned function is called. */
export function replaceMedia<K extends 'getUserMedia' | 'getDisplayMedia' | 'enumerateDevices'>(
  method: K,
  replacement: (original: MediaDevices[K]) => MediaDevices[K],
): () => void {
  const { mediaDevices } = navigator;
  const original = mediaDevices[method].bind(mediaDevices) as MediaDevices[K];
  mediaDevices[method] = replacement(original);
  return () => {
    Reflect.deleteProperty(mediaDevices, method);
  };
}

/**
 * Makes the microphone hear a constant tone, until the returned function is called. The server does
 * not always count the short beeps of Chromium's fake microphone as speech: that depends on how they
 * fall into the intervals for which it measures the level.
 */
export function playTone(): () => void {
  const context = new AudioContext();
  const destination = context.createMediaStreamDestination();
  const tone = new OscillatorNode(context);
  tone.connect(destination);
  tone.start();
  const restore = replaceMedia('getUserMedia', (original) => async (constraints) => {
    return constraints?.audio ? destination.stream.clone() : original(constraints);
  });
  return () => {
    restore();
    void context.close();
  };
}

/** Refuses the devices that `when` picks, until the returned function is called. */
export function refuseDevices(
  name: string,
  when: (constraints: MediaStreamConstraints) => boolean = () => true,
): () => void {
  return replaceMedia('getUserMedia', (original) => async (constraints = {}) => {
    if (when(constraints)) throw new DOMException('refused by the test', name);
    return original(constraints);
  });
}

/** Records the tracks, sockets and peer connections that a test opens, to check that all close. */
export class Watch {
  readonly tracks: MediaStreamTrack[] = [];
  readonly sockets: WebSocket[] = [];
  readonly peers: RTCPeerConnection[] = [];
  /** Called with each new socket. */
  onSocket: (socket: WebSocket) => void = () => {};
  readonly #restore: (() => void)[];

  constructor() {
    const { tracks, sockets, peers } = this;
    this.#restore = [
      replaceMedia('getUserMedia', (original) => async (constraints) => {
        const stream = await original(constraints);
        tracks.push(...stream.getTracks());
        return stream;
      }),
      replaceGlobal('WebSocket', (socket) => {
        sockets.push(socket);
        this.onSocket(socket);
      }),
      replaceGlobal('RTCPeerConnection', (peer) => peers.push(peer)),
    ];
  }

  get liveTracks(): number {
    return this.tracks.filter(({ readyState }) => readyState === 'live').length;
  }

  get openConnections(): number {
    return (
      this.sockets.filter(({ readyState }) => readyState <= WebSocket.OPEN).length +
      this.peers.filter(({ connectionState }) => connectionState !== 'closed').length
    );
  }

  end(): void {
    for (const restore of this.#restore) restore();
  }
}

function replaceGlobal<K extends 'WebSocket' | 'RTCPeerConnection'>(
  name: K,
  onCreate: (instance: InstanceType<(typeof globalThis)[K]>) => void,
): () => void {
  const scope = globalThis as unknown as Record<K, new (...args: never[]) => object>;
  const original = scope[name];
  scope[name] = new Proxy(original, {
    construct(target, args, newTarget) {
      const instance = Reflect.construct(target, args, newTarget) as object;
      onCreate(instance as InstanceType<(typeof globalThis)[K]>);
      return instance;
    },
  });
  return () => {
    scope[name] = original;
  };
}

import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
} from '@livekit/rtc-node';

const WIDTH = 320;
const HEIGHT = 180;
const FRAMES_PER_SECOND = 15;
const SAMPLE_RATE = 48_000;

/** Real participants from Node: moving pictures and a tone, without a browser. */
export class Crowd {
  readonly #members: Publisher[] = [];

  /** Joins one participant for each token, all publishing when this resolves. */
  async join(url: string, tokens: readonly string[]): Promise<void> {
    for (const [index, token] of tokens.entries()) {
      const member = new Publisher(index);
      this.#members.push(member);
      await member.join(url, token);
    }
  }

  async leave(): Promise<void> {
    await Promise.all(this.#members.splice(0).map((member) => member.leave()));
  }
}

class Publisher {
  readonly room = new Room();
  readonly #index: number;
  readonly #video = new VideoSource(WIDTH, HEIGHT);
  readonly #audio = new AudioSource(SAMPLE_RATE, 1);
  readonly #stop = new AbortController();
  #loops: Promise<unknown> = Promise.resolve();

  constructor(index: number) {
    this.#index = index;
  }

  async join(url: string, token: string): Promise<void> {
    await this.room.connect(url, token, { autoSubscribe: false, dynacast: false });
    const local = this.room.localParticipant;
    if (!local) throw new Error('connected without a local participant');
    const camera = LocalVideoTrack.createVideoTrack('camera', this.#video);
    const microphone = LocalAudioTrack.createAudioTrack('microphone', this.#audio);
    await local.publishTrack(
      camera,
      new TrackPublishOptions({ source: TrackSource.SOURCE_CAMERA, simulcast: false }),
    );
    await local.publishTrack(
      microphone,
      new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE }),
    );
    this.#loops = Promise.all([this.#sendVideo(), this.#sendAudio()]);
  }

  async leave(): Promise<void> {
    this.#stop.abort();
    await this.#loops;
    await this.room.disconnect();
    await this.#video.close();
    await this.#audio.close();
  }

  async #sendVideo(): Promise<void> {
    const size = WIDTH * HEIGHT;
    const frame = new Uint8Array((size * 3) / 2).fill(128);
    for (let count = 0; !this.#stop.signal.aborted; count++) {
      // A bright bar moves over a grey that differs by participant, so that every frame is new.
      frame.fill(60 + this.#index * 12, 0, size);
      const left = (count * 8) % (WIDTH - 40);
      for (let y = 0; y < HEIGHT; y++) frame.fill(235, y * WIDTH + left, y * WIDTH + left + 40);
      frame.fill(90 + this.#index * 10, size, size + size / 4);
      this.#video.captureFrame(new VideoFrame(frame, WIDTH, HEIGHT, VideoBufferType.I420));
      await pause(1000 / FRAMES_PER_SECOND, this.#stop.signal);
    }
  }

  async #sendAudio(): Promise<void> {
    const samples = SAMPLE_RATE / 10;
    let phase = 0;
    while (!this.#stop.signal.aborted) {
      const data = new Int16Array(samples);
      for (let i = 0; i < samples; i++) {
        data[i] = Math.sin((phase += (2 * Math.PI * 440) / SAMPLE_RATE)) * 3000;
      }
      // Resolves when the queue has room for the frame, which paces the loop.
      await this.#audio.captureFrame(new AudioFrame(data, SAMPLE_RATE, 1, samples));
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done, { once: true });
  });
}

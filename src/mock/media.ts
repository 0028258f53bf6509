import type { TrackSnapshot } from '../rtc/session.js';
import { createPicture, type Picture } from './picture.js';

/** A track with media, and whose it is. */
export interface PlayableTrack {
  readonly identity: string;
  readonly track: TrackSnapshot;
}

interface Attachment {
  readonly sid: string;
  readonly element: HTMLMediaElement;
}

/** Milliseconds between two frames of a picture: enough to see that it moves. */
const frameTime = 80;

/** How many elements play at once: of a crowd, the others only look as if they did. */
const mostSounds = 50;

/** Milliseconds that painting may take at once: a crowd moves more slowly rather than hold up the page. */
const paintTime = 8;

/** Plays tracks in media elements; paints and sounds only what some element plays. */
export class MockMedia {
  readonly #find: (sid: string) => PlayableTrack | undefined;
  readonly #attachments = new Set<Attachment>();
  readonly #bySid = new Map<string, Set<Attachment>>();
  readonly #pictures = new Map<string, Picture>();
  #silence: Tone | undefined;
  #voice: Tone | undefined;
  readonly #sounding = new Set<HTMLMediaElement>();
  #nothing: MediaStream | undefined;
  #frame: number | undefined;
  readonly #painted = new WeakMap<Picture, number>();

  /** `find` answers nothing for a track that has no media (yet). */
  constructor(find: (sid: string) => PlayableTrack | undefined) {
    this.#find = find;
  }

  get size(): number {
    return this.#attachments.size;
  }

  attach(sid: string, element: HTMLMediaElement): () => void {
    const attachment = { sid, element };
    this.#attachments.add(attachment);
    const same = this.#bySid.get(sid) ?? new Set();
    this.#bySid.set(sid, same.add(attachment));
    this.sync([sid]);
    return () => {
      if (!this.#attachments.delete(attachment)) return;
      same.delete(attachment);
      this.#sounding.delete(element);
      if (same.size === 0) this.#bySid.delete(sid);
      // An element may have gone on to another track before it left this one.
      const plays = [...this.#attachments].some((other) => other.element === element);
      if (!plays) element.srcObject = null;
      this.sync();
    };
  }

  /** The own microphone to measure: there is none until {@link setVoice} was called. */
  voiceTrack(sid: string): MediaStreamTrack | undefined {
    const playable = this.#find(sid);
    const track = this.#voice?.stream.getAudioTracks()[0];
    if (!track || playable?.track.kind !== 'audio' || !playable.track.isLocal) return undefined;
    track.enabled = !playable.track.muted;
    return track;
  }

  /** How loud the own voice is, from 0 to 1. */
  setVoice(volume: number): void {
    this.#voice ??= createTone();
    this.#voice.gain.gain.value = volume;
  }

  /** To be called whenever tracks came, went or changed: these, or any. */
  sync(trackSids?: readonly string[]): void {
    if (trackSids && this.#start(trackSids)) return;
    const pictures = new Set<string>();
    let sound = false;
    for (const { sid, element } of this.#attachments) {
      const playable = this.#find(sid);
      if (playable?.track.kind === 'audio') sound = true;
      const key = playable && playable.track.kind === 'video' ? keyOf(playable) : undefined;
      if (key !== undefined) pictures.add(key);
      play(element, playable ? this.#streamOf(playable, element) : null);
    }
    for (const [key, picture] of this.#pictures) {
      if (pictures.has(key)) continue;
      picture.stop();
      this.#pictures.delete(key);
    }
    if (!sound) this.#stopSound();
    this.#animate();
  }

  /** Plays what began; gives false when something may have ended, so that all has to be looked at. */
  #start(trackSids: readonly string[]): boolean {
    for (const sid of trackSids) {
      for (const { element } of this.#bySid.get(sid) ?? []) {
        const playable = this.#find(sid);
        if (!playable) return false;
        play(element, this.#streamOf(playable, element));
      }
    }
    this.#animate();
    return true;
  }

  /** Each element that plays costs the browser ten milliseconds, and nobody hears the difference. */
  #silenceFor(element: HTMLMediaElement): MediaStream {
    if (!this.#sounding.has(element) && this.#sounding.size >= mostSounds) {
      return (this.#nothing ??= new MediaStream());
    }
    this.#sounding.add(element);
    return (this.#silence ??= createTone()).stream;
  }

  #animate(): void {
    if (this.#pictures.size === 0) this.#rest();
    else this.#frame ??= requestAnimationFrame(this.#paint);
  }

  /** Takes everything off the elements. */
  clear(): void {
    for (const { element } of this.#attachments) element.srcObject = null;
    this.#attachments.clear();
    void this.#voice?.context.close();
    this.#voice = undefined;
    this.#bySid.clear();
    this.sync();
  }

  #streamOf(playable: PlayableTrack, element: HTMLMediaElement): MediaStream {
    if (playable.track.kind === 'audio') return this.#silenceFor(element);
    const key = keyOf(playable);
    let picture = this.#pictures.get(key);
    if (!picture) {
      const { source, width, height } = playable.track;
      const screen = source === 'screen_share';
      picture = createPicture({ seed: playable.identity, screen, width, height });
      this.#pictures.set(key, picture);
    }
    return picture.stream;
  }

  readonly #paint = (now: number): void => {
    this.#frame = requestAnimationFrame(this.#paint);
    const begin = performance.now();
    const since = (picture: Picture): number => now - (this.#painted.get(picture) ?? 0);
    // Those that have waited longest first.
    const due = [...this.#pictures.values()]
      .filter((picture) => since(picture) >= frameTime)
      .sort((a, b) => since(b) - since(a));
    for (const picture of due) {
      if (performance.now() - begin > paintTime) return;
      picture.draw(now);
      this.#painted.set(picture, now);
    }
  };

  #rest(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  #stopSound(): void {
    void this.#silence?.context.close();
    this.#silence = undefined;
    this.#sounding.clear();
  }
}

function keyOf({ identity, track }: PlayableTrack): string {
  return `${track.source} ${identity}`;
}

function play(element: HTMLMediaElement, stream: MediaStream | null): void {
  if (element.srcObject === stream) return;
  element.srcObject = stream;
  if (!stream) return;
  element.autoplay = true;
  if (element instanceof HTMLVideoElement) {
    element.playsInline = true;
    element.muted = true;
  }
  // An element that is taken away before it plays is no failure.
  element.play().catch(() => {});
}

interface Tone {
  readonly context: AudioContext;
  readonly stream: MediaStream;
  readonly gain: GainNode;
}

/** A tone that is silent until its gain is another. */
function createTone(): Tone {
  const context = new AudioContext();
  const gain = new GainNode(context, { gain: 0 });
  const destination = context.createMediaStreamDestination();
  const oscillator = new OscillatorNode(context);
  oscillator.connect(gain).connect(destination);
  oscillator.start();
  return { context, stream: destination.stream, gain };
}

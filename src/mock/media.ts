import type { TrackSnapshot } from '../rtc/session.js';
import { createPicture, type Picture } from './picture.js';

/** A track with media, and the identity of its owner. */
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

/** The most elements that play sound at once. In a larger crowd, the others get an empty stream. */
const mostSounds = 50;

/**
 * The most pictures that are painted in one frame. A crowd moves more slowly, so that the page is
 * not blocked. The time of a script says little: the browser paints after it.
 */
const mostPaints = 4;

/** Plays tracks in media elements. Creates pictures and sound only for tracks that are attached. */
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

  /** `find` returns undefined for a track that has no media (yet). */
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
      // An element may be attached to another track before it is detached from this one.
      const plays = [...this.#attachments].some((other) => other.element === element);
      if (!plays) element.srcObject = null;
      this.sync();
    };
  }

  /** The local microphone's media, to measure it; undefined until {@link setVoice} is called. */
  voiceTrack(sid: string): MediaStreamTrack | undefined {
    const playable = this.#find(sid);
    const track = this.#voice?.stream.getAudioTracks()[0];
    if (!track || playable?.track.kind !== 'audio' || !playable.track.isLocal) return undefined;
    track.enabled = !playable.track.muted;
    return track;
  }

  /** Sets how loud the local voice is, from 0 to 1. */
  setVoice(volume: number): void {
    if (!hasSound()) return;
    this.#voice ??= createTone();
    this.#voice.gain.gain.value = volume;
  }

  /** Updates the elements after a change of tracks: of the given ones, or of any. */
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

  /** Starts playing the tracks. Returns false if one may have ended: then all need an update. */
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

  /** A silent stream. Each playing element costs the browser ten milliseconds: hence the limit. */
  #silenceFor(element: HTMLMediaElement): MediaStream | null {
    if (!hasSound()) return null;
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

  /** Detaches all elements, and ends the local voice. */
  clear(): void {
    for (const { element } of this.#attachments) element.srcObject = null;
    this.#attachments.clear();
    void this.#voice?.context.close();
    this.#voice = undefined;
    this.#bySid.clear();
    this.sync();
  }

  /** The stream of a track; null in an environment that plays no media, such as jsdom. */
  #streamOf(playable: PlayableTrack, element: HTMLMediaElement): MediaStream | null {
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
    const since = (picture: Picture): number => now - (this.#painted.get(picture) ?? 0);
    // Paint the pictures first that have waited longest.
    const due = [...this.#pictures.values()]
      .filter((picture) => since(picture) >= frameTime)
      .sort((a, b) => since(b) - since(a))
      .slice(0, mostPaints);
    for (const picture of due) {
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
  // `play()` rejects when the element is removed before it plays, which is no failure.
  element.play().catch(() => {});
}

/** Environments for unit tests have neither sound nor streams. */
function hasSound(): boolean {
  return typeof AudioContext !== 'undefined' && typeof MediaStream !== 'undefined';
}

interface Tone {
  readonly context: AudioContext;
  readonly stream: MediaStream;
  readonly gain: GainNode;
}

/** A tone that is silent until its gain is raised. */
function createTone(): Tone {
  const context = new AudioContext();
  const gain = new GainNode(context, { gain: 0 });
  const destination = context.createMediaStreamDestination();
  const oscillator = new OscillatorNode(context);
  oscillator.connect(gain).connect(destination);
  oscillator.start();
  return { context, stream: destination.stream, gain };
}

/** A track that an element can play: LiveKit's local and remote tracks. */
export interface Playable {
  attach(element: HTMLMediaElement): unknown;
  detach(element: HTMLMediaElement): unknown;
}

interface Binding {
  readonly trackSid: string;
  readonly element: HTMLMediaElement;
  track: Playable | undefined;
}

/**
 * Binds media elements to the tracks they play. A binding outlives its track, which may be
 * published later or again.
 */
export class Attachments {
  readonly #find: (trackSid: string) => Playable | undefined;
  readonly #bindings = new Set<Binding>();

  constructor(find: (trackSid: string) => Playable | undefined) {
    this.#find = find;
  }

  attach(trackSid: string, element: HTMLMediaElement): () => void {
    const binding: Binding = { trackSid, element, track: undefined };
    this.#bindings.add(binding);
    this.#update(binding);
    return () => {
      if (this.#bindings.delete(binding)) this.#detach(binding);
    };
  }

  /** Looks up the media of one track again, or of all tracks. */
  refresh(trackSid?: string): void {
    for (const binding of this.#bindings) {
      if (trackSid === undefined || trackSid === binding.trackSid) this.#update(binding);
    }
  }

  clear(): void {
    const bindings = [...this.#bindings];
    this.#bindings.clear();
    for (const binding of bindings) this.#detach(binding);
  }

  #update(binding: Binding): void {
    const track = this.#find(binding.trackSid);
    if (track === binding.track) return;
    this.#detach(binding);
    binding.track = track;
    if (!track) return;
    keepOutOfPool(track);
    track.attach(binding.element);
  }

  #detach(binding: Binding): void {
    const { track, element } = binding;
    binding.track = undefined;
    // The local camera has two names, `local:camera` and its publication's id. An element may be
    // attached under the second before it is detached from the first.
    const isShared = [...this.#bindings].some(
      (other) => other.track === track && other.element === element,
    );
    if (track && !isShared) track.detach(element);
  }
}

/**
 * Stops LiveKit from reusing our `<audio>` elements. LiveKit pools the elements that it detaches,
 * to play other tracks in them. Ours belong to a part of the page: a pool would never free them.
 */
function keepOutOfPool(track: Playable): void {
  Object.defineProperty(track, 'recycleElement', { value: () => {}, configurable: true });
}

/** What can be played: LiveKit's local and remote tracks. */
export interface Playable {
  attach(element: HTMLMediaElement): unknown;
  detach(element: HTMLMediaElement): unknown;
}

interface Binding {
  readonly trackSid: string;
  readonly element: HTMLMediaElement;
  track: Playable | undefined;
}

/** Which elements play which tracks, also those that have not come yet or come again. */
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

  /** Looks again for the media of one track, or of all. */
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
    // The local camera is one track under two names, and an element may change from one to
    // the other before it has left the first.
    const isShared = [...this.#bindings].some(
      (other) => other.track === track && other.element === element,
    );
    if (track && !isShared) track.detach(element);
  }
}

/**
 * LiveKit keeps `<audio>` elements that it detaches, to play other tracks in them: ours too,
 * which belong to a part of the page and would never be freed.
 */
function keepOutOfPool(track: Playable): void {
  Object.defineProperty(track, 'recycleElement', { value: () => {}, configurable: true });
}

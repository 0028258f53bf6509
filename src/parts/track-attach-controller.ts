import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RtcSession } from '../rtc/session.js';
import { notePlayed } from './played-tracks.js';

/** A track, and the session that it belongs to. */
export interface AttachTarget {
  readonly session: RtcSession;
  readonly trackSid: string;
}

export interface TrackAttachOptions {
  /**
   * Returns the track to play now; undefined for none. It is called after each update of the host.
   */
  readonly target: () => AttachTarget | undefined;
  /** Returns the element that plays the track; null while the host renders none. */
  readonly element: () => HTMLVideoElement | null;
}

interface Attached extends AttachTarget {
  readonly element: HTMLVideoElement;
  readonly abort: AbortController;
}

/**
 * Plays one video track in an element of its host, while the host is connected. It attaches the
 * track in a microtask after the update of the host.
 */
export class TrackAttachController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: TrackAttachOptions;
  #attached: Attached | undefined;

  constructor(host: ReactiveControllerHost, options: TrackAttachOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether the element shows a frame. */
  get hasPicture(): boolean {
    const element = this.#options.element();
    return !!element && element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const target = this.#options.target();
    const element = this.#options.element();
    if (!target || !element) return this.#detach();
    const now = this.#attached;
    if (
      now?.session === target.session &&
      now.trackSid === target.trackSid &&
      now.element === element
    ) {
      return;
    }
    this.#attach(target, element, now);
  }

  hostDisconnected(): void {
    this.#detach();
  }

  #attach(
    { session, trackSid }: AttachTarget,
    element: HTMLVideoElement,
    former: Attached | undefined,
  ): void {
    const abort = new AbortController();
    const { signal } = abort;
    this.#attached = { session, trackSid, element, abort };
    const redraw = (): void => this.#host.requestUpdate();
    element.addEventListener('loadeddata', redraw, { signal });
    element.addEventListener('emptied', redraw, { signal });
    notePlayed(session, trackSid, signal);
    // LiveKit asks where the element is, for which the browser has to lay out the page. A microtask
    // runs after the update of all tiles that are due: one layout is enough for all of them.
    queueMicrotask(() => {
      if (!signal.aborted) {
        signal.addEventListener('abort', session.attach(trackSid, element));
        // A browser pauses media that is moved within the page, and `autoplay` counts only once.
        element.play().catch(() => {});
      }
      // The new track is attached before the old one is detached. A track that only got another id,
      // like the local camera when it is published, then plays on without a gap.
      former?.abort.abort();
    });
  }

  #detach(): void {
    this.#attached?.abort.abort();
    this.#attached = undefined;
  }
}

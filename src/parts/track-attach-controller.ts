import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RtcSession } from '../rtc/session.js';
import { notePlayed } from './played-tracks.js';

/** A track, and the session that it comes through. */
export interface AttachTarget {
  readonly session: RtcSession;
  readonly trackSid: string;
}

export interface TrackAttachOptions {
  /** The track to play now; undefined: none. Called after each update of the host. */
  readonly target: () => AttachTarget | undefined;
  /** The element that plays it; null while the host does not draw one. */
  readonly element: () => HTMLVideoElement | null;
}

interface Attached extends AttachTarget {
  readonly element: HTMLVideoElement;
  readonly abort: AbortController;
}

/** Plays one video track in an element of its host, for as long as the host is on the page. */
export class TrackAttachController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: TrackAttachOptions;
  #attached: Attached | undefined;

  constructor(host: ReactiveControllerHost, options: TrackAttachOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether there is a frame to be seen. */
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
    // The new one first: a track that only got another name, as one's own camera does when it
    // is published, plays on without a gap.
    this.#attach(target, element);
    now?.abort.abort();
  }

  hostDisconnected(): void {
    this.#detach();
  }

  #attach({ session, trackSid }: AttachTarget, element: HTMLVideoElement): void {
    const abort = new AbortController();
    const { signal } = abort;
    this.#attached = { session, trackSid, element, abort };
    const redraw = (): void => this.#host.requestUpdate();
    element.addEventListener('loadeddata', redraw, { signal });
    element.addEventListener('emptied', redraw, { signal });
    notePlayed(session, trackSid, signal);
    signal.addEventListener('abort', session.attach(trackSid, element));
    // A browser pauses media that is moved within the page, and `autoplay` counts only once.
    element.play().catch(() => {});
  }

  #detach(): void {
    this.#attached?.abort.abort();
    this.#attached = undefined;
  }
}

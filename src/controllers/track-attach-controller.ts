import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RtcSession } from '../rtc/session.js';

/** A track, and the session that it comes through. */
export interface AttachTarget {
  readonly session: RtcSession;
  readonly trackSid: string;
}

export interface TrackAttachOptions {
  /** What to play now; undefined: nothing. Asked after each update of the host. */
  readonly target: () => AttachTarget | undefined;
  /** Where to play it; null while the host does not draw it. */
  readonly element: () => HTMLVideoElement | null;
}

interface Attached extends AttachTarget {
  readonly element: HTMLVideoElement;
  readonly abort: AbortController;
  hasPicture: boolean;
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

  /** Whether this track is attached and its first frame has come. */
  hasPicture(trackSid: string): boolean {
    return this.#attached?.trackSid === trackSid && this.#attached.hasPicture;
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
    this.#detach();
    this.#attach(target, element);
  }

  hostDisconnected(): void {
    this.#detach();
  }

  #attach({ session, trackSid }: AttachTarget, element: HTMLVideoElement): void {
    const abort = new AbortController();
    const { signal } = abort;
    const attached = { session, trackSid, element, abort, hasPicture: false };
    this.#attached = attached;
    const onLoadedData = (): void => {
      attached.hasPicture = true;
      this.#host.requestUpdate();
    };
    element.addEventListener('loadeddata', onLoadedData, { signal });
    signal.addEventListener('abort', session.attach(trackSid, element));
    // A browser pauses media that is moved within the page, and `autoplay` counts only once.
    element.play().catch(() => {});
  }

  #detach(): void {
    this.#attached?.abort.abort();
    this.#attached = undefined;
  }
}

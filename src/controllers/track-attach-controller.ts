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
  /** Where to play it; null while the host has not drawn it. */
  readonly element: () => HTMLVideoElement | null;
}

/** Plays one video track in an element of its host, for as long as the host is on the page. */
export class TrackAttachController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: TrackAttachOptions;
  #attached: (AttachTarget & { element: HTMLVideoElement; abort: AbortController }) | undefined;
  #hasPicture = false;

  constructor(host: ReactiveControllerHost, options: TrackAttachOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether the first frame of what is attached has come. */
  get hasPicture(): boolean {
    return this.#hasPicture;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const target = this.#options.target();
    const element = this.#options.element();
    const now = this.#attached;
    const same =
      now?.session === target?.session &&
      now?.trackSid === target?.trackSid &&
      now?.element === (target && element);
    if (same) return;
    this.#detach();
    if (target && element) this.#attach(target, element);
  }

  hostDisconnected(): void {
    this.#detach();
  }

  #attach({ session, trackSid }: AttachTarget, element: HTMLVideoElement): void {
    const abort = new AbortController();
    const { signal } = abort;
    this.#attached = { session, trackSid, element, abort };
    element.addEventListener('loadeddata', () => this.#setHasPicture(true), { signal });
    signal.addEventListener('abort', session.attach(trackSid, element));
    // A browser pauses media that is moved within the page, and `autoplay` counts only once.
    element.play().catch(() => {});
  }

  #detach(): void {
    this.#attached?.abort.abort();
    this.#attached = undefined;
    this.#setHasPicture(false);
  }

  #setHasPicture(hasPicture: boolean): void {
    if (this.#hasPicture === hasPicture) return;
    this.#hasPicture = hasPicture;
    this.#host.requestUpdate();
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RtcSession } from '../rtc/session.js';

/** What plays where. */
export interface Attachment {
  readonly session: RtcSession;
  readonly trackSid: string;
  readonly element: HTMLMediaElement;
}

/** Plays one track in a media element of the host, and stops when the host or the track goes. */
export class TrackAttachment implements ReactiveController {
  readonly #wanted: () => Attachment | undefined;
  #current: Attachment | undefined;
  #detach: (() => void) | undefined;

  /** `wanted` is asked after each update of the host. */
  constructor(host: ReactiveControllerHost, wanted: () => Attachment | undefined) {
    this.#wanted = wanted;
    host.addController(this);
  }

  hostUpdated(): void {
    const wanted = this.#wanted();
    const current = this.#current;
    if (
      wanted?.session === current?.session &&
      wanted?.trackSid === current?.trackSid &&
      wanted?.element === current?.element
    ) {
      return;
    }
    this.hostDisconnected();
    if (!wanted) return;
    this.#current = wanted;
    this.#detach = wanted.session.attach(wanted.trackSid, wanted.element);
  }

  hostDisconnected(): void {
    this.#detach?.();
    this.#detach = undefined;
    this.#current = undefined;
  }
}

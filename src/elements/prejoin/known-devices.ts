import type { ReactiveControllerHost } from 'lit';
import type { DeviceKind, RtcSession } from '../../rtc/session.js';
import type { Controls } from '../../state/types.js';

/**
 * Whether an empty list of devices says that there are none. It does not while the browser is
 * asked for a device, nor before a session has listed what there is.
 */
export class KnownDevices {
  readonly #host: ReactiveControllerHost;
  #asked: RtcSession | undefined;
  #answered: RtcSession | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Asks a session once which devices there are; redraws the host when it has answered. */
  ask(session: RtcSession | undefined): void {
    if (!session || session === this.#asked) return;
    this.#asked = session;
    void session
      .refreshDevices()
      // It failed: what is known now is all there is to know.
      .catch(() => {})
      .then(() => {
        this.#answered = session;
        this.#host.requestUpdate();
      });
  }

  isPending(kind: DeviceKind, { microphone, camera }: Controls): boolean {
    if (!this.#asked || this.#answered !== this.#asked) return true;
    return kind === 'videoinput' ? camera.pending : microphone.pending;
  }
}

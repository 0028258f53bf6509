import type { ReactiveControllerHost } from 'lit';
import type { DeviceKind, RtcSession } from '../../rtc/session.js';
import type { Controls } from '../../state/types.js';

/**
 * Whether an empty list of devices means that there are none. It does not while a device is being
 * requested, nor before a session has listed the devices.
 */
export class KnownDevices {
  readonly #host: ReactiveControllerHost;
  #asked: RtcSession | undefined;
  #answered: RtcSession | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Requests the list of devices from a session once, and updates the host after the answer. */
  ask(session: RtcSession | undefined): void {
    if (!session || session === this.#asked) return;
    this.#asked = session;
    void session
      .refreshDevices()
      // After a failure the known devices count as the whole list.
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

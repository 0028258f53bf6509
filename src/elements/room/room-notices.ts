import type { ReactiveControllerHost } from 'lit';
import type { FfcError } from '../../core/errors.js';
import { isJoining } from '../../state/phase.js';
import type { RoomPhase, RoomStore } from '../../state/types.js';

/**
 * Keeps the last failure that did not end the call, until the person dismisses it or the device
 * works.
 */
export class RoomNotices {
  readonly #host: ReactiveControllerHost;
  #error: FfcError | undefined;
  #retry: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, store: RoomStore) {
    this.#host = host;
    store.on('error', ({ error }) => {
      const survived = error.stage === 'device' || error.stage === 'session';
      if (survived && belongsToCall(store.phase.getSnapshot())) this.show(error);
    });
    store.phase.subscribe((phase) => {
      if (!belongsToCall(phase)) this.show(undefined);
    });
    store.controls.subscribe(({ microphone, camera, screenShare }) => {
      const controls = { microphone, camera, screen: screenShare, speaker: undefined };
      if (this.#error?.device && controls[this.#error.device]?.enabled) this.show(undefined);
    });
  }

  get error(): FfcError | undefined {
    return this.#error;
  }

  /** The function that retries the failed action; undefined where there is none. */
  get retry(): (() => void) | undefined {
    return this.#retry;
  }

  /** Shows a failure in place of the former one; undefined for none. */
  show(error: FfcError | undefined, retry?: () => void): void {
    if (error === this.#error) return;
    this.#error = error;
    this.#retry = retry;
    this.#host.requestUpdate();
  }
}

function belongsToCall({ state }: RoomPhase): boolean {
  // A device that fails while connecting is shown once the call is connected. Before that, the
  // prejoin shows the failures of devices.
  return isJoining(state);
}

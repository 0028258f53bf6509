import type { ReactiveControllerHost } from 'lit';
import type { FfcError } from '../../core/errors.js';
import { isJoining } from '../../state/phase.js';
import type { RoomPhase, RoomStore } from '../../state/types.js';

/** Keeps the last failure that the call survives, until it is dismissed or mended. */
export class RoomNotices {
  readonly #host: ReactiveControllerHost;
  #error: FfcError | undefined;

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

  /** Shows a failure in place of the one before; undefined: none. */
  show(error: FfcError | undefined): void {
    if (error === this.#error) return;
    this.#error = error;
    this.#host.requestUpdate();
  }
}

function belongsToCall({ state }: RoomPhase): boolean {
  // A device may fail while the call is being connected; that is shown once it is.
  // Before that the prejoin shows such failures itself.
  return isJoining(state);
}

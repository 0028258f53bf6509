import type { ReactiveController } from 'lit';
import type { BaseElement } from '../../parts/base-element.js';
import { buttonOf } from '../../parts/control-button.js';
import type { RoomHandle } from '../../parts/room-handle.js';

/** The number of steps of the level. Step 0 is silence, and the last one loud speech. */
const steps = 4;
/** The level from which on a sound counts as speech. */
const speech = 0.3;
/**
 * The least milliseconds between two changes of the shown step, and the time of a fall from loud to
 * silent.
 */
const pace = 80;
const fallTime = 500;

/**
 * Shows the level of the microphone at its button in a bar, while it is on in a call. It writes the
 * attribute `data-level` several times a second, so that the bar need not render again.
 */
export class MicrophoneLevel implements ReactiveController {
  readonly #host: BaseElement;
  readonly #room: () => RoomHandle | undefined;
  #measuring: AbortController | undefined;
  #level = 0;
  #changedAt = 0;

  constructor(host: BaseElement, room: () => RoomHandle | undefined) {
    this.#host = host;
    this.#room = room;
    host.addController(this);
  }

  hostUpdated(): void {
    const isHeard = this.#room()?.isInCall === true && this.#isOn;
    if (isHeard === !!this.#measuring) return;
    if (isHeard) void this.#begin();
    else this.#end();
  }

  hostDisconnected(): void {
    this.#end();
  }

  get #isOn(): boolean {
    return this.#room()?.store.controls.getSnapshot().microphone.enabled ?? false;
  }

  /** The track of the local microphone, while it is on. */
  readonly #track = (): MediaStreamTrack | undefined => {
    return this.#isOn ? this.#room()?.store.session?.mediaTrack('local:microphone') : undefined;
  };

  async #begin(): Promise<void> {
    const { signal } = (this.#measuring = new AbortController());
    try {
      const { measureVoice } = await import('../../features/voice/voice-meter.js');
      if (signal.aborted) return;
      measureVoice({ host: this.#host, track: this.#track, onLevel: this.#onLevel }, signal);
    } catch {
      // A missing level is not worth an error. The next start of the microphone tries again.
    }
  }

  #end(): void {
    this.#measuring?.abort();
    this.#measuring = undefined;
    this.#level = 0;
    this.#show(0);
  }

  readonly #onLevel = (level = 0): void => {
    const now = performance.now();
    const passed = now - this.#changedAt;
    if (passed < pace) return;
    this.#changedAt = now;
    this.#level = Math.max(level, this.#level - passed / fallTime);
    this.#show(this.#level < speech ? 0 : Math.ceil(this.#level * steps));
  };

  #show(step: number): void {
    const button = buttonOf(this.#host.renderRoot, 'microphone');
    if (!button || button.dataset['level'] === String(step)) return;
    button.dataset['level'] = String(step);
  }
}

import {
  html,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { Readable } from '../../core/cell.js';
import { follow, type Stop } from '../../parts/follow.js';
import type { ParticipantSnapshot } from '../../state/types.js';

interface LevelOptions {
  /** Returns the element that shows the level; null while the participant is silent. */
  readonly element: () => HTMLElement | null;
  readonly participant: () => Readable<ParticipantSnapshot | undefined> | undefined;
}

/**
 * Writes the level of a participant's voice into `--_level`, from 0 to 1, so that the tile need not
 * render again.
 */
export class LevelController implements ReactiveController {
  readonly #options: LevelOptions;
  #element: HTMLElement | null = null;
  #stop: Stop | undefined;

  constructor(host: ReactiveControllerHost, options: LevelOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    const element = this.#options.element();
    if (element === this.#element) return;
    this.hostDisconnected();
    this.#element = element;
    const participant = element && this.#options.participant();
    if (!participant) return;
    this.#stop = follow(participant, (snapshot) => {
      element.style.setProperty('--_level', (snapshot?.audioLevel ?? 0).toFixed(2));
    });
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#element = null;
  }
}

/** Renders the bars that show the level. */
export function levelBars(): TemplateResult {
  return html`<span class="level" part="level" aria-hidden="true"><i></i><i></i><i></i></span>`;
}

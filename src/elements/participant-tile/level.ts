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
  /** The element that shows the level; null while nobody speaks. */
  readonly element: () => HTMLElement | null;
  readonly participant: () => Readable<ParticipantSnapshot | undefined> | undefined;
}

/** Writes how loud somebody speaks into `--_level`, from 0 to 1: no voice redraws a tile. */
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

/** The bars that show the level. */
export function levelBars(): TemplateResult {
  return html`<span class="level" part="level" aria-hidden="true"><i></i><i></i><i></i></span>`;
}

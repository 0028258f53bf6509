import { html, type TemplateResult } from 'lit';
import { measureVoice } from './voice-meter.js';

/** The number of bars. The last one means loud speech. */
const bars = 5;
/** The most by which the shown level falls with each frame: about 400 ms from loud to silent. */
const fall = 0.04;

/**
 * Bars that follow the voice at the local microphone. They are hidden while it cannot be measured.
 */
export class LevelBars {
  readonly #track: () => MediaStreamTrack | undefined;
  #element: Element | undefined;
  #measuring: AbortController | undefined;

  /** @param track Returns the track of the local microphone, while it is on. */
  constructor(track: () => MediaStreamTrack | undefined) {
    this.#track = track;
  }

  /** Shows the level in an element with {@link levelBars}. Undefined stops that. */
  follow(element: Element | undefined): void {
    if (element === this.#element) return;
    this.#element = element;
    this.#measuring?.abort();
    if (!element) return;
    this.#measuring = new AbortController();
    let shown = 0;
    const onLevel = (level: number | undefined): void => {
      shown = Math.max(level ?? 0, shown - fall);
      const lit = String(Math.round(shown * bars));
      element.toggleAttribute('hidden', level === undefined);
      // Written only when a bar changes: there are 60 frames a second.
      if (element.getAttribute('aria-valuenow') !== lit) element.setAttribute('aria-valuenow', lit);
    };
    measureVoice({ host: element, track: this.#track, onLevel }, this.#measuring.signal);
  }
}

/** Renders the bars. Part: `level`. */
export function levelBars(label: string): TemplateResult {
  return html`
    <span
      class="level"
      part="level"
      role="meter"
      aria-label=${label}
      aria-valuemin="0"
      aria-valuemax=${bars}
      aria-valuenow="0"
      hidden
    >
      <i></i><i></i><i></i><i></i><i></i>
    </span>
  `;
}

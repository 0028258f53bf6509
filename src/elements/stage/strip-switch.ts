import { css, html, nothing, type TemplateResult } from 'lit';
import type { StageMessages } from '../../i18n/stage-messages.js';
import { peopleIcon } from '../../icons/people.js';
import type { LayoutItem, Place } from '../../parts/layouts.js';
import { cssProps } from '../shared/css-props.js';
import type { StageHost } from './stage-extras.js';

/** The pixels between the button and the corner of the picture. */
const inset = 8;

/** The button that hides the people beside a shared screen, so that the screen fills the stage. */
export class StripSwitch {
  readonly #stage: StageHost;
  #isHidden = false;
  /** The items of the main place in the current layout; empty where there is no strip. */
  #main: readonly LayoutItem[] = [];

  constructor(stage: StageHost) {
    this.#stage = stage;
  }

  /** Whether the viewer has hidden the people. A change needs a new layout. */
  get isHidden(): boolean {
    return this.#isHidden;
  }

  /** Leaves out the strip of a layout while it is hidden. */
  choose(items: readonly LayoutItem[], layout: string): readonly LayoutItem[] {
    const pinned = items.filter(({ weight }) => weight.pinned);
    const shown = items.filter(({ kind, isLocal }) => kind !== 'camera' && !isLocal);
    const main = pinned[0] ? pinned : layout === 'focused' ? shown : [];
    this.#main = main.length < items.length ? main : [];
    // The next share begins with the people beside it.
    if (!this.#main[0]) this.#isHidden = false;
    return this.#isHidden ? main : items;
  }

  /** Forgets the strip: a layout of the page has its own rules. */
  clear(): void {
    this.#main = [];
  }

  /** Renders the button in the corner of the main place. Part: `button`. */
  render(
    places: readonly Place[],
    { hideStrip, showStrip }: StageMessages,
  ): TemplateResult | typeof nothing {
    const [first] = this.#main;
    const place = places.find(
      ({ item }) => item.identity === first?.identity && item.source === first.source,
    );
    if (!place) return nothing;
    const at = {
      'inset-inline-start': `${place.x + inset}px`,
      'inset-block-start': `${place.y + inset}px`,
    };
    return html`<button
      type="button"
      class="button quiet icon-only strip-switch"
      part="button"
      aria-label=${hideStrip}
      aria-pressed=${this.#isHidden}
      title=${this.#isHidden ? showStrip : hideStrip}
      @click=${this.#onClick}
      ${cssProps(at)}
    >
      ${peopleIcon}
    </button>`;
  }

  readonly #onClick = (): void => {
    this.#isHidden = !this.#isHidden;
    this.#stage.requestUpdate();
  };
}

export const stripStyles = css`
  .strip-switch.button {
    position: absolute;
    z-index: 2;
    inline-size: 32px;
    min-block-size: 32px;
    border-radius: 99px;
    background-color: rgb(12 14 18 / 66%);
    color: #ffffff;
    opacity: 0;
    transition: opacity 120ms;
  }

  .strip-switch[aria-pressed='true'] {
    background-color: var(--_accent);
    color: var(--_on-accent);
  }

  .strip-switch svg {
    inline-size: 18px;
    block-size: 18px;
  }

  .stage:is(:hover, :focus-within) .strip-switch {
    opacity: 1;
  }

  @media (hover: none) {
    .strip-switch.button {
      inline-size: 44px;
      min-block-size: 44px;
      border: 6px solid transparent;
      margin: -6px;
      background-clip: padding-box;
      opacity: 1;
    }
  }

  @media (forced-colors: active) {
    .strip-switch[aria-pressed='true'] {
      forced-color-adjust: none;
      background-color: Highlight;
      color: HighlightText;
    }
  }
`;

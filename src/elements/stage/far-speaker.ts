import { css, html, nothing, type TemplateResult } from 'lit';
import type { StageMessages } from '../../i18n/stage-messages.js';
import type { Place } from '../../parts/layouts.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { windowOf } from '../../parts/tree.js';
import type { FullPage } from './run-layout.js';
import type { StageHost } from './stage-extras.js';

interface FarContext {
  readonly words: StageMessages;
  readonly page: FullPage;
  /** The identities of the other participants who speak now, loudest first. */
  readonly speakers: readonly string[];
}

/** Names a speaker whose tile is scrolled out of sight. A click scrolls to the tile. */
export class FarSpeaker {
  readonly #stage: StageHost;
  readonly #room: () => RoomHandle | undefined;
  #context: FarContext | undefined;
  /** The tile of the named speaker. */
  #shown: Place | undefined;

  constructor(stage: StageHost, room: () => RoomHandle | undefined) {
    this.#stage = stage;
    this.#room = room;
    const options = { capture: true, passive: true };
    // Renders only if the scrolling changes who is named.
    const follow = (): void => {
      if (this.#find() !== this.#shown) stage.requestUpdate();
    };
    stage.renderRoot.addEventListener('scroll', follow, options);
  }

  /** Parts: `button`, `elsewhere`. */
  render(context: FarContext): TemplateResult | typeof nothing {
    this.#context = context;
    const place = (this.#shown = this.#find());
    const person = place && this.#room()?.store.participant(place.item.identity).getSnapshot();
    if (!person) return nothing;
    return html`<button
      type="button"
      class="button elsewhere far"
      part="button elsewhere"
      @click=${() => this.#scrollTo(place)}
    >
      ${context.words.speaksOutOfSight(person.member.name)}
    </button>`;
  }

  /** The tile of the loudest speaker whose tile has its middle out of sight. */
  #find(): Place | undefined {
    const scroller = this.#scroller;
    const { page, speakers } = this.#context ?? {};
    if (!scroller || !page?.scroll || !speakers?.length) return undefined;
    const { clientWidth, clientHeight, scrollTop } = scroller;
    // In a right-to-left page it is negative.
    const left = Math.abs(scroller.scrollLeft);
    const isFar = ({ x, y, width, height, isFixed }: Place): boolean =>
      !isFixed &&
      (Math.abs(x + width / 2 - left - clientWidth / 2) > clientWidth / 2 ||
        Math.abs(y + height / 2 - scrollTop - clientHeight / 2) > clientHeight / 2);
    return speakers
      .flatMap((identity) => page.places.filter(({ item }) => isCameraOf(item, identity)))
      .find(isFar);
  }

  #scrollTo({ x, y, width, height }: Place): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    const left = x + (width - scroller.clientWidth) / 2;
    const isStill = windowOf(scroller)?.matchMedia('(prefers-reduced-motion: reduce)').matches;
    scroller.scrollTo({
      left: scroller.matches(':dir(rtl)') ? -left : left,
      top: y + (height - scroller.clientHeight) / 2,
      behavior: isStill ? 'instant' : 'smooth',
    });
  }

  get #scroller(): HTMLElement | null {
    return this.#stage.renderRoot.querySelector<HTMLElement>('.scrolling');
  }
}

function isCameraOf({ kind, identity }: Place['item'], speaker: string): boolean {
  return kind === 'camera' && identity === speaker;
}

/** The styles beside those of the names near the page buttons. */
export const farStyles = css`
  .far {
    /* Above the names in the tiles. */
    inset-block-end: 48px;
    min-block-size: var(--_target, 32px);
    font-weight: 500;
  }
`;

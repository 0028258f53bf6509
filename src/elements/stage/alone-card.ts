import { css, html, nothing, type TemplateResult } from 'lit';
import { CopyLink } from '../../features/invite/copy-link.js';
import { canShareLink, shareLinkView } from '../../features/invite/share-link.js';
import type { InviteMessages } from '../../i18n/comfort-messages.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { inviteWords } from '../../locales/en.js';
import { LocaleController } from '../../parts/locale-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { cssProps } from '../shared/css-props.js';
import type { FullPage } from './run-layout.js';
import type { StageBox } from './stage-box.js';
import type { StageHost } from './stage-extras.js';
import { placeOf } from './stage-views.js';

/** The least size of a stage with a card. A smaller one has only a line of text. */
const cardFrom = { width: 480, height: 240 };
/** The least stage width for a card with a share sheet, whose Copy button shows only its icon. */
const sharedFrom = 300;
const cardHeight = 64;
const lineHeight = 36;

/**
 * Says below the own picture that nobody else is in the call, so that nothing covers the face. On a
 * larger stage it is a card, with a button that copies the link into the room, and one that opens the
 * share sheet of a phone.
 */
export class AloneCard {
  readonly #room: () => RoomHandle | undefined;
  readonly #words: LocaleController<InviteMessages>;
  readonly #copy: CopyLink;
  /** The last box, and what is left of it. An unchanged box needs no new layout. */
  #box: { readonly from: StageBox; readonly height: number; readonly rest: StageBox } | undefined;

  constructor(stage: StageHost, room: () => RoomHandle | undefined) {
    this.#room = room;
    this.#words = new LocaleController(
      stage,
      { group: 'panels', en: inviteWords },
      () => room()?.options.getSnapshot().messages,
    );
    this.#copy = new CopyLink(stage, room);
  }

  /** The space for the tiles: without that of the card. */
  boxFor(from: StageBox): StageBox {
    if (!this.#isAlone) return from;
    const height = this.#isCard(from) ? cardHeight : lineHeight;
    if (this.#box?.from !== from || this.#box.height !== height) {
      const rest = { ...from, height: Math.max(0, from.height - height - from.gap) };
      this.#box = { from, height, rest };
    }
    return this.#box.rest;
  }

  /** Parts: `alone`, `hint`, `copy-link`. */
  render({ waitingForOthers }: RoomMessages, page: FullPage): TemplateResult | typeof nothing {
    if (!this.#box || !this.#isAlone) return nothing;
    const { from, height } = this.#box;
    // Directly below the picture, which may be less high than the stage.
    const bottom = Math.max(...page.places.map((place) => place.y + place.height));
    const most = from.height - height;
    const y = page.places.length > 0 ? Math.min(most, bottom + from.gap) : most;
    const rect = { x: 0, y, width: from.width, height };
    // Without a tile, the message in the middle of the stage has the words.
    const text = page.places.length > 0 ? html`<p part="hint">${waitingForOthers}</p>` : nothing;
    const isCard = this.#isCard(from);
    if (text === nothing && !isCard) return nothing;
    return html`<div class="alone" ${cssProps(placeOf(rect))}>
      <div class=${isCard ? 'card' : 'line'} part="alone">
        ${text}${isCard ? this.#renderButtons() : nothing}
      </div>
    </div>`;
  }

  get #isAlone(): boolean {
    const { identities, localIdentity } = this.#room()?.store.roster.getSnapshot() ?? {};
    return identities?.length === 1 && identities[0] === localIdentity;
  }

  #renderButtons(): TemplateResult {
    const words = this.#words.messages;
    const share = shareLinkView(this.#copy, words);
    return html`${this.#copy.render(words, share === nothing ? 'primary' : '')}${share}`;
  }

  #isCard({ width, height }: StageBox): boolean {
    const least = canShareLink(this.#copy.link) ? sharedFrom : cardFrom.width;
    return !!this.#copy.link && width >= least && height >= cardFrom.height;
  }
}

export const aloneStyles = css`
  .alone {
    position: absolute;
    display: grid;
    place-items: center;
  }

  .alone > * {
    display: flex;
    align-items: center;
    gap: 16px;
    max-inline-size: 100%;
    max-block-size: 100%;
    color: var(--_on-surface);
  }

  .alone .card {
    padding: 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }

  @container (max-width: 480px) {
    .alone .card {
      gap: 8px;
    }

    .alone .button {
      flex: none;
    }

    .alone .copy-label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: clip;
      white-space: nowrap;
      clip-path: inset(50%);
    }
  }

  .alone p {
    min-inline-size: 0;
    padding-inline: 8px;
    overflow: hidden;
    font-size: 14px;
    line-height: 18px;
    text-align: center;
    text-wrap: balance;
  }
`;

import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { createCell } from '../../core/cell.js';
import { captionWords } from '../../locales/en.js';
import { flagAttribute, SwitchablePartElement } from '../../parts/switchable-part.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { RoomController } from '../../parts/room-controller.js';
import { settingsOf } from '../../parts/settings.js';
import type { Caption, RoomCaptions } from '../../state/caption-types.js';
import { buttonStyles } from '../../styles/button-styles.js';
import { frame } from '../../styles/frame.js';
import { tokens } from '../../styles/tokens.js';
import { utilities } from '../../styles/utilities.js';
import { captionStyles } from './caption-styles.js';

/** The most pieces over the stage, and the milliseconds for which the last one stays. */
const shownAtMost = 3;
const shownFor = 6000;
/** The number of last characters of a piece over the stage, and of first characters in the log. */
const lengthOver = 300;
const lengthInLog = 600;

/**
 * The captions of a call: all of them so far, or with `overlay` the newest over the stage, where
 * the person has turned captions on. It is the content of the panel `captions`. You may also place
 * it anywhere else, inside `<ffc-room>` or with `for`. A transcriber in the call, such as an agent,
 * sends the pieces. They are always shown as plain text.
 *
 * @tag ffc-captions
 * @summary The captions of a call.
 *
 * @csspart captions - The whole element.
 * @csspart caption - One piece.
 * @csspart caption-speaker - The name of the speaker.
 * @csspart caption-text - The text of a piece.
 * @csspart button - The button that shows the rest of a long piece.
 * @csspart captions-none - The message while there are no captions.
 */
export class FfcCaptionsElement extends SwitchablePartElement {
  static override styles = [tokens, frame, utilities, buttonStyles, captionStyles];
  // Without decorators: their helpers would be larger than this code.
  static override properties: PropertyDeclarations = {
    overlay: { type: Boolean, reflect: true, converter: flagAttribute },
  };

  /** Shows the newest over the stage, while captions are on; without it, the whole log. */
  overlay = false;

  readonly #log = createCell<readonly Caption[]>([]);
  readonly #room = new RoomController(this, {
    watch: (room) => [this.#log, settingsOf(room), room.options],
    onRoom: (room, signal) => {
      let isFollowed = false;
      const follow = ({ log }: RoomCaptions): void => {
        if (signal.aborted || isFollowed) return;
        isFollowed = true;
        this.#log.set(log.getSnapshot());
        log.subscribe((pieces) => this.#log.set(pieces), { signal });
      };
      const load = (): void => void (isFollowed || room.use('captions').then(follow, () => {}));
      // The transcript of a former room is not this one's.
      this.#log.set([]);
      load();
      // After a failed load there is nothing to show, and the next piece tries again.
      room.store.on('transcription', load, { signal });
    },
  });
  readonly #locale = new LocaleController(
    this,
    { group: 'panels', en: captionWords },
    () => this.#room.room?.options.getSnapshot().messages,
  );
  #fade: ReturnType<typeof setTimeout> | undefined;
  #newestAt = 0;
  #newest: Caption | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#fade);
  }

  protected override willUpdate(): void {
    clearTimeout(this.#fade);
    if (!this.overlay || !this.isConnected) return;
    const newest = this.#log.getSnapshot().at(-1);
    if (newest !== this.#newest) this.#newestAt = Date.now();
    this.#newest = newest;
    // Each update sets the timer again: a move within the page has cleared it.
    const left = this.#newestAt + shownFor - Date.now();
    if (left > 0) this.#fade = setTimeout(() => this.requestUpdate(), left);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { room } = this.#room;
    if (!room) return nothing;
    return this.overlay ? this.#renderOverlay() : this.#renderLog();
  }

  protected override updated(): void {
    const log = this.renderRoot.querySelector('.log');
    if (log && this.#followsEnd) log.scrollTop = log.scrollHeight;
  }

  #followsEnd = true;
  /** The keys of the pieces that the person has expanded. */
  readonly #whole = new Set<string>();

  #renderOverlay(): TemplateResult | typeof nothing {
    const { room } = this.#room;
    if (!room) return nothing;
    const { captions, captionSize } = settingsOf(room).getSnapshot();
    const isFresh = Date.now() - this.#newestAt < shownFor;
    const pieces = this.#log.getSnapshot().slice(-shownAtMost);
    if (!captions || !isFresh || pieces.length === 0) return nothing;
    return html`<div class="over ${captionSize}" part="captions">
      ${repeat(
        pieces,
        ({ key }) => key,
        (piece) => captionView(piece, endOf(piece.text)),
      )}
    </div>`;
  }

  #renderLog(): TemplateResult {
    const { messages } = this.#locale;
    const pieces = this.#log.getSnapshot();
    return html`<div
      class="log"
      part="captions"
      role="log"
      aria-label=${messages.captionsLog}
      aria-live="off"
      tabindex="0"
      @scroll=${this.#onScroll}
    >
      ${
        pieces.length === 0
          ? html`<p class="none" part="captions-none">${messages.captionsNone}</p>`
          : repeat(
              pieces,
              ({ key }) => key,
              (piece) => this.#renderPiece(piece, messages.captionsShowMore),
            )
      }
    </div>`;
  }

  /** Renders a piece. A long one is cut: the layout of hundreds of them would block the page. */
  #renderPiece(piece: Caption, showMore: string): TemplateResult {
    const { key, text } = piece;
    const isCut = text.length > lengthInLog && !this.#whole.has(key);
    const onMore = (): void => {
      this.#whole.add(key);
      this.requestUpdate();
      // The button disappears.
      this.renderRoot.querySelector<HTMLElement>('.log')?.focus({ preventScroll: true });
    };
    return captionView(
      piece,
      isCut ? `${text.slice(0, lengthInLog)}…` : text,
      isCut
        ? html`<button type="button" class="button quiet" part="button" @click=${onMore}>
            ${showMore}
          </button>`
        : nothing,
    );
  }

  readonly #onScroll = (event: Event): void => {
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget as HTMLElement;
    // The list scrolls only while the reader is at its end.
    this.#followsEnd = scrollHeight - scrollTop - clientHeight < 40;
  };
}

function captionView(
  { speaker, language, isFinal }: Caption,
  text: string,
  more: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<p class="piece ${isFinal ? '' : 'unfinished'}" part="caption">
    ${speaker ? html`<bdi class="speaker" part="caption-speaker">${speaker}</bdi> ` : nothing}
    <bdi part="caption-text" lang=${language || nothing}>${text}</bdi>
    ${more}
  </p>`;
}

/** The end of a long piece. */
function endOf(text: string): string {
  return text.length > lengthOver ? `…${text.slice(-lengthOver)}` : text;
}

import { html, nothing, type TemplateResult } from 'lit';
import { LazyPersonMenu } from '../../features/person-menu/lazy-person-menu.js';
import { stageWords } from '../../locales/en.js';
import type { StageMessages } from '../../i18n/stage-messages.js';
import { moreIcon } from '../../icons/more.js';
import { soundOffIcon } from '../../icons/sound-off.js';
import type { Place } from '../../parts/layouts.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { RoomController } from '../../parts/room-controller.js';
import { volumeOf, volumesOf } from '../../parts/volumes.js';
import type { PinSource } from '../../state/view.js';
import type { StageHost } from './stage-extras.js';
import { ScreenZoom } from './screen-zoom.js';
import { SelfView } from './self-view.js';
import { TileFocus } from './tile-focus.js';

/** These styles load with this module. */
export { toolStyles } from './tool-styles.js';

/** The buttons in the corners of tiles, and the menu that they open. */
export class TileActions {
  readonly #room: RoomController;
  readonly #locale: LocaleController<StageMessages>;
  /** The self-view in a call of two. */
  readonly self: SelfView;
  readonly #stage: StageHost;
  readonly #zoom: ScreenZoom;
  readonly #menu: LazyPersonMenu;

  constructor(stage: StageHost) {
    this.#room = new RoomController(stage, { watch: (room) => [volumesOf(room), room.view.state] });
    this.#locale = new LocaleController(
      stage,
      { group: 'panels', en: stageWords },
      () => this.#room.room?.options.getSnapshot().messages,
    );
    const room = () => this.#room.room;
    this.#menu = new LazyPersonMenu(stage, { id: 'tile-menu', room });
    this.#stage = stage;
    // Created first: its keys take precedence over those that move between tiles.
    this.self = new SelfView(stage);
    this.#zoom = new ScreenZoom(stage);
    new TileFocus(stage, (tile) =>
      [...tile.querySelectorAll<HTMLElement>('.tile-tool')].at(-1)?.click(),
    );
  }

  /** Renders the slot `actions` of a tile. Parts: `tile-menu`, `muted-for-me`. */
  render({ item, isFloating }: Place): TemplateResult | typeof nothing {
    const { identity, source } = item;
    const { room } = this.#room;
    const name = room?.store.participant(identity).getSnapshot()?.member.name;
    if (!room || name === undefined || source === 'slot') return nothing;
    const words = this.#locale.messages;
    if (isFloating) return this.self.render(words);
    const { tileActions, mutedForMe } = words;
    const label = tileActions(name);
    const { isMuted, level } = volumeOf(room, identity);
    const isSilent = source === 'camera' && (isMuted || level === 0);
    return html`
      ${
        isSilent
          ? html`<span class="muted-for-me" part="muted-for-me" slot="actions" title=${mutedForMe}
              >${soundOffIcon}<span class="visually-hidden">${mutedForMe}</span></span
            >`
          : nothing
      }
      ${
        source === 'screen_share' && !item.isLocal
          ? this.#zoom.render(this.#tileOf(identity), words)
          : nothing
      }
      <button
        type="button"
        class="button quiet icon-only tile-tool"
        part="button tile-menu"
        slot="actions"
        tabindex="-1"
        title=${label}
        aria-label=${label}
        aria-haspopup="dialog"
        popovertarget="tile-menu"
        @click=${(event: Event) => this.#onClick(event, identity, source)}
      >
        ${moreIcon}
      </button>
    `;
  }

  /** Renders the menu, once it was opened. */
  renderMenu(): TemplateResult | typeof nothing {
    return this.#menu.render();
  }

  /** The tile of a participant's screen. */
  #tileOf(identity: string): HTMLElement | null {
    const selector = `[source=screen_share][identity="${CSS.escape(identity)}"]`;
    return this.#stage.renderRoot.querySelector(selector);
  }

  #onClick({ currentTarget }: Event, identity: string, source: PinSource): void {
    const button = currentTarget as HTMLElement;
    const picture = button.closest<HTMLElement>('ffc-participant-tile');
    this.#menu.show(button, { identity, source, ...(picture && { picture }) });
  }
}

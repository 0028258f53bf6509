/**
 * The signs of a tile beside picture and name. This chunk loads in the background of the first
 * tile.
 */
import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { type Readable, select } from '../../core/cell.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { BaseElement } from '../../parts/base-element.js';
import { pausedWords } from '../../locales/en.js';
import { memoized } from '../../parts/memoized.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { addRoomWords } from '../../parts/room-words.js';
import { signsOf } from '../../parts/signs.js';
import type { ParticipantSnapshot } from '../../state/types.js';
import { connectionSigns, connectionSignStyles } from './connection-signs.js';
import { levelBars, LevelController } from './level.js';
import { isPaused, pausedStyles, pausedView } from './paused-screen.js';
import { speakingStyles } from './speaking-styles.js';
import type { TileContent } from './tile-content.js';
import { handView, reactionView, tileSigns, tileSignStyles } from './tile-signs.js';
import type { TileSource } from './tile-state.js';

export interface TileExtrasOptions {
  readonly host: BaseElement & ReactiveControllerHost & { readonly source: TileSource };
  readonly participant: () => Readable<ParticipantSnapshot | undefined> | undefined;
}

/** Shows speech, a raised hand, reactions and a bad connection on one tile. */
export class TileExtras {
  /** The raised hand and the reaction of a tile. */
  readonly signs = tileSigns;
  readonly hand = handView;

  /**
   * The cells whose changes update the tile. The local camera's are among them: a rear camera is
   * not mirrored.
   */
  readonly cells = memoized(
    (room: RoomHandle, identity: string, source: TileSource): readonly Readable<unknown>[] => {
      if (source !== 'camera') return [];
      const { hands, reactions } = signsOf(room);
      const { controls, roster } = room.store;
      return [
        select(hands, (identities) => identities.indexOf(identity)),
        select(reactions, (shown) => shown.get(identity)),
        select(controls, ({ devices }) => {
          const isOwn = roster.getSnapshot().localIdentity === identity;
          return isOwn ? devices.active.videoinput : undefined;
        }),
      ];
    },
  );

  readonly #host: TileExtrasOptions['host'];

  constructor({ host, participant }: TileExtrasOptions) {
    this.#host = host;
    addRoomWords(pausedWords);
    host.addStyles([speakingStyles, tileSignStyles, connectionSignStyles, pausedStyles]);
    new LevelController(host, {
      element: () => host.renderRoot.querySelector('.level'),
      participant,
    });
  }

  connection({ tile }: TileContent, messages: RoomMessages): TemplateResult {
    return connectionSigns(tile, messages);
  }

  /** Renders what lies over the picture: a reaction, or the notice that a share is paused. */
  over(content: TileContent, messages: RoomMessages): TemplateResult | typeof nothing {
    if (this.#host.source === 'camera') return reactionView(content.signs);
    return isPaused(content) ? pausedView(content, messages) : nothing;
  }

  level({ tile }: TileContent): TemplateResult | typeof nothing {
    return tile.speaking ? levelBars() : nothing;
  }
}

/**
 * The signs of a tile beside picture and name. This chunk loads in the background of the first
 * tile.
 */
import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { type Readable, select } from '../../core/cell.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { BaseElement } from '../../parts/base-element.js';
import { memoized } from '../../parts/memoized.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { signsOf } from '../../parts/signs.js';
import type { ParticipantSnapshot } from '../../state/types.js';
import { connectionSigns, connectionSignStyles } from './connection-signs.js';
import { levelBars, LevelController } from './level.js';
import { speakingStyles } from './speaking-styles.js';
import type { TileContent } from './tile-content.js';
import { handView, reactionView, tileSigns, tileSignStyles } from './tile-signs.js';
import type { TileSource } from './tile-state.js';

export interface TileExtrasOptions {
  readonly host: BaseElement & ReactiveControllerHost;
  readonly participant: () => Readable<ParticipantSnapshot | undefined> | undefined;
}

/** Shows speech, a raised hand, reactions and a bad connection on one tile. */
export class TileExtras {
  /** The raised hand and the reaction that a tile of this source shows. */
  readonly signs = tileSigns;
  readonly reaction = reactionView;
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

  constructor({ host, participant }: TileExtrasOptions) {
    host.addStyles([speakingStyles, tileSignStyles, connectionSignStyles]);
    new LevelController(host, {
      element: () => host.renderRoot.querySelector('.level'),
      participant,
    });
  }

  connection({ tile }: TileContent, messages: RoomMessages): TemplateResult {
    return connectionSigns(tile, messages);
  }

  level({ tile }: TileContent): TemplateResult | typeof nothing {
    return tile.speaking ? levelBars() : nothing;
  }
}

import { css, html, nothing, type TemplateResult } from 'lit';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { signalLostIcon } from '../../icons/signal-lost.js';
import { signalPoorIcon } from '../../icons/signal-poor.js';
import type { TileState } from './tile-state.js';

/** Renders the signs of the connection. Parts: `stalled`, `quality`. */
export function connectionSigns(
  { picture, badQuality }: TileState,
  { tile, quality }: RoomMessages,
): TemplateResult {
  return html`${
    picture.kind === 'video' && picture.isStalled
      ? html`<span class="plate stalled" part="stalled">
          ${signalLostIcon}<span class="name">${tile.stalled}</span>
        </span>`
      : nothing
  }
  ${
    badQuality
      ? html`<span class="plate quality ${badQuality}" part="quality" title=${quality[badQuality]}>
          ${badQuality === 'lost' ? signalLostIcon : signalPoorIcon}
        </span>`
      : nothing
  }`;
}

export const connectionSignStyles = css`
  .stalled,
  .quality {
    color: #ffd479;
  }

  .stalled {
    margin-inline-end: auto;
  }

  .quality {
    padding-inline: 4px;
  }

  .quality.lost {
    color: #ff9d9d;
  }

  .stalled svg,
  .quality svg {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
  }

  @container (max-width: 200px) or (max-height: 110px) {
    .quality {
      padding-inline: 2px;
    }

    .stalled svg,
    .quality svg {
      inline-size: 14px;
      block-size: 14px;
    }
  }
`;

import { css, html, nothing, type TemplateResult } from 'lit';
import { handIcon } from '../../icons/hand.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { signsOf } from '../../parts/signs.js';
import { noSigns, type TileSigns } from './tile-content.js';
import type { TileSource } from './tile-state.js';

/** The signs of a tile. Only the tile of a camera shows them, not that of a screen. */
export function tileSigns(
  room: RoomHandle | undefined,
  identity: string,
  source: TileSource,
): TileSigns {
  if (!room || source !== 'camera') return noSigns;
  const { hands, reactions } = signsOf(room);
  return {
    hand: hands.getSnapshot().indexOf(identity) + 1,
    reaction: reactions.getSnapshot().get(identity),
  };
}

/** Renders a raised hand with its number in the queue. Part: `hand`. */
export function handView({ hand }: TileSigns): TemplateResult | typeof nothing {
  return hand ? html`<span class="hand" part="hand">${handIcon}${hand}</span>` : nothing;
}

/**
 * Renders a reaction over the picture. The room announces it to screen readers. Part: `reaction`.
 */
export function reactionView({ reaction }: TileSigns): TemplateResult | typeof nothing {
  return reaction
    ? html`<span class="reaction" part="reaction" aria-hidden="true">${reaction}</span>`
    : nothing;
}

export const tileSignStyles = css`
  .hand {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 2px;
    margin-inline-start: -3px;
    color: #ffd479;
  }

  .hand svg {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
  }

  .reaction {
    position: absolute;
    inset-block-end: 22%;
    font-size: clamp(28px, 26cqmin, 96px);
    line-height: 1;
    pointer-events: none;
    animation: ffc-reaction 4s ease-out both;
  }

  @keyframes ffc-reaction {
    from {
      opacity: 0;
      translate: 0 40%;
      scale: 0.6;
    }

    8%,
    80% {
      opacity: 1;
    }

    12% {
      translate: 0 0;
      scale: 1;
    }

    to {
      opacity: 0;
      translate: 0 -30%;
    }
  }

  @container (max-width: 200px) or (max-height: 110px) {
    .hand svg {
      inline-size: 14px;
      block-size: 14px;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .reaction {
      animation: none;
    }
  }
`;

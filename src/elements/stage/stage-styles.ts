import { css } from 'lit';

export const stageStyles = css`
  :host {
    --_inline-size: 960px;
    --_min-inline-size: 120px;
    --_block-size: clamp(200px, 100dvb - 160px, 400px);
    --_min-block-size: 120px;
  }

  .stage,
  .tiles {
    position: relative;
    min-inline-size: 0;
    min-block-size: 0;
  }

  .stage {
    grid-row: 1;
    display: grid;
    overflow: clip;
    /* Space for the focus ring of tiles at the edge. */
    overflow-clip-margin: 4px;
  }

  .probe {
    position: absolute;
    inline-size: 1000px;
    /* Without a set shape the probe gets one that no tile has. */
    aspect-ratio: var(--ffc-tile-aspect-ratio, 1000);
    column-gap: var(--_gap);
    visibility: hidden;
    pointer-events: none;
  }

  ffc-participant-tile,
  .screen {
    position: absolute;
  }

  .screen {
    display: grid;
    overflow: auto;
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }

  .screen[hidden] {
    display: none;
  }

  .floating {
    z-index: 2;
    border-radius: 12px;
    box-shadow: 0 4px 16px rgb(0 0 0 / 45%);
  }

  .message {
    place-self: center;
    display: grid;
    justify-items: center;
    gap: 8px;
    max-inline-size: 100%;
    padding: 16px;
    color: var(--_muted);
    text-align: center;
  }
`;

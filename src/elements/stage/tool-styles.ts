import { css } from 'lit';

/** The styles for the content of `tile-actions.ts`. */
export const toolStyles = css`
  ffc-participant-tile:focus-visible {
    z-index: 1;
    outline-offset: 1px;
  }

  .tile-tool,
  .muted-for-me {
    display: grid;
    place-items: center;
    flex: none;
    border-radius: 99px;
    background: rgb(12 14 18 / 66%);
    color: #ffffff;
  }

  .tile-tool.button {
    inline-size: 32px;
    min-block-size: 32px;
    background-color: rgb(12 14 18 / 66%);
    color: #ffffff;
    opacity: 0;
    transition: opacity 120ms;
  }

  ffc-participant-tile:is(:hover, :focus, :focus-within) .tile-tool {
    opacity: 1;
  }

  .floating {
    cursor: grab;
    touch-action: none;
  }

  .floating .tile-tool.button {
    z-index: 1;
    position: relative;
  }

  [source='screen_share'] {
    touch-action: pan-x pan-y;
  }

  .zoomed {
    cursor: move;
    touch-action: none;
  }

  .zoomed .tile-tool.button {
    inline-size: auto;
    min-inline-size: 32px;
    padding-inline: 6px;
    font-size: 12px;
    opacity: 1;
  }

  .muted-for-me {
    inline-size: 32px;
    block-size: 32px;
    color: #ff9d9d;
  }

  .tile-tool svg,
  .muted-for-me svg {
    inline-size: 18px;
    block-size: 18px;
  }

  @media (hover: none) {
    .tile-tool.button {
      inline-size: 44px;
      min-block-size: 44px;
      border: 6px solid transparent;
      margin: -6px;
      background-clip: padding-box;
      opacity: 1;
    }
  }

  @media (forced-colors: active) {
    .muted-for-me {
      border: 1px solid CanvasText;
    }
  }
`;

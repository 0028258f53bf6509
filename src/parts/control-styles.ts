import { css } from 'lit';

/** The styles of `controlButton`, beside `buttonStyles`. */
export const controlStyles = css`
  .control {
    position: relative;
    flex: none;
    inline-size: 48px;
    min-block-size: 48px;
    padding: 0;
    border-color: transparent;
    border-radius: 99px;
    background-color: var(--_surface-raised);
  }

  .control.danger {
    inline-size: 64px;
  }

  /* Only for screen readers: the tooltip shows it. */
  .control .label {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .control.off {
    background-color: var(--_danger-fill);
    color: var(--_on-danger);
  }

  .control.active {
    background-color: var(--_accent);
    color: var(--_on-accent);
  }

  /* Delayed, so that only a slow action shows it. */
  .control[aria-busy='true'] svg {
    opacity: 0.35;
    transition: opacity 0s 200ms;
  }

  .control[aria-busy='true']::after {
    content: '';
    position: absolute;
    inset: 4px;
    border: 2px solid color-mix(in srgb, currentColor 20%, transparent);
    border-block-start-color: currentColor;
    border-radius: 50%;
    inline-size: 32px;
    block-size: 32px;
    margin: auto;
    opacity: 0;
    animation:
      ffc-turn 0.8s linear infinite,
      ffc-appear 0s linear 200ms forwards;
  }

  .control .sign {
    position: absolute;
    inset-block-start: -5px;
    inset-inline-end: -5px;
    display: grid;
    place-items: center;
    inline-size: 18px;
    block-size: 18px;
    border-radius: 50%;
    background: var(--_danger-fill);
    color: var(--_on-danger);
    font: 700 12px/1 var(--_font);
  }

  .control .count {
    position: absolute;
    inset-block-start: -4px;
    inset-inline-end: -4px;
    min-inline-size: 19px;
    padding-inline: 5px;
    border-radius: 99px;
    background: var(--_accent);
    box-shadow: 0 0 0 2px var(--_surface);
    color: var(--_on-accent);
    font: 700 11px/19px var(--_font);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }

  .control .count.urgent {
    background: var(--_danger-fill);
    color: var(--_on-danger);
  }

  @keyframes ffc-turn {
    to {
      rotate: 1turn;
    }
  }

  @keyframes ffc-appear {
    to {
      opacity: 1;
    }
  }

  @media (forced-colors: active) {
    .control.active {
      border: 2px solid Highlight;
      forced-color-adjust: none;
      background-color: Highlight;
      color: HighlightText;
    }

    .control.off {
      border: 2px dashed ButtonText;
    }
  }
`;

import { css } from 'lit';

/** The ring of a speaker, and the name plate that hides over a shared screen. */
export const speakingStyles = css`
  /* The ring lies between two dark lines, so that it is visible on any picture. */
  .ring {
    border: 4px solid var(--_speaking);
    outline: 1px solid #000000;
    outline-offset: -1px;
    box-shadow: inset 0 0 0 1px #000000;
    border-radius: inherit;
    opacity: 0;
    pointer-events: none;
    transition: opacity 120ms;
  }

  :host([speaking]) .ring {
    opacity: 1;
  }

  .level {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 2px;
    block-size: 16px;
  }

  .level i {
    inline-size: 3px;
    block-size: calc(4px + 12px * min(1, var(--_level, 0) * 2));
    border-radius: 2px;
    background: #62d29b;
    transition: block-size 80ms;
  }

  .level i:nth-child(2) {
    block-size: calc(4px + 12px * min(1, var(--_level, 0) * 3.5));
  }

  /* The content of a screen matters more than the name of its owner. */
  :host([source='screen_share']:not(:hover, :focus-within)) .bottom {
    animation: ffc-fade 300ms 3s forwards;
  }

  @keyframes ffc-fade {
    to {
      opacity: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .ring,
    .level i {
      transition: none;
    }
  }

  @media (forced-colors: active) {
    .ring {
      border-color: Highlight;
    }
  }
`;

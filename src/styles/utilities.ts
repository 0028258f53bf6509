import { css } from 'lit';

/** Small helpers that most elements need. */
export const utilities = css`
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }

  h2,
  h3,
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  h2,
  h3 {
    font-size: 18px;
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: -0.005em;
    text-wrap: balance;
  }

  :focus-visible {
    outline: var(--_focus);
    outline-offset: 2px;
  }

  :focus:not(:focus-visible) {
    outline: none;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      /* Not 0.01ms: elements with no transition of their own would get one of every property. */
      transition-duration: 0s !important;
    }
  }
`;

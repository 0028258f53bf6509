import { css, html, type TemplateResult } from 'lit';

/**
 * Renders a turning ring. It is hidden from screen readers: the text beside it describes the wait.
 */
export function spinner(): TemplateResult {
  return html`<span class="spinner" aria-hidden="true"></span>`;
}

export const spinnerStyles = css`
  .spinner {
    display: inline-block;
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    border: 2px solid color-mix(in srgb, currentColor 25%, transparent);
    border-block-start-color: currentColor;
    border-radius: 50%;
    animation: ffc-spin 0.8s linear infinite;
  }

  @keyframes ffc-spin {
    to {
      rotate: 1turn;
    }
  }

  /* The ring fades in and out instead of turning: a motionless ring would look stuck. */
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation: ffc-breathe 2s ease-in-out infinite !important;
    }

    @keyframes ffc-breathe {
      50% {
        opacity: 0.35;
      }
    }
  }
`;

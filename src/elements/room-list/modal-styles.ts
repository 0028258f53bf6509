import { css } from 'lit';

export const modalStyles = css`
  .dialog h2 {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  .dialog p {
    color: var(--_muted);
  }

  .dialog .invalid {
    color: var(--_danger);
  }

  .field small {
    color: var(--_muted);
    font-weight: 400;
  }

  /*
   * The buttons stick to the end of the scrolled content, so that they are visible in a low window.
   */
  .dialog-actions {
    position: sticky;
    inset-block-end: -24px;
    margin-block: 0 -24px;
    padding-block: 12px 24px;
    background: var(--_surface);
  }

  [role='alert']:empty {
    display: none;
  }
`;

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

  /* Within reach, however low the window is: they stick to the end of what scrolls. */
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

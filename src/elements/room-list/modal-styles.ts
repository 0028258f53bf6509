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

  textarea.input {
    resize: vertical;
  }

  [role='alert']:empty {
    display: none;
  }
`;

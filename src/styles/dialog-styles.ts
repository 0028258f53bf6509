import { css } from 'lit';

/** A modal `<dialog class="dialog">`: a heading, content, and `.dialog-actions` at the end. */
export const dialogStyles = css`
  .dialog {
    inline-size: min(440px, 100% - 32px);
    max-block-size: calc(100% - 32px);
    padding: 24px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: var(--_shadow);
    overflow: auto;
  }

  .dialog::backdrop {
    background: rgb(10 12 16 / 45%);
  }

  .dialog form {
    display: grid;
    gap: 16px;
  }

  .dialog-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-block-start: 8px;
  }
`;

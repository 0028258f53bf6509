import { css } from 'lit';

export const extraStyles = css`
  .level {
    z-index: 1;
    display: flex;
    gap: 3px;
    align-items: end;
    place-self: end start;
    margin: 0 16px 18px;
    padding: 6px;
    border-radius: var(--_radius-small);
    background: color-mix(in srgb, var(--_surface) 88%, transparent);
  }

  @container (max-width: 359px) {
    .level {
      margin: 8px;
    }
  }

  .picture {
    inline-size: 72px;
    block-size: 72px;
    border-radius: 50%;
    object-fit: cover;
  }

  [hidden],
  .tests p:empty {
    display: none;
  }

  .errors {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 10px;
    padding: 12px;
    border-radius: var(--_radius-small);
    background: color-mix(in srgb, var(--_danger) 9%, var(--_surface));
    font-size: 13px;
  }

  .errors svg {
    color: var(--_danger);
  }

  .errors ul,
  .check ul {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .errors strong {
    display: block;
  }

  .help .button {
    display: flex;
    margin-top: 8px;
  }

  .tests {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-inline-start: -16px;
  }

  .tests p {
    inline-size: 100%;
    margin: 0;
    padding-inline-start: 16px;
    color: var(--_muted);
    font-size: 13px;
  }

  .check:has(ul) {
    inline-size: 100%;
  }

  .check ul {
    gap: 4px;
    margin: 4px 0;
    padding-inline-start: 16px;
    font-size: 13px;
  }

  .check li {
    display: flex;
    justify-content: space-between;
    gap: 8px;
  }

  .check .passed span:last-child {
    color: var(--_success);
  }

  .check .failed {
    font-weight: 600;
  }

  .check .failed span:last-child {
    color: var(--_danger);
  }

  @media (forced-colors: active) {
    .errors {
      border: 1px solid CanvasText;
    }
  }
`;

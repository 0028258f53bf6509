import { css } from 'lit';

/** The styles of `extras.ts`, and of everything that appears only after the first rooms. */
export const extraStyles = css`
  .search ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .pick:focus-visible {
    outline: none;
  }

  .pick:focus-visible::after {
    border-radius: var(--_radius);
    outline: var(--_focus);
    outline-offset: 2px;
  }

  .rooms {
    transition: opacity 200ms;
  }

  [aria-busy='true'] > .rooms,
  .room[aria-busy='true'] {
    opacity: 0.6;
    transition-delay: 200ms;
  }

  .room:has(.pick:hover) {
    border-color: var(--_accent);
    background: var(--_surface-raised);
  }

  .pick:disabled {
    cursor: progress;
  }

  .tools .filter-button {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    inline-size: var(--_target, 40px);
    padding: 0;
  }

  [data-chosen]::after {
    content: attr(data-chosen);
    position: absolute;
    inset-block-start: -6px;
    inset-inline-end: -6px;
    min-inline-size: 18px;
    border-radius: 9px;
    background: var(--_accent);
    color: var(--_on-accent);
    font: 600 12px/18px var(--_font);
    text-align: center;
  }

  .here,
  .countdown {
    color: color-mix(in srgb, var(--_accent) 75%, var(--_on-surface));
  }

  .countdown {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }

  .faces {
    display: inline-flex;
    align-items: center;
    margin-block: -3px;
  }

  .faces .avatar {
    inline-size: 24px;
    block-size: 24px;
    box-shadow: 0 0 0 2px var(--_surface);
    font-size: 8px;
  }

  .faces .avatar + .avatar {
    margin-inline-start: -4px;
  }

  .more-faces {
    margin-inline-start: 4px;
    font-weight: 600;
  }

  /* A title of two lines stands where the others stand, whatever it is written in. */
  .about h3 bdi {
    text-align: -webkit-match-parent;
  }

  .pager svg:dir(rtl) {
    scale: -1 1;
  }

  @media (forced-colors: active) {
    .faces .avatar,
    [data-chosen]::after {
      border: 1px solid;
    }
  }
`;

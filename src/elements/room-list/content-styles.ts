import { css } from 'lit';

export const contentStyles = css`
  .room {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .avatar {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    overflow: hidden;
    border-radius: 50%;
    background: oklch(0.52 0.11 var(--_hue));
    color: #ffffff;
    font-weight: 600;
  }

  .avatar img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  .about {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 4px;
    min-inline-size: 0;
  }

  .about h3 {
    font-size: 15px;
  }

  .about h3 bdi {
    display: -webkit-box;
    overflow: hidden;
    text-align: match-parent;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .pick {
    display: block;
    max-inline-size: 100%;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  /* The whole card is the button. Elements above it have a position of their own. */
  .pick::after {
    position: absolute;
    inset: 0;
    content: '';
  }

  .line {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .line,
  .facts,
  .why,
  .actions .button,
  .blank {
    color: var(--_muted);
  }

  .facts,
  .why {
    font-size: 13px;
  }

  .facts,
  .pager {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
  }

  .facts {
    margin-block-start: auto;
    padding-block-start: 4px;
  }

  .facts .line {
    max-inline-size: 100%;
  }

  .facts svg {
    display: block;
    inline-size: 16px;
    block-size: 16px;
  }

  .badge {
    padding: 1px 8px;
    border: 1px solid transparent;
    border-radius: 99px;
    background: color-mix(in srgb, currentColor 12%, transparent);
    font-size: 12px;
    font-weight: 600;
  }

  /* Mixed with the text's colour, to be legible on a tint of itself. */
  .live {
    color: color-mix(in srgb, var(--_success) 75%, var(--_on-surface));
  }

  /* A border, because forced colours take backgrounds away. */
  .live::before {
    display: inline-block;
    margin-inline-end: 5px;
    border: 3.5px solid;
    border-radius: 50%;
    content: '';
  }

  .soon {
    color: color-mix(in srgb, var(--_accent) 75%, var(--_on-surface));
  }

  .why {
    font-style: italic;
  }

  /*
   * Above the button, which is the whole card, and in a line of their own, so that they cover no
   * text.
   */
  .actions {
    position: relative;
    display: flex;
    flex: 1 0 100%;
    justify-content: flex-end;
    margin: -10px;
  }

  .actions:not(:has(button)) {
    display: none;
  }

  .pager {
    justify-content: center;
    margin-block-start: 16px;
  }

  .blank {
    display: grid;
    justify-items: center;
    gap: 12px;
    max-inline-size: 46ch;
    margin-inline: auto;
    padding: 48px 16px;
    text-align: center;
  }

  .blank h3 {
    color: var(--_on-surface);
  }

  /* Rows: the room, its facts, and its buttons. */
  @container (inline-size >= 640px) {
    .room {
      flex-wrap: nowrap;
      align-items: center;
      padding-block: 10px;
    }

    .about {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 0 24px;
    }

    h3:has(+ .facts) {
      grid-row: span 2;
      align-self: center;
    }

    .facts {
      grid-area: 1 / 2 / span 2;
      align-self: center;
      margin: 0;
      padding: 0;
    }

    .why {
      grid-column: 2;
    }

    .actions {
      flex: none;
      margin: 0;
    }
  }
`;

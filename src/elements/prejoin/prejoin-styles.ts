import { css } from 'lit';

export const prejoinStyles = css`
  :host {
    --_inline-size: 920px;
    --_min-inline-size: 200px;
  }

  .container {
    grid-row: 1;
    inline-size: 100%;
    max-inline-size: 920px;
    margin-inline: auto;
    container-type: inline-size;
  }

  .prejoin {
    display: grid;
    gap: 24px;
    align-items: center;
    max-inline-size: 440px;
    margin-inline: auto;
  }

  .prejoin.bare {
    max-inline-size: 360px;
  }

  .preview {
    position: relative;
    display: grid;
    aspect-ratio: 16 / 9;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_tile);
  }

  .preview > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
    min-block-size: 0;
  }

  video {
    inline-size: 100%;
    block-size: 100%;
    object-fit: var(--ffc-tile-fit, cover);
    object-position: 50% 30%;
  }

  video.contained {
    object-fit: var(--ffc-tile-fit, contain);
    object-position: center;
  }

  /* People know themselves from the mirror. */
  video.mirrored {
    scale: -1 1;
  }

  video.waiting {
    visibility: hidden;
  }

  .placeholder {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 8px;
    padding: 16px 16px 68px;
    color: var(--_muted);
    font-size: 13px;
    text-align: center;
  }

  /* Over the video, which is a layer of its own when it is mirrored. */
  .toggles {
    z-index: 1;
    display: flex;
    gap: 12px;
    place-self: end center;
    padding-block-end: 12px;
  }

  .toggle {
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border-color: transparent;
    border-radius: 50%;
    background-color: color-mix(in srgb, var(--_surface) 88%, transparent);
  }

  .toggle.off {
    background-color: var(--_danger-fill);
    color: var(--_on-danger);
  }

  /* What lies under the focus ring may have any colour. */
  .toggle:focus-visible {
    box-shadow: 0 0 0 2px var(--_surface);
  }

  .toggle[aria-busy='true'] svg {
    opacity: 0.4;
  }

  .details {
    display: grid;
    gap: 16px;
    min-inline-size: 0;
  }

  .description {
    color: var(--_muted);
  }

  .head {
    display: grid;
    gap: 4px;
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

  .errors ul {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .errors strong {
    display: block;
  }

  .devices {
    display: grid;
    gap: 12px;
  }

  /* In reach, however low the room is. */
  .join {
    position: sticky;
    inset-block-end: 8px;
    z-index: 2;
    min-block-size: 44px;
    box-shadow: 0 0 0 8px var(--_surface);
    font-size: 15px;
  }

  @container (min-width: 500px) {
    .prejoin:not(.bare) {
      grid-template-columns: minmax(0, 1.1fr) minmax(220px, 1fr);
      align-items: start;
      max-inline-size: none;
    }
  }

  @container (min-width: 700px) {
    .prejoin:not(.bare) {
      grid-template-columns: minmax(0, 1.35fr) minmax(260px, 1fr);
      gap: 32px;
      align-items: center;
    }
  }

  @media (max-height: 480px) {
    .prejoin:not(.bare) {
      align-items: start;
    }
  }

  @media (forced-colors: active) {
    .preview,
    .errors {
      border: 1px solid CanvasText;
    }

    .toggle.off {
      border: 2px dashed ButtonText;
    }
  }
`;

import { css } from 'lit';

export const prejoinStyles = css`
  .consent {
    margin: 0;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_danger);
    background: var(--_surface);
  }

  :host {
    --_inline-size: 1200px;
    --_min-inline-size: 200px;
  }

  .container {
    grid-row: 1;
    inline-size: 100%;
    max-inline-size: 1200px;
    margin-inline: auto;
    container-type: inline-size;
  }

  .prejoin {
    display: grid;
    gap: 24px;
    align-items: start;
    max-inline-size: 440px;
    margin-inline: auto;
  }

  .prejoin.bare {
    max-inline-size: 360px;
  }

  .preview {
    position: relative;
    display: grid;
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
    object-fit: var(--ffc-tile-fit, cover);
    object-position: 50% 30%;
  }

  video.contained {
    object-fit: var(--ffc-tile-fit, contain);
    object-position: center;
  }

  video,
  .placeholder {
    aspect-ratio: 16 / 9;
  }

  /* Mirrored, as people know themselves from the mirror. */
  video.mirrored {
    scale: var(--_mirror, -1) 1;
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

  /* Above the video, which is a layer of its own when it is mirrored. */
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

  /* The picture under the focus ring may have any colour. */
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

  .devices > * + * {
    margin-block-start: 12px;
  }

  summary {
    padding-block: 12px;
    font-weight: 600;
    cursor: pointer;
  }

  /* The button stays visible in a low room, and so does the consent that it gives. */
  .consent,
  .join {
    position: sticky;
    inset-block-end: 8px;
    z-index: 2;
    min-block-size: 44px;
    box-shadow: 0 0 0 8px var(--_surface);
  }

  .join {
    font-size: 15px;
  }

  .consent {
    inset-block-end: 68px;
  }

  /* The switches would hide the face in a small picture. */
  @container (max-width: 359px) {
    .toggles {
      grid-row: 2;
      padding-block-start: 12px;
    }

    .placeholder {
      padding: 12px 16px;
    }
  }

  /* Where there is space, the choices of devices are always open. */
  @media (min-height: 481px) {
    @container (min-width: 480px) {
      .devices::details-content {
        block-size: auto;
        content-visibility: visible;
      }

      @supports selector(::details-content) {
        summary {
          display: none;
        }
      }
    }
  }

  @container (min-width: 500px) {
    .prejoin:not(.bare) {
      grid-template-columns: minmax(0, 1.1fr) minmax(220px, 1fr);
      max-inline-size: none;
    }

    .preview {
      position: sticky;
      inset-block-start: 8px;
    }
  }

  @container (min-width: 700px) {
    .prejoin:not(.bare) {
      grid-template-columns: minmax(0, 3fr) minmax(260px, 2fr);
      gap: 32px;
    }
  }

  @media (forced-colors: active) {
    .preview {
      border: 1px solid CanvasText;
    }

    .toggle.off {
      border: 2px dashed ButtonText;
    }
  }
`;

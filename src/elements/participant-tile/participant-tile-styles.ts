import { css } from 'lit';

export const participantTileStyles = css`
  :host {
    --_on-video: #ffffff;
    --_scrim: rgb(12 14 18 / 66%);
    --_tile-radius: var(--ffc-tile-radius, var(--_radius));

    display: block;
    position: relative;
    aspect-ratio: var(--ffc-tile-aspect-ratio, 16 / 9);
    contain: layout paint;
    border-radius: var(--_tile-radius);
  }

  /* The width of a tile without a given width, from the least to the most. */
  :host::before {
    content: '';
    display: grid;
    grid-template-columns: minmax(80px, 320px);
  }

  .tile {
    position: absolute;
    inset: 0;
    place-self: stretch;
    inline-size: 100%;
    block-size: 100%;
    display: grid;
    place-items: center;
    container-type: size;
    overflow: clip;
    border-radius: inherit;
    background: var(--_tile);
  }

  video,
  .shimmer,
  .overlay,
  .ring {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }

  video {
    object-fit: var(--ffc-tile-fit, cover);
    /* Faces are usually above the middle. */
    object-position: 50% 30%;
    transition: opacity 160ms;
  }

  video.screen,
  video.contained {
    object-fit: var(--ffc-tile-fit, contain);
    object-position: center;
  }

  video.contained:not(.screen) {
    background: linear-gradient(
      oklch(0.42 0.05 var(--_hue, 260)),
      oklch(0.28 0.03 var(--_hue, 260))
    );
  }

  video.mirrored {
    transform: scaleX(var(--_mirror, -1));
  }

  /* Not display: none: the media server would stop sending a video that is not displayed. */
  video.waiting {
    opacity: 0;
  }

  .avatar {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 2.6em;
    block-size: 2.6em;
    overflow: clip;
    border-radius: 50%;
    background: oklch(0.52 0.11 var(--_hue, 260));
    color: #ffffff;
    font-size: clamp(13px, 16cqmin, 64px);
    font-weight: 600;
    line-height: 1;
    user-select: none;
  }

  .avatar.nobody {
    background: color-mix(in srgb, var(--_on-surface) 10%, transparent);
    color: var(--_muted);
  }

  .avatar img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  .avatar svg {
    inline-size: 58%;
    block-size: 58%;
  }

  .message {
    display: grid;
    justify-items: center;
    gap: 8px;
    max-inline-size: 100%;
    margin: 0;
    padding: 8px 12px;
    color: var(--_muted);
    font-size: clamp(12px, 5cqmin, 16px);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .shimmer {
    background: linear-gradient(
      100deg,
      transparent 30%,
      color-mix(in srgb, var(--_on-surface) 9%, transparent) 50%,
      transparent 70%
    );
    animation: ffc-shimmer 1.6s linear infinite;
  }

  @keyframes ffc-shimmer {
    from {
      translate: -100%;
    }

    to {
      translate: 100%;
    }
  }

  .overlay {
    pointer-events: none;
  }

  ::slotted(*) {
    pointer-events: auto;
  }

  .top,
  .bottom {
    position: absolute;
    inset-inline: 0;
    display: flex;
    gap: 6px;
    padding: min(8px, 4cqmin);
    pointer-events: none;
  }

  .top {
    inset-block-start: 0;
    justify-content: end;
  }

  .bottom {
    inset-block-end: 0;
  }

  .plate {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    min-block-size: 26px;
    min-inline-size: 0;
    padding: 3px 9px;
    border-radius: 7px;
    background: var(--_scrim);
    color: var(--_on-video);
    font-size: clamp(13px, 3.6cqmin, 17px);
    font-weight: 550;
    line-height: 20px;
    pointer-events: auto;
  }

  video.stalled {
    filter: grayscale(0.7) brightness(0.7);
  }

  .name {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .badge {
    display: inline-flex;
    flex: none;
    margin-inline-start: -3px;
    color: #ff9d9d;
  }

  .role {
    flex: none;
    opacity: 0.8;
  }

  .badge svg {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
  }

  @container (max-width: 200px) or (max-height: 110px) {
    .plate {
      min-block-size: 20px;
      padding: 1px 6px;
      border-radius: 5px;
      font-size: 11px;
      line-height: 18px;
    }

    .role {
      display: none;
    }

    .badge svg {
      inline-size: 14px;
      block-size: 14px;
    }

    .avatar {
      translate: 0 -15%;
    }
  }

  @media (forced-colors: active) {
    .tile {
      border: 1px solid CanvasText;
    }

    .plate {
      border: 1px solid CanvasText;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .shimmer {
      animation: none;
      background: color-mix(in srgb, var(--_on-surface) 5%, transparent);
    }

    video {
      transition: none;
    }
  }
`;

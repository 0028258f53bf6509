import { css } from 'lit';

/** The panel of a call: beside the stage in a wide room, over it in a narrow one. */
export const panelStyles = css`
  .panel {
    /* The panel slides in from the end edge. */
    --_from: 1;
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    inline-size: clamp(300px, 30cqi, 380px);
    min-block-size: 0;
    margin-inline-end: max(var(--_gap), 8px);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    overflow: hidden;
    animation: ffc-panel-beside 180ms ease-out;
  }

  .panel:dir(rtl) {
    --_from: -1;
  }

  .panel:focus-visible {
    outline-offset: -2px;
  }

  .panel-header {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 48px;
    padding-block: 6px;
    padding-inline: 16px 6px;
  }

  .panel-header h2 {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    font-size: 15px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* The content fills the panel, and scrolls inside. */
  .panel-content {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-block-size: 0;
    overflow: auto;
  }

  .panel-content > .message {
    place-self: center;
    padding: 24px 16px;
  }

  .scrim {
    display: none;
  }

  @container (max-width: 899px) {
    .panel {
      position: absolute;
      inset-block: 0;
      inset-inline-end: 0;
      inline-size: min(400px, 100%);
      margin: 0;
      border-inline-start: 1px solid var(--_border);
      border-radius: 0;
      background: var(--_surface);
      z-index: 3;
      animation-name: ffc-panel-over;
    }

    .scrim {
      display: block;
      position: absolute;
      inset: 0;
      background: rgb(10 12 16 / 45%);
      z-index: 2;
      animation: ffc-panel-fade 180ms ease-out;
    }
  }

  @container (max-width: 560px) {
    .panel {
      inline-size: 100%;
      border: 0;
    }
  }

  /* On a phone in landscape, or with an open keyboard, a panel needs the whole room. */
  @container (max-width: 899px) and (max-height: 440px) {
    .body {
      position: static;
    }
  }

  @keyframes ffc-panel-beside {
    from {
      opacity: 0;
      translate: calc(16px * var(--_from)) 0;
    }
  }

  @keyframes ffc-panel-over {
    from {
      translate: calc(100% * var(--_from)) 0;
    }
  }

  @keyframes ffc-panel-fade {
    from {
      opacity: 0;
    }
  }
`;

import { css } from 'lit';

export const barLayoutStyles = css`
  .bar {
    gap: 8px;
  }

  .cluster,
  .middle,
  .side {
    display: flex;
    flex: none;
    align-items: center;
    gap: 8px;
  }

  .side:last-child {
    justify-content: end;
  }

  /* At a distance from the frequently used buttons. */
  .cluster > .danger:not(:first-child) {
    margin-inline-start: 8px;
  }

  .split {
    display: flex;
    flex: none;
    border-radius: 99px;
    background: var(--_surface-raised);
  }

  .split > .control {
    background-color: transparent;
  }

  .split > .choose {
    inline-size: 32px;
    min-block-size: 48px;
    margin-inline-start: -6px;
    padding: 0 4px 0 0;
    border-color: transparent;
    border-radius: 99px;
    background-color: transparent;
    color: inherit;
  }

  .split > .choose:dir(rtl) {
    padding: 0 0 0 4px;
  }

  .split > .choose svg {
    inline-size: 16px;
    block-size: 16px;
  }

  .split.off,
  .split.danger {
    background: var(--_danger-fill);
    color: var(--_on-danger);
  }

  /* The level of the microphone: a ring that grows with the voice. */
  .control[data-level]::before {
    content: '';
    position: absolute;
    inset: 3px;
    border-radius: 50%;
    box-shadow: inset 0 0 0 0 var(--_speaking);
    transition: box-shadow 90ms linear;
    pointer-events: none;
  }

  .control[data-level='1']::before {
    box-shadow: inset 0 0 0 2px var(--_speaking);
  }

  .control[data-level='2']::before {
    box-shadow: inset 0 0 0 3px var(--_speaking);
  }

  .control[data-level='3']::before {
    box-shadow: inset 0 0 0 4px var(--_speaking);
  }

  .control[data-level='4']::before {
    box-shadow: inset 0 0 0 6px var(--_speaking);
  }

  /* The ring shows that the microphone hears the person, without movement. */
  @media (prefers-reduced-motion: reduce) {
    .control[data-level]::before {
      transition: none;
    }

    .control[data-level]:not([data-level='0'])::before {
      box-shadow: inset 0 0 0 3px var(--_speaking);
    }
  }

  @media (pointer: coarse) {
    .split > .choose {
      inline-size: 44px;
    }
  }

  @media (max-height: 480px) {
    .bar {
      padding-block: 6px;
    }
  }

  /* The middle clusters are centred while there is space for that. */
  @container (min-width: 640px) {
    .clusters {
      display: grid;
      grid-template-columns: minmax(max-content, 1fr) auto minmax(max-content, 1fr);
      gap: 16px;
    }

    .middle {
      gap: 16px;
    }
  }

  @container (max-width: 639px) {
    .clusters {
      gap: 0;
    }

    .clusters > .middle {
      margin-inline-end: 8px;
    }
  }

  @container (max-width: 359px) {
    .bar {
      padding-inline: 8px;
    }

    .control.danger {
      inline-size: 56px;
    }
  }

  @media (forced-colors: active) {
    .split {
      border: 1px solid ButtonText;
    }

    .split.off {
      border: 2px dashed ButtonText;
    }

    .split > .button {
      border: 0;
    }

    .control[data-level]:not([data-level='0'])::before {
      border: 3px solid Highlight;
    }
  }
`;

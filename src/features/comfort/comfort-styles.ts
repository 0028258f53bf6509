import { css } from 'lit';

export const comfortStyles = css`
  .lock {
    display: inline-flex;
    flex: none;
    color: var(--_muted);
  }

  .lock svg {
    inline-size: 18px;
    block-size: 18px;
  }

  .clock {
    flex: none;
    color: var(--_muted);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }

  .copy-link {
    flex: none;
    gap: 6px;
    padding-inline: 10px;
    font-size: 13px;
  }

  .copy-link svg {
    inline-size: 18px;
    block-size: 18px;
  }

  .shortcuts dl {
    display: grid;
    gap: 8px;
    margin-block: 16px;
  }

  .shortcuts dl div {
    display: flex;
    gap: 16px;
    align-items: baseline;
  }

  .shortcuts dt {
    flex: none;
    inline-size: 96px;
  }

  .shortcuts dd {
    margin: 0;
  }

  kbd {
    padding: 2px 8px;
    border: 1px solid var(--_border);
    border-radius: 6px;
    font: inherit;
    font-size: 13px;
  }

  /* In a narrow header the title takes precedence. The other words stay for screen readers. */
  @container (max-width: 480px) {
    .header {
      gap: 8px;
    }

    .copy-link {
      min-inline-size: var(--_target, 40px);
      padding-inline: 6px;
    }

    .recording {
      gap: 0;
      font-size: 0;
    }

    .copy-label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: clip;
      white-space: nowrap;
      clip-path: inset(50%);
    }
  }

  /* With all signs at once the title would be three letters long. */
  @container (max-width: 360px) {
    .clock {
      position: absolute;
      clip-path: inset(50%);
    }
  }
`;

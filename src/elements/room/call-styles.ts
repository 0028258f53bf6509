import { css } from 'lit';

/** The styles of a call, beside those of an open room. */
export const callStyles = css`
  /*
   * The call is dark on every page, so that pictures stand out. The public properties are set here
   * for the elements inside of the call, which read only those.
   */
  :host(:not([call-theme='inherit'])) .call {
    --ffc-color-surface: var(--ffc-call-surface, #111418);
    --ffc-color-surface-raised: var(--ffc-call-surface-raised, #2b323c);
    --ffc-color-on-surface: var(--ffc-call-on-surface, #f2f4f7);
    --ffc-color-muted: var(--ffc-call-muted, #a9b2c0);
    --ffc-color-border: var(--ffc-call-border, #434c59);
    --ffc-color-tile: var(--ffc-call-tile, #20262e);
    --_surface: var(--ffc-color-surface);
    --_surface-raised: var(--ffc-color-surface-raised);
    --_on-surface: var(--ffc-color-on-surface);
    --_muted: var(--ffc-color-muted);
    --_border: var(--ffc-color-border);
    background: var(--_surface);
    color: var(--_on-surface);
    color-scheme: dark;
  }

  /* Tiles must fill the room, but the room must not grow with its tiles. */
  .call {
    container-type: size;
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
  }

  .call.ahead {
    visibility: hidden;
  }

  .header {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 48px;
    padding: 6px 16px;
  }

  .header h2 {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    font-size: 15px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .recording {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 6px;
    color: var(--_danger);
    font-size: 13px;
    font-weight: 600;
  }

  .recording::before {
    content: '';
    inline-size: 10px;
    block-size: 10px;
    border: 5px solid;
    border-radius: 50%;
  }

  .count {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 6px;
    color: var(--_muted);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }

  .count svg {
    inline-size: 18px;
    block-size: 18px;
  }

  /* The stage, and the open panel. */
  .body {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr) auto;
    position: relative;
    min-block-size: 0;
  }

  .stage {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    position: relative;
    min-block-size: 0;
    padding-inline: var(--_gap);
  }

  .toasts {
    display: grid;
    justify-items: center;
    align-content: start;
    gap: 8px;
    position: absolute;
    inset: 8px 12px auto;
    z-index: 1;
    pointer-events: none;
  }

  .toast {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    max-inline-size: min(100%, 560px);
    padding-block: 8px;
    padding-inline: 14px 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    pointer-events: auto;
  }

  /* The text needs this width beside a button; else the button wraps below it. */
  .toast > span:not(.spinner) {
    flex: 1 1 160px;
    min-inline-size: 0;
    padding-block: 4px;
    padding-inline-end: 6px;
    overflow-wrap: anywhere;
  }

  .toast > svg {
    flex: none;
    color: var(--_muted);
  }

  .toast.notice > svg {
    color: var(--_danger);
  }

  .toast > .button {
    flex: none;
    margin-inline-start: auto;
  }

  @container (max-width: 480px) {
    .header {
      padding-inline: 12px;
    }
  }

  @container (max-height: 400px) {
    .header {
      min-block-size: 36px;
      padding-block: 2px;
    }
  }
`;

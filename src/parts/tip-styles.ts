import { css } from 'lit';

/** The tooltip of a button. */
export const tipStyles = css`
  .tip {
    position: fixed;
    inset: auto;
    max-inline-size: min(280px, 100% - 16px);
    margin: 0;
    padding: 6px 10px;
    border: 1px solid transparent;
    border-radius: var(--_radius-small);
    background: var(--_on-surface);
    box-shadow: var(--_shadow);
    color: var(--_surface);
    font-size: 13px;
    /* The tooltip must not catch the pointer from the elements under it. */
    pointer-events: none;
    overflow-wrap: anywhere;
  }

  .tip > div {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 10px;
    font-weight: 600;
  }

  .tip kbd {
    flex: none;
    min-inline-size: 20px;
    padding-inline: 5px;
    border: 1px solid;
    border-radius: 5px;
    font: 600 11px/18px var(--_font);
    text-align: center;
    opacity: 0.8;
  }

  .tip small {
    display: block;
    font-size: 12px;
    opacity: 0.85;
  }

  @media (forced-colors: active) {
    .tip {
      border-color: CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;

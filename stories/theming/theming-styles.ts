import { css } from 'lit';

export const themingStyles = css`
  :host {
    display: block;
    color: CanvasText;
    background: Canvas;
    font: 14px/1.45 var(--ffc-font, system-ui, sans-serif);
  }
  main {
    display: grid;
    grid-template-columns: minmax(280px, 380px) minmax(0, 1fr);
    gap: 24px;
    padding: 24px;
  }
  @media (max-width: 800px) {
    main {
      grid-template-columns: minmax(0, 1fr);
      padding: 12px;
    }
  }
  h1 {
    margin: 0 0 12px;
    font-size: 22px;
  }
  h2 {
    font-size: 16px;
  }
  .theme {
    display: grid;
    grid-template-columns: 90px 1fr;
    align-items: center;
    margin-block-end: 8px;
  }
  select,
  button,
  input[type='text'] {
    min-block-size: 32px;
    box-sizing: border-box;
    font: inherit;
  }
  .warnings {
    margin-block: 12px;
    padding: 8px 12px;
    border: 1px solid;
    border-radius: 8px;
  }
  .warnings p,
  .warnings ul {
    margin: 0;
    padding-inline-start: 0;
  }
  .warnings ul {
    padding-inline-start: 18px;
  }
  .token {
    display: grid;
    grid-template-columns: 1fr 96px 32px;
    align-items: center;
    gap: 2px 8px;
    padding-block: 6px;
    border-block-end: 1px solid color-mix(in srgb, CanvasText 15%, transparent);
  }
  .token label,
  code,
  pre {
    font-family: var(--story-mono, ui-monospace, monospace);
    font-size: 12px;
  }
  .token input {
    inline-size: 96px;
    grid-column: 2;
  }
  .token output {
    grid-column: 3;
    font-size: 12px;
  }
  .token button {
    grid-column: 3;
    grid-row: 1;
  }
  .token output + button {
    grid-row: 2;
  }
  .token small {
    grid-column: 1 / 3;
  }
  pre {
    overflow: auto;
    max-block-size: 300px;
    padding: 12px;
    border: 1px solid color-mix(in srgb, CanvasText 30%, transparent);
    border-radius: 8px;
  }
  .previews {
    position: sticky;
    inset-block-start: 24px;
    align-self: start;
    display: grid;
    gap: 24px;
    color: CanvasText;
    background: Canvas;
  }
  .call {
    block-size: 440px;
  }
  .prejoin {
    min-block-size: 560px;
  }
`;

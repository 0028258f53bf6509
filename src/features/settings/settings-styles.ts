import { css } from 'lit';

export const settingsStyles = css`
  :host {
    --_min-inline-size: 0;

    min-block-size: 0;
  }

  .settings {
    display: grid;
    align-content: start;
    gap: 24px;
    block-size: 100%;
    padding: 4px 16px 16px;
    overflow: auto;
  }

  section {
    display: grid;
    gap: 12px;
    position: relative;
  }

  h3 {
    margin: 0;
    font-size: 13px;
    font-weight: 600;
    color: var(--_muted);
  }

  .level {
    display: flex;
    gap: 3px;
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
  }

  .level[hidden] {
    display: none;
  }

  .flag {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 44px;
    cursor: pointer;
  }

  .flag input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .hint {
    margin: -8px 0 0;
    color: var(--_muted);
    font-size: 13px;
  }

  .hint:empty {
    display: none;
  }

  ul {
    display: grid;
    gap: 4px;
    margin: 0;
    padding-inline-start: 20px;
  }

  .button {
    justify-self: start;
  }
`;

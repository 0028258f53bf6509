import { css } from 'lit';

export const waitingStyles = css`
  :host {
    display: block;
  }

  :host([notice]:not([notice='false' i])) {
    display: contents;
  }

  section {
    padding: 4px 8px 8px;
    border-block-end: 1px solid var(--_border);
  }

  .title {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-block-size: 40px;
    padding-inline: 8px 4px;
  }

  h3 {
    margin: 0;
    font-size: 13px;
    font-weight: 650;
  }

  ul {
    max-block-size: 240px;
    margin: 0;
    padding: 0;
    overflow: auto;
    list-style: none;
  }

  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-block-size: 52px;
    padding-inline: 8px 4px;
  }

  .name {
    flex: 1 1 96px;
    min-inline-size: 0;
    font-weight: 550;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .answers {
    display: flex;
    gap: 6px;
    margin-inline-start: auto;
  }

  .answers .button,
  .title .button {
    min-block-size: var(--_target, 36px);
    padding-inline: 12px;
  }

  .invalid {
    margin: 0;
    padding: 4px 8px;
    color: var(--_danger);
  }

  .toast {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    max-inline-size: min(100%, 560px);
    padding-block: 8px;
    padding-inline: 14px 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    pointer-events: auto;
  }

  .toast > span {
    flex: 1 1 160px;
    min-inline-size: 0;
    padding-block: 4px;
    overflow-wrap: anywhere;
  }

  .toast > svg {
    flex: none;
    color: var(--_muted);
  }

  .toast .button {
    min-block-size: var(--_target, 36px);
  }

  .toast .icon-only {
    inline-size: var(--_target, 36px);
  }

  :host(:lang(ko)) {
    word-break: keep-all;
  }
`;

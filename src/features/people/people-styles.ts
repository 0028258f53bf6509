import { css } from 'lit';

export const peopleStyles = css`
  :host {
    --_inline-size: 360px;
    --_block-size: 320px;
  }

  .people {
    grid-row: 1;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }

  .search {
    display: block;
    position: relative;
    margin: 12px 12px 8px;
    color: var(--_muted);
  }

  .search svg {
    position: absolute;
    inset-block-start: 10px;
    inset-inline-start: 11px;
  }

  .search .input {
    padding-inline-start: 38px;
  }

  .scroll {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }

  ul {
    position: relative;
    margin: 0 8px;
    padding: 0;
  }

  .person {
    position: absolute;
    inset-inline: 0;
    display: flex;
    align-items: center;
    gap: 10px;
    block-size: 56px;
    padding-inline: 8px 4px;
    border-radius: var(--_radius-small);
  }

  .person:hover {
    background: var(--_hover);
  }

  .person:focus-visible {
    outline-offset: -2px;
  }

  .avatar {
    flex: none;
    display: grid;
    place-items: center;
    position: relative;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    background: oklch(0.45 0.1 var(--_hue));
    color: #ffffff;
    font-size: 13px;
    font-weight: 700;
    overflow: hidden;
  }

  .avatar img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  .avatar img[hidden] {
    display: none;
  }

  .speaking .avatar {
    outline: 3px solid var(--_speaking);
    outline-offset: 1px;
  }

  .who {
    flex: 1;
    display: grid;
    min-inline-size: 0;
  }

  .name {
    font-weight: 550;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .role {
    color: var(--_muted);
    font-size: 12.5px;
  }

  .states {
    flex: none;
    display: flex;
    gap: 8px;
    color: var(--_muted);
  }

  .state span {
    display: flex;
    align-items: center;
    gap: 2px;
  }

  .state svg {
    inline-size: 18px;
    block-size: 18px;
  }

  .state.off {
    color: var(--_danger);
  }

  .state.on {
    color: var(--_accent);
  }

  .state.hand {
    color: light-dark(#8a5a00, #ffd479);
    font-weight: 650;
  }

  .speaking .state:last-child {
    color: var(--_success);
  }

  .none {
    padding: 32px 24px;
    color: var(--_muted);
    text-align: center;
  }

  .observers {
    padding: 8px 20px;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }

  .bottom {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 10px 12px;
    border-block-start: 1px solid var(--_border);
  }

  .bottom .button {
    flex: 1;
  }

  .bottom .end {
    color: var(--_danger);
  }

  @media (forced-colors: active) {
    .speaking .avatar {
      outline-color: Highlight;
    }

    .avatar {
      border: 1px solid CanvasText;
    }
  }

  :host(:lang(ko)) {
    word-break: keep-all;
  }
`;

import { css } from 'lit';

/** The menu of a control. */
export const menuStyles = css`
  .menu {
    position: fixed;
    inset: auto;
    inline-size: min(320px, 100% - 16px);
    max-block-size: calc(100% - 16px);
    margin: 0;
    padding: 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    box-shadow: var(--_shadow);
    overflow: auto;
  }

  /* Hidden until it has a position, which depends on its rendered size. */
  .menu:not(.placed) {
    opacity: 0;
  }

  .menu > div {
    display: grid;
    gap: 14px;
  }

  /* On phones the menu is a sheet at the lower edge. */
  @media (max-width: 479px) {
    .menu {
      inset: auto 0 0;
      inline-size: 100%;
      max-inline-size: none;
      max-block-size: 85%;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
      padding-block-end: max(16px, env(safe-area-inset-bottom));
    }
  }

  .menu-title {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 44px;
    margin-block: -8px;
    font-weight: 650;
  }

  .menu .close {
    min-block-size: 44px;
    inline-size: 44px;
    margin-inline-end: -12px;
  }
`;

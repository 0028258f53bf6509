import { css } from 'lit';

/** The styles for the menu of a person, beside `menuStyles`. */
export const personMenuStyles = css`
  .person-menu .menu {
    inline-size: min(260px, 100% - 16px);
    padding: 8px;
  }

  .person-menu .menu-title {
    padding-inline-start: 12px;
  }

  .person-menu .close {
    margin-inline-end: 0;
  }

  .person-menu p {
    padding: 8px 8px 0;
  }

  .choices {
    display: grid;
  }

  .act {
    justify-content: start;
    min-block-size: 44px;
    padding-inline: 12px;
    font-size: 15px;
    font-weight: 500;
    text-align: start;
  }

  .warns {
    color: var(--_danger);
  }

  .volume {
    display: grid;
    gap: 4px;
    padding: 4px 12px 8px;
    font-size: 14px;
  }

  .volume input {
    inline-size: 100%;
    min-block-size: 44px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 8px;
    padding: 0 8px 8px;
  }

  @media (max-width: 479px) {
    .person-menu .menu {
      inline-size: 100%;
    }
  }
`;

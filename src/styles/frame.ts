import { css } from 'lit';

/**
 * The box of an element inside its shadow root: `<div class="frame">` around everything. It fills
 * the host whatever `display` and size the page gives to that, and its own layout stays the same.
 * What must hold stands on it, because every rule of a page, a reset like `*` included, beats
 * `:host`.
 *
 * An element says by `--_inline-size` and `--_block-size` how big it is where the page gives no
 * size, and by `--_min-inline-size` what it does not shrink below in a flex box. They are the size
 * of an empty box behind the content, so that they never hold against a size of the page.
 */
export const frame = css`
  :host {
    --_min-inline-size: 0px;
    --_block-size: 0px;

    display: block;
  }

  .frame {
    flex: auto;
    place-self: stretch;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    position: relative;
    inline-size: 100%;
    block-size: 100%;
    /* For limits on a host without a height: no percentage can follow those. */
    min-block-size: inherit;
    max-block-size: inherit;
    aspect-ratio: inherit;
  }

  .frame > * {
    grid-column: 1;
    min-inline-size: 0;
  }

  /* A track from the least to the most: a width cannot say both to what is around it. */
  .frame::before {
    content: '';
    grid-area: 1 / 1;
    display: grid;
    grid-template-columns: minmax(var(--_min-inline-size), var(--_inline-size));
    block-size: var(--_block-size);
    visibility: hidden;
  }
`;

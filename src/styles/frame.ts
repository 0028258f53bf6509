import { css } from 'lit';

/**
 * The box of an element inside its shadow root: `<div class="frame">` around everything. It fills
 * the host whatever `display` and size the page gives to that, and its own layout stays the same.
 * Essential rules are set on it, because every rule of a page, even a reset like `*`, beats
 * `:host`.
 *
 * An element sets its default size by `--_inline-size` and `--_block-size`, and the least width in
 * a flex box by `--_min-inline-size`. They are the size of an empty box behind the content, so that
 * any size from the page overrides them.
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
    /* For limits on a host without a height: percentages do not resolve against them. */
    min-block-size: inherit;
    max-block-size: inherit;
    aspect-ratio: inherit;
  }

  .frame > * {
    grid-column: 1;
    min-inline-size: 0;
  }

  /* A grid track from the least to the most width: a single width cannot express both. */
  .frame::before {
    content: '';
    grid-area: 1 / 1;
    display: grid;
    grid-template-columns: minmax(var(--_min-inline-size), var(--_inline-size));
    block-size: var(--_block-size);
    visibility: hidden;
  }
`;

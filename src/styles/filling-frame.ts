import { css } from 'lit';
import { frame } from './frame.js';

/**
 * The frame of an element that fills a container with a height, and is as high as `--_block-size` in
 * others. The element sets the least height in both by `--_min-block-size`.
 */
export const fillingFrame = [
  frame,
  css`
    :host {
      block-size: 100%;
      /*
       * WebKit takes a share of the height of a fitting dialog, or of another such box out of the
       * flow, as 0: the last term is the default height then, and negative for any other container.
       */
      min-block-size: max(
        min(var(--_min-block-size), 100%),
        min(var(--_block-size), (1px - 100%) * 9999)
      );
    }

    @supports (block-size: stretch) {
      :host {
        block-size: stretch;
        min-block-size: min(var(--_min-block-size), 100%);
      }
    }
  `,
];

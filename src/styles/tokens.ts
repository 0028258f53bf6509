import { css } from 'lit';

/**
 * The design tokens of every element. The public `--ffc-*` properties are only read, so that one
 * set on `<body>` reaches all elements. The styles of this package use the `--_*` properties.
 */
export const tokens = css`
  :host {
    --_accent: var(--ffc-color-accent, light-dark(#2557d6, #8fb0ff));
    --_on-accent: var(--ffc-color-on-accent, light-dark(#ffffff, #0c1733));
    --_surface: var(--ffc-color-surface, light-dark(#ffffff, #17191d));
    --_surface-raised: var(--ffc-color-surface-raised, light-dark(#f4f5f7, #22252b));
    --_on-surface: var(--ffc-color-on-surface, light-dark(#1b1e24, #eceef2));
    --_muted: var(--ffc-color-muted, light-dark(#5a6170, #a5adbb));
    --_border: var(--ffc-color-border, light-dark(#dadee5, #383d46));
    --_danger: var(--ffc-color-danger, light-dark(#c4262e, #ff8a8a));
    --_danger-fill: var(--ffc-color-danger, light-dark(#c4262e, #d13c43));
    --_on-danger: var(--ffc-color-on-danger, #ffffff);
    --_success: var(--ffc-color-success, light-dark(#1a7f4b, #62d29b));
    --_tile: var(--ffc-color-tile, light-dark(#e6e9ee, #2a2e36));
    --_speaking: var(--ffc-color-speaking, light-dark(#1f9d5f, #62d29b));
    --_radius: var(--ffc-radius, 12px);
    --_radius-small: calc(var(--_radius) * 2 / 3);
    --_gap: var(--ffc-gap, 8px);
    --_hover: color-mix(in srgb, var(--_on-surface) 8%, transparent);
    --_shadow: 0 8px 28px rgb(0 0 0 / 18%);
    --_font: var(
      --ffc-font,
      system-ui,
      -apple-system,
      'Segoe UI',
      'Apple SD Gothic Neo',
      'Noto Sans KR',
      'Noto Sans CJK KR',
      sans-serif
    );
    --_focus: var(--ffc-focus-ring, 2px solid var(--_accent));

    font-family: var(--_font);
  }

  /*
   * Resets inherited text properties of the page, which would break boxes. It is done here and not
   * at the host, where every rule of the page would win. Colours are tokens. Font family,
   * direction, language and visibility are inherited.
   */
  :host > * {
    color: var(--_on-surface);
    font: 400 14px/1.45 var(--_font);
    font-family: inherit;
    writing-mode: horizontal-tb;
    text-orientation: mixed;
    letter-spacing: normal;
    word-spacing: normal;
    white-space: normal;
    text-wrap: wrap;
    word-break: normal;
    overflow-wrap: normal;
    line-break: auto;
    hyphens: manual;
    tab-size: 8;
    text-align: start;
    text-align-last: auto;
    text-indent: 0;
    text-transform: none;
    text-shadow: none;
    text-emphasis: none;
    text-rendering: auto;
    -webkit-text-fill-color: currentcolor;
    -webkit-text-stroke: 0;
    list-style: none;
    cursor: auto;
  }

  /* Korean text breaks between words, as readers expect. */
  :host > :lang(ko) {
    word-break: keep-all;
  }

  :host([hidden]) {
    display: none !important;
  }

  :host,
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
`;

/**
 * For root elements, which alone decide between light and dark. Without a `theme` the page's
 * `color-scheme` counts, so that a page that is always light has no dark room.
 */
export const theme = css`
  :host([theme='auto']) {
    color-scheme: light dark;
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }
`;

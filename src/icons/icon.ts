import { svg, html, type SVGTemplateResult, type TemplateResult } from 'lit';

/** Draws a 24-unit icon in the text colour, hidden from screen readers: its button has the name. */
export function icon(paths: SVGTemplateResult): TemplateResult {
  return html`<svg
    part="icon"
    viewBox="0 0 24 24"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${paths}
  </svg>`;
}

export { svg };

import { html, type TemplateResult } from 'lit';

/**
 * A button that looks like a link.
 *
 * @param name A class of its own, for the styles of where it stands.
 */
export function quietButton(label: string, onClick: () => void, name = ''): TemplateResult {
  return html`<button
    type="button"
    class="button quiet link ${name}"
    part="button"
    @click=${onClick}
  >
    ${label}
  </button>`;
}

/** The content of the panel in `notes-panel.ts`: a field for notes. It loads with the panel. */
export class AppNotes extends HTMLElement {
  constructor() {
    super();
    const field = document.createElement('textarea');
    field.setAttribute('part', 'notes');
    field.setAttribute('aria-label', 'Notes');
    this.attachShadow({ mode: 'open', delegatesFocus: true }).append(field);
  }
}

customElements.define('app-notes', AppNotes);

declare global {
  interface HTMLElementTagNameMap {
    'app-notes': AppNotes;
  }
}

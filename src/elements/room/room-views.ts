import { html, nothing, type TemplateResult } from 'lit';
import { spinner } from '../shared/spinner.js';

interface MessageView {
  readonly icon?: TemplateResult;
  readonly title: string;
  readonly text?: string;
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

/** A screen with little to say: what is, and the one thing to do. */
export function messageView({ icon, title, text, action }: MessageView): TemplateResult {
  return html`
    <div class="message" part="message">
      ${icon ? html`<span class="emblem">${icon}</span>` : nothing}
      <h2 part="title" tabindex="-1" data-focus>${title}</h2>
      ${text ? html`<p part="text">${text}</p>` : nothing}
      ${
        action
          ? html`<button
              type="button"
              class="button primary"
              part="button"
              @click=${action.onClick}
            >
              ${action.label}
            </button>`
          : nothing
      }
    </div>
  `;
}

/** Something is on its way. `action` gives it up. */
export function progressView(text: string, action?: MessageView['action']): TemplateResult {
  return html`
    <div class="message" part="message" aria-busy="true">
      <span class="progress">${spinner()}</span>
      <p part="text" tabindex="-1" data-focus>${text}</p>
      ${
        action
          ? html`<button type="button" class="button" part="button" @click=${action.onClick}>
              ${action.label}
            </button>`
          : nothing
      }
    </div>
  `;
}

/** What stands in the middle. */
export function view(content: TemplateResult): TemplateResult {
  return html`<div class="view" part="view">${content}</div>`;
}

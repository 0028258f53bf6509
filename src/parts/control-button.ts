import { html, nothing, type TemplateResult } from 'lit';
import type { ControlView } from './control-view.js';

/** The behaviour of a control's button in its part. */
export interface ControlButton {
  readonly onClick: () => void;
  /** The id of the menu that it opens. */
  readonly menu?: string;
  /** The keyboard shortcut of the button. */
  readonly key?: string | undefined;
}

/**
 * Renders a control's button. `offerTips()` adds its tooltip. Needs `buttonStyles`, `utilities` and
 * `controlStyles`. Parts: `control`, `control-NAME`, `control-label`, `control-count`.
 */
export function controlButton(
  { control, state, icon, label, hint, count }: ControlView,
  { onClick, menu, key }: ControlButton,
): TemplateResult {
  const { pressed, pending, disabled, error, tone, urgent } = state;
  const opens = control.menu && menu;
  return html`
    <button
      type="button"
      class="button control ${tone ?? ''}"
      part="control control-${control.name}"
      data-control=${control.name}
      aria-description=${hint === label ? nothing : hint}
      aria-keyshortcuts=${key ?? nothing}
      aria-pressed=${pressed ?? nothing}
      aria-busy=${!!pending}
      aria-disabled=${!!disabled}
      aria-haspopup=${opens ? 'dialog' : nothing}
      popovertarget=${opens && !disabled ? opens : nothing}
      @click=${onClick}
    >
      ${icon}
      <span class="label" part="control-label">${label}</span>
      ${
        count
          ? html`<span
                class=${urgent ? 'count urgent' : 'count'}
                part="control-count"
                aria-hidden="true"
                >${Math.min(state.count ?? 0, 99)}${(state.count ?? 0) > 99 ? '+' : ''}</span
              ><span class="visually-hidden">, ${count}</span>`
          : nothing
      }
      ${error ? html`<span class="sign" aria-hidden="true">!</span>` : nothing}
    </button>
  `;
}

/** Returns the button of this control, if it is rendered in this root. */
export function buttonOf(root: ParentNode, name: string | undefined): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-control="${name}"]`);
}

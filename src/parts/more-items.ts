import { css, html, nothing, type TemplateResult } from 'lit';
import { BaseElement } from './base-element.js';
import { useControl, viewControl } from './control-view.js';
import type { Control, ControlMenuContext } from './controls.js';
import { findControl } from './registered-controls.js';
import { unnamedControls } from './offered-controls.js';
import type { RoomHandle } from './room-handle.js';

/** The most important controls: they go into *more* last, in this order. */
const lasting = ['leave', 'camera', 'microphone'];

const itemStyles = css`
  .items {
    display: grid;
    gap: 2px;
    margin-inline: -10px;
  }

  .item {
    justify-content: start;
    gap: 14px;
    inline-size: 100%;
    min-block-size: 44px;
    padding-inline: 10px;
    text-align: start;
  }

  .item.off {
    color: var(--_danger);
  }

  .item small {
    margin-inline-start: auto;
    color: var(--_muted);
  }

  .unfolded {
    display: grid;
    gap: 14px;
    padding: 8px 10px;
  }
`;

/** The controls of a bar, divided between the row and *more*. */
export interface FittedControls {
  readonly shown: readonly Control[];
  /** The controls in *more*. */
  readonly rest: readonly Control[];
}

export interface Fitting {
  readonly room: RoomHandle;
  /** The number of controls that have no place in the row. */
  readonly missing: number;
  /** Whether the page has named the controls. */
  readonly isNamed: boolean;
  /** Whether a control is always in *more*, whatever the width of the bar. */
  readonly isRare: (control: Control) => boolean;
}

/**
 * Moves the rarely used controls into *more*, and as many others as have no place. *More* precedes
 * *leave*, unless the page has placed it. In a bar that names *more*, that menu contains all
 * controls that the bar does not name.
 */
export function fitControls(
  controls: readonly Control[],
  { room, missing, isNamed, isRare }: Fitting,
): FittedControls {
  const more = findControl('more');
  const plain = controls.filter((control) => control !== more);
  const others = isNamed && controls.length > plain.length ? unnamedControls(room, controls) : [];
  const often = plain.filter((control) => !isRare(control));
  if (!more || (missing <= 0 && others.length === 0 && often.length === plain.length)) {
    return { shown: plain, rest: [] };
  }
  const staying = new Set(often.sort(byHaste).slice(Math.max(0, missing)));
  const shown = plain.filter((control) => staying.has(control));
  const place = controls.includes(more)
    ? shown.filter((control) => controls.indexOf(control) < controls.indexOf(more)).length
    : shown.findIndex(({ name }) => name === 'leave');
  return {
    shown: shown.toSpliced(place < 0 ? shown.length : place, 0, more),
    rest: [...plain.filter((control) => !staying.has(control)), ...others],
  };

  function byHaste(one: Control, other: Control): number {
    const haste = ({ name }: Control): number => lasting.indexOf(name);
    return haste(one) - haste(other) || plain.indexOf(other) - plain.indexOf(one);
  }
}

/** Renders the menu of *more*: a line for each control, which unfolds the control's own menu. */
export function moreItems(context: ControlMenuContext): TemplateResult {
  const { room, part, rest = unnamedControls(room, []) } = context;
  if (part instanceof BaseElement) part.addStyles([itemStyles]);
  return html`<div class="items">${rest.map(itemOf)}</div>`;

  function itemOf(control: Control): TemplateResult {
    const view = viewControl(control, room, context);
    const { icon, label, hint, state, count } = view;
    const { menu } = control;
    if (menu && !control.request) {
      const onToggle = ({ currentTarget }: Event): void => {
        if ((currentTarget as HTMLDetailsElement).open) menu.onOpen?.(room);
      };
      return html`<details @toggle=${onToggle}>
        <summary class="button quiet item" part="menu-item" data-item=${control.name}>
          ${icon}<span>${label}</span>
        </summary>
        <div class="unfolded">${menu.render(context)}</div>
      </details>`;
    }
    const onClick = (event: Event): void => {
      if (state.disabled) return;
      (event.currentTarget as HTMLElement).closest<HTMLElement>('[popover]')?.hidePopover();
      useControl(part, room, view);
    };
    return html`<button
      type="button"
      class="button quiet item ${state.tone ?? ''}"
      part="menu-item"
      data-item=${control.name}
      aria-pressed=${state.pressed ?? nothing}
      aria-disabled=${!!state.disabled}
      title=${hint}
      @click=${onClick}
    >
      ${icon}<span>${label}</span>${count ? html`<small>${count}</small>` : nothing}
    </button>`;
  }
}

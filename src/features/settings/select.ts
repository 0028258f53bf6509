import { html, nothing, type TemplateResult } from 'lit';

/** The options of a choice. */
interface Choices {
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly chosen: string;
  /** Whether the choice is fixed now. */
  readonly isFixed?: boolean;
}

/** Renders a choice with its label above it. */
export function select(
  id: string,
  label: string,
  { choices, chosen, isFixed = false }: Choices,
  onPick: (value: string) => void,
): TemplateResult {
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <select
        class="input"
        part="input"
        id=${id}
        ?disabled=${isFixed}
        aria-describedby=${isFixed ? `${id}-hint` : nothing}
        @change=${(event: Event) => onPick((event.currentTarget as HTMLSelectElement).value)}
      >
        ${choices.map(
          ([value, text]) =>
            html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
        )}
      </select>
    </div>
  `;
}

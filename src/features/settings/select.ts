import { html, nothing, type TemplateResult } from 'lit';

/** The options of a choice. */
interface Choices {
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly chosen: string;
  /** Whether the choice is fixed now. */
  readonly isFixed?: boolean;
}

/**
 * Renders a choice with its label above it. It shows what is picked only once that is `chosen`,
 * because a page can cancel the request.
 */
export function select(
  id: string,
  label: string,
  { choices, chosen, isFixed = false }: Choices,
  onPick: (value: string) => void,
): TemplateResult {
  const onChange = (event: Event): void => {
    const element = event.currentTarget as HTMLSelectElement;
    const { value } = element;
    element.value = chosen;
    onPick(value);
  };
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <select
        class="input"
        part="input"
        id=${id}
        ?disabled=${isFixed}
        aria-describedby=${isFixed ? `${id}-hint` : nothing}
        @change=${onChange}
      >
        ${choices.map(
          ([value, text]) =>
            html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
        )}
      </select>
    </div>
  `;
}

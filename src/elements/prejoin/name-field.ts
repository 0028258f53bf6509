import { html, nothing, type TemplateResult } from 'lit';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { RoomHandle } from '../../parts/room-handle.js';

export interface NameField {
  readonly messages: RoomMessages;
  /** The typed text; undefined until somebody types into the field. */
  readonly typed: string | undefined;
  readonly onInput: (event: Event) => void;
}

/**
 * Renders the field for the name that others see. There is none where it would have no effect: if
 * the page sets `no-name-field`, or if the RTC token carries no name. Parts: `input`. Needs
 * `fieldStyles`.
 */
export function nameField(
  { store, options, services }: RoomHandle,
  { messages, typed, onInput }: NameField,
): TemplateResult | typeof nothing {
  const isUseless = services.member.carriesDisplayName === false;
  if (options.getSnapshot().noNameField || isUseless) return nothing;
  const current = store.displayName.getSnapshot() ?? store.me.getSnapshot()?.appUserName?.trim();
  return html`
    <div class="field">
      <label for="name">${messages.yourName}</label>
      <input
        class="input"
        part="input"
        id="name"
        name="name"
        maxlength="50"
        autocomplete="name"
        placeholder=${messages.yourNamePlaceholder}
        .value=${typed ?? current ?? ''}
        @input=${onInput}
      />
    </div>
  `;
}

/** The chosen name; undefined for no change. An emptied field means the member's own name. */
export function chosenName(
  room: RoomHandle | undefined,
  field: HTMLInputElement | null,
): string | undefined {
  if (!room || !field) return undefined;
  const { me, displayName } = room.store;
  const own = me.getSnapshot()?.appUserName?.trim();
  const name = field.value.trim() || own;
  // The service has the member's own name already, unless another one was chosen before.
  return name !== own || displayName.getSnapshot() !== undefined ? name : undefined;
}

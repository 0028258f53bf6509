/** The form that creates or changes a room. This chunk loads with its dialog. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { RoomInput, RoomUpdate, VideoRoom } from '../../api/types.js';
import type { RoomListFormMessages } from '../../i18n/list-messages.js';
import { fieldStyles } from '../../styles/field-styles.js';

const formStyles = css`
  textarea.input {
    resize: vertical;
  }

  .check {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: var(--_target, 32px);
  }

  .check input {
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
    margin-block-start: -8px;
  }

  .invalid:empty {
    display: none;
  }

  .more {
    display: grid;
    gap: 16px;
    margin-block-start: 12px;
  }

  summary {
    min-block-size: var(--_target, 28px);
    border-radius: var(--_radius-small);
    font-weight: 600;
    cursor: pointer;
  }

  summary:focus-visible {
    outline: var(--_focus);
  }
`;

/** The styles of the form, beside the dialog's. */
export const styles = [fieldStyles, formStyles];

/** The types that the form offers: nobody can join a broadcast, so it is not among them. */
const types = ['VIDEO_CONFERENCE', 'INTERACTIVE_MEETING', 'WEBINAR'];

/** The service documents no way to let somebody into a `RESTRICTED` room, so it is not offered. */
const levels = ['PUBLIC', 'MEMBER', 'PRIVATE'];

/** The fields of a room, filled in with what it has. */
export function roomFields(m: RoomListFormMessages, room: VideoRoom | undefined): TemplateResult {
  const { title, description, scheduledAt, policy } = room ?? {};
  const level = room?.accessLevel ?? 'PUBLIC';
  const locked = policy?.hasPassword;
  return html`
    ${field(m, 'title', m.title, (id) => html`<input id=${id} part="input" class="input" name="title" autocomplete="off" autofocus .value=${title ?? ''} />`)}
    ${field(m, 'description', m.description, (id) => html`<textarea id=${id} part="input" class="input" name="description" rows="2" .value=${description ?? ''}></textarea>`)}
    ${field(
      m,
      'password',
      locked ? m.newPassword : m.password,
      (id) =>
        html`<input
            id=${id}
            part="input"
            class="input"
            name="password"
            type="password"
            autocomplete="new-password"
            aria-describedby="password-hint"
          />
          <span id="password-hint" class="hint">${locked ? m.keepPassword : m.passwordHint}</span>`,
    )}
    <div class="checks">
      ${check('showPassword', m.showPassword, false, onShow)}
      ${locked ? check('removePassword', m.removePassword, false, onRemove) : nothing}
    </div>
    <details>
      <summary>${m.moreOptions}</summary>
      <div class="more">
        ${field(m, 'scheduledAt', m.startsAt, (id) => html`<input id=${id} part="input" class="input" name="scheduledAt" type="datetime-local" aria-describedby="time-invalid" .value=${toLocal(scheduledAt)} /><span id="time-invalid" class="invalid" role="alert"></span>`)}
        ${select('accessLevel', m.access, [...new Set([...levels, level])], level, m.accessName)}
        ${room ? nothing : select('type', m.type, types, 'VIDEO_CONFERENCE', m.typeName)}
        ${check('manuallyApproval', m.approval, policy?.manuallyApproval)}
        ${check('canAutoRoomCompositeRecording', m.recording, policy?.canAutoRoomCompositeRecording)}
      </div>
    </details>
  `;
}

/**
 * Whether the time is valid: none, the present one of the room, or a future one. An invalid time is
 * shown beside its field, which gets the focus.
 */
export function checkTime(
  form: HTMLFormElement,
  invalid: string,
  room: VideoRoom | undefined,
): boolean {
  const field = inputIn(form, 'scheduledAt');
  const text = form.querySelector('#time-invalid');
  if (!field || !text) return true;
  const { value, validity } = field;
  const isNew = value !== toLocal(room?.scheduledAt);
  const isValid = !validity.badInput && (!value || !isNew || Date.parse(value) > Date.now());
  field.ariaInvalid = String(!isValid);
  text.textContent = isValid ? '' : invalid;
  if (isValid) return true;
  const more = field.closest('details');
  if (more) more.open = true;
  field.focus();
  return false;
}

/** The fields of a new room. Defaults are left out. */
export function readInput(form: FormData): RoomInput {
  const entries = Object.entries(readUpdate(form, undefined)).filter(([, value]) => value !== '');
  return { type: textOf(form, 'type'), ...Object.fromEntries(entries) };
}

/** The changed fields. `null` removes a value. */
export function readUpdate(form: FormData, room: VideoRoom | undefined): RoomUpdate {
  // Not trimmed: spaces are part of a password.
  const password = textOf(form, 'password');
  const at = textOf(form, 'scheduledAt');
  const level = textOf(form, 'accessLevel');
  const flag = (name: 'manuallyApproval' | 'canAutoRoomCompositeRecording') =>
    form.has(name) !== (room?.policy[name] ?? false) && { [name]: form.has(name) };
  return {
    title: textOf(form, 'title').trim(),
    description: textOf(form, 'description').trim(),
    // The field has only minutes: an unchanged time keeps its seconds.
    ...(at !== toLocal(room?.scheduledAt) && {
      scheduledAt: at ? new Date(at).toISOString() : null,
    }),
    ...(level !== (room?.accessLevel ?? 'PUBLIC') && { accessLevel: level }),
    ...flag('manuallyApproval'),
    ...flag('canAutoRoomCompositeRecording'),
    ...(password
      ? { password }
      : form.has('removePassword') && room?.policy.hasPassword && { password: null }),
  };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** Formats a time for `datetime-local`, in the person's own zone. */
function toLocal(iso: string | undefined): string {
  const time = Date.parse(iso ?? '');
  if (Number.isNaN(time)) return '';
  const offset = new Date(time).getTimezoneOffset() * 60_000;
  return new Date(time - offset).toISOString().slice(0, 16);
}

function field(
  m: RoomListFormMessages,
  name: string,
  label: string,
  control: (id: string) => TemplateResult,
): TemplateResult {
  const id = `field-${name}`;
  return html`<div class="field">
    <label for=${id}>${label} <small>(${m.optional})</small></label>
    ${control(id)}
  </div>`;
}

function select(
  name: string,
  label: string,
  values: readonly string[],
  chosen: string,
  wordOf: (value: string) => string,
): TemplateResult {
  const id = `field-${name}`;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} part="input" class="input" name=${name}>
      ${values.map(
        (value) =>
          html`<option value=${value} ?selected=${value === chosen}>${wordOf(value)}</option>`,
      )}
    </select>
  </div>`;
}

function check(
  name: string,
  label: string,
  checked = false,
  onChange?: (event: Event) => void,
): TemplateResult {
  return html`<label class="check"
    ><input type="checkbox" name=${name} ?checked=${checked} @change=${onChange} />${label}</label
  >`;
}

const inputIn = (form: HTMLFormElement | null, name: string): HTMLInputElement | null =>
  form?.querySelector<HTMLInputElement>(`[name=${name}]`) ?? null;

function onShow({ target }: Event): void {
  const { form, checked } = target as HTMLInputElement;
  const password = inputIn(form, 'password');
  if (password) password.type = checked ? 'text' : 'password';
}

/** Removing the password excludes a new one. */
function onRemove({ target }: Event): void {
  const { form, checked } = target as HTMLInputElement;
  const password = inputIn(form, 'password');
  if (password) password.disabled = checked;
}

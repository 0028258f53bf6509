import { css, html, nothing, type TemplateResult } from 'lit';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { lockIcon } from '../../icons/lock.js';
import type { RoomPhase } from '../../state/types.js';
import { spinner } from '../../parts/spinner.js';

interface PasswordView {
  readonly messages: RoomMessages;
  readonly phase: Extract<RoomPhase, { state: 'password' }>;
  /** Gets what was typed; the field is empty by then. */
  readonly onSubmit: (password: string) => void;
}

/** Asks for the room's password. It goes nowhere but to the caller. */
export function passwordView({ messages, phase, onSubmit }: PasswordView): TemplateResult {
  const { room, checking, rejected } = phase;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('password');
    if (checking || !(field instanceof HTMLInputElement) || !field.value) return;
    const password = field.value;
    field.value = '';
    onSubmit(password);
  };
  return html`
    <form class="message" part="password-form" @submit=${submit}>
      <span class="emblem">${lockIcon}</span>
      <h2 part="title">${messages.passwordTitle}</h2>
      <p part="text">${messages.passwordText(room.title ?? messages.untitledRoom)}</p>
      <div class="field">
        <label for="password">${messages.password}</label>
        <input
          class="input"
          part="input"
          id="password"
          name="password"
          type="password"
          autocomplete="off"
          required
          data-focus
          ?readonly=${checking}
          aria-invalid=${rejected ? 'true' : 'false'}
          aria-describedby=${rejected ? 'rejected' : nothing}
        />
        <p class="invalid" part="invalid" id="rejected" role="alert">
          ${rejected ? messages.passwordRejected : nothing}
        </p>
      </div>
      <button class="button primary" part="button" aria-busy=${checking ? 'true' : 'false'}>
        ${checking ? html`${spinner()}${messages.passwordChecking}` : messages.passwordSubmit}
      </button>
    </form>
  `;
}

/** Needs `fieldStyles`. */
export const passwordStyles = css`
  .message > .field {
    inline-size: 100%;
    margin-block-start: 8px;
  }

  .message > .field ~ .button {
    inline-size: 100%;
    margin: 0;
  }

  .invalid:empty {
    display: none;
  }
`;

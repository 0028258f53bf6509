import { html, nothing, type TemplateResult } from 'lit';
import { eyeIcon, eyeOffIcon } from '../../icons/eye.js';
import { lockIcon } from '../../icons/lock.js';
import type { RoomPhase } from '../../state/types.js';
import { spinner } from '../../parts/spinner.js';
import type { ScreenContext } from './late-screens.js';
import { titleOf } from './quiet-screens.js';

type PasswordPhase = Extract<RoomPhase, { state: 'password' }>;

/** Asks for the room's password, and passes it only to the store. */
export class PasswordScreen {
  /** Whether the password is readable. */
  #isShown = false;
  /** Whether the form was sent without a password. */
  #isMissing = false;

  render(phase: PasswordPhase, context: ScreenContext): TemplateResult {
    const { words, messages, wayBack, host } = context;
    const { room, checking, attempts } = phase;
    const wrong = this.#isMissing
      ? words.passwordMissing
      : phase.rejected
        ? words.passwordRejected(attempts)
        : nothing;
    const onToggle = (): void => {
      this.#isShown = !this.#isShown;
      host.requestUpdate();
    };
    return html`
      <form
        class="message"
        part="password-form"
        novalidate
        @submit=${(event: SubmitEvent) => this.#submit(event, phase, context)}
      >
        <span class="emblem">${lockIcon}</span>
        <h2 part="title" aria-level=${context.host.headingLevel}>${words.passwordTitle}</h2>
        <p part="text">${words.passwordText(titleOf(room, messages))}</p>
        <div class="field">
          <label for="password">${words.password}</label>
          <div class="password">
            <input
              class="input"
              part="input"
              id="password"
              name="password"
              type=${this.#isShown ? 'text' : 'password'}
              autocomplete="off"
              autocapitalize="off"
              spellcheck="false"
              required
              data-focus
              ?readonly=${checking}
              aria-invalid=${wrong === nothing ? 'false' : 'true'}
              aria-describedby=${wrong === nothing ? nothing : 'rejected'}
            />
            <button
              type="button"
              class="button quiet icon-only"
              part="password-toggle"
              aria-label=${words.showPassword}
              aria-pressed=${this.#isShown}
              aria-controls="password"
              title=${words.showPassword}
              @click=${onToggle}
            >
              ${this.#isShown ? eyeOffIcon : eyeIcon}
            </button>
          </div>
          <p class="invalid" part="invalid" id="rejected" role="alert">${wrong}</p>
        </div>
        <div class="actions">
          <button class="button primary" part="button" aria-busy=${checking}>
            ${checking ? html`${spinner()}${words.passwordChecking}` : words.passwordSubmit}
          </button>
          ${wayBack}
        </div>
      </form>
    `;
  }

  #submit(event: SubmitEvent, { checking }: PasswordPhase, { host, view }: ScreenContext): void {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const field = form.elements.namedItem('password') as HTMLInputElement;
    if (checking) return;
    const password = field.value;
    this.#isMissing = password === '';
    // Hides the password again: another person may be watching.
    this.#isShown = false;
    host.requestUpdate();
    field.focus();
    if (this.#isMissing) return;
    field.value = '';
    // The store puts a failure into its state and emits `ffc-error`.
    view.room.store.submitPassword(password).catch(() => {});
  }
}

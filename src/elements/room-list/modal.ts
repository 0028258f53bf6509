import { html, nothing, render, type TemplateResult } from 'lit';
import { type FfcError, toFfcError } from '../../core/errors.js';
import type { RoomListFormMessages } from '../../i18n/list-messages.js';
import type { ErrorWords } from '../../i18n/types.js';
import { spinner } from '../../parts/spinner.js';

/** The input of a dialog, and the action of its main button. */
export interface ModalOptions {
  readonly root: ShadowRoot;
  readonly messages: RoomListFormMessages;
  /** The words for a failure; undefined: the words for an unknown one. */
  readonly wordsFor: (error: FfcError) => ErrorWords | undefined;
  /** Closes the dialog, even while it is working. */
  readonly signal: AbortSignal;
  readonly title: string;
  /** The level of its heading. */
  readonly level: number;
  readonly content: TemplateResult;
  readonly submit: string;
  /** The text of the main button while it waits. */
  readonly working: string;
  /** Whether the form can be sent. The function shows the mistake itself. */
  readonly check?: ((form: HTMLFormElement) => boolean) | undefined;
  /** The text of a second button that sends the form. */
  readonly second?: string | undefined;
  readonly danger?: boolean;
  /**
   * The action of the form. The dialog waits for it, and shows its failure. `isSecond`: the person
   * clicked the second button.
   */
  readonly run: (form: FormData, isSecond: boolean) => Promise<void>;
}

/** Shows a form in a modal dialog. Resolves to whether it was sent, once the dialog has closed. */
export function openModal(options: ModalOptions): Promise<boolean> {
  const {
    root,
    messages: m,
    wordsFor,
    signal,
    title,
    level,
    content,
    submit,
    working,
    check,
    second,
    danger = false,
    run,
  } = options;
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.part.add('dialog');
  dialog.setAttribute('aria-labelledby', 'dialog-title');

  return new Promise((resolve) => {
    let busy = false;
    let error: FfcError | undefined;

    const finish = (sent: boolean): void => {
      signal.removeEventListener('abort', onAbort);
      // Closing returns the focus to the element that opened the dialog.
      dialog.close();
      dialog.remove();
      resolve(sent);
    };
    const onAbort = (): void => finish(false);

    const onSubmit = async (event: SubmitEvent): Promise<void> => {
      event.preventDefault();
      if (busy || check?.(event.target as HTMLFormElement) === false) return;
      busy = true;
      error = undefined;
      draw();
      try {
        const isSecond = event.submitter?.matches('[name=second]') ?? false;
        await run(new FormData(event.target as HTMLFormElement), isSecond);
        finish(true);
      } catch (thrown) {
        busy = false;
        if (signal.aborted) return;
        error = toFfcError(thrown, 'api');
        draw();
        // A browser may close a dialog in spite of a cancelled event. It opens again to show the
        // failure.
        if (!dialog.open) dialog.showModal();
      }
    };

    const draw = (): unknown =>
      render(
        html`<form novalidate @submit=${onSubmit} aria-busy=${busy}>
          <h2 id="dialog-title" part="dialog-title" aria-level=${level}>${title}</h2>
          ${content}
          <div role="alert">${error ? problem(wordsFor(error) ?? m.errors.unknown) : nothing}</div>
          <div class="dialog-actions">
            <button
              type="button"
              part="button"
              class="button"
              ?autofocus=${danger}
              aria-disabled=${busy}
              @click=${() => busy || finish(false)}
            >
              ${m.cancel}
            </button>
            <button
              type="submit"
              part="submit-button"
              class="button ${danger ? 'danger' : 'primary'}"
              aria-disabled=${busy}
              aria-busy=${busy}
            >
              ${busy ? html`${spinner()} ${working}` : submit}
            </button>
            ${
              second
                ? html`<button
                    type="submit"
                    name="second"
                    part="button"
                    class="button"
                    aria-disabled=${busy}
                  >
                    ${second}
                  </button>`
                : nothing
            }
          </div>
        </form>`,
        dialog,
      );

    dialog.addEventListener('cancel', (event) => busy && event.preventDefault());
    dialog.addEventListener('close', () => busy || dialog.open || finish(false));
    signal.addEventListener('abort', onAbort, { once: true });
    draw();
    root.append(dialog);
    dialog.showModal();
  });
}

function problem({ title, remedy }: ErrorWords): TemplateResult {
  return html`<p part="dialog-error" class="invalid">${remedy ? `${title}. ${remedy}` : title}</p>`;
}

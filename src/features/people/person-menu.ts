import { html, nothing, type TemplateResult } from 'lit';
import type { FfcError } from '../../core/errors.js';
import { roomErrorWords } from '../../i18n/error-words.js';
import type { PeopleAction } from '../../i18n/panel-messages.js';
import type { PeopleWords } from './person-row.js';

/** What can be done about somebody. */
export interface PersonChoices {
  readonly isPinned: boolean;
  readonly mayMute: boolean;
  /** Undefined: who is at this browser decides nothing about them. */
  readonly role: 'host' | 'member' | undefined;
}

interface MenuContext {
  readonly words: PeopleWords;
  readonly onPin: () => void;
  readonly onMute: () => void;
  readonly onAsk: (action: PeopleAction) => void;
}

/** The choices, one under the other. */
export function personMenu(
  { isPinned, mayMute, role }: PersonChoices,
  { words, onPin, onMute, onAsk }: MenuContext,
): TemplateResult {
  return html`<div class="choices">
    ${item(isPinned ? words.peopleUnpin : words.peoplePin, onPin)}
    ${mayMute ? item(words.peopleAskToMute, onMute) : nothing}
    ${
      role
        ? html`${
            role === 'host'
              ? item(words.peopleMakeMember, () => onAsk('member'))
              : item(words.peopleMakeHost, () => onAsk('host'))
          }
          ${item(words.peopleRemove, () => onAsk('remove'), 'warns')}`
        : nothing
    }
  </div>`;
}

interface QuestionContext {
  readonly words: PeopleWords;
  readonly action: PeopleAction;
  readonly name: string;
  readonly isBusy: boolean;
  /** Why it was not done, the last time. */
  readonly error: FfcError | undefined;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

/** Asks again before it is done. */
export function question(context: QuestionContext): TemplateResult {
  const { words, action, name, isBusy, error, onCancel, onConfirm } = context;
  const label = {
    host: words.peopleMakeHost,
    member: words.peopleMakeMember,
    remove: words.peopleRemove,
    'mute-all': words.peopleMuteAll,
  }[action];
  const failure = error && roomErrorWords(words, error);
  return html`
    <p>${words.peopleQuestion(action, name)}</p>
    ${
      failure
        ? html`<p class="invalid" role="alert">${failure.title}. ${failure.remedy ?? ''}</p>`
        : nothing
    }
    <div class="answers">
      <button type="button" class="button" part="button" @click=${onCancel}>
        ${words.peopleCancel}
      </button>
      <button
        type="button"
        class="button ${action === 'remove' ? 'danger' : 'primary'}"
        part="button"
        aria-busy=${isBusy ? 'true' : 'false'}
        @click=${onConfirm}
      >
        ${label}
      </button>
    </div>
  `;
}

function item(label: string, onClick: () => void, tone = ''): TemplateResult {
  return html`<button
    type="button"
    class="button quiet choice ${tone}"
    part="button person-choice"
    @click=${onClick}
  >
    ${label}
  </button>`;
}

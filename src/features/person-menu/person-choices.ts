import { html, nothing, type TemplateResult } from 'lit';
import type { FfcError } from '../../core/errors.js';
import { roomErrorWords } from '../../i18n/error-words.js';
import type { PeopleAction, PersonMessages } from '../../i18n/panel-messages.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { Volume } from '../../parts/volumes.js';

export type PersonWords = RoomMessages & PersonMessages;

/** The choices for one person. */
export interface PersonChoices {
  /** The volume; undefined for the local participant, and for everybody. */
  readonly volume: Volume | undefined;
  readonly canSetVolume: boolean;
  readonly isPinned: boolean;
  /** Whether the picture is in full screen; undefined: it cannot be. */
  readonly fillsScreen: boolean | undefined;
  readonly mayMute: boolean;
  /** The role of the person; undefined: the local participant may not decide about them. */
  readonly role: 'host' | 'member' | undefined;
}

interface MenuContext {
  readonly words: PersonWords;
  readonly onVolume: (change: Partial<Volume>) => void;
  readonly onPin: () => void;
  readonly onFullScreen: () => void;
  readonly onConnection: () => void;
  readonly onMute: () => void;
  readonly onAsk: (action: PeopleAction) => void;
}

/** Renders the choices, one below the other. */
export function personChoices(choices: PersonChoices, context: MenuContext): TemplateResult {
  const { volume, isPinned, fillsScreen, mayMute, role } = choices;
  const { words, onPin, onFullScreen, onConnection, onMute, onAsk } = context;
  return html`<div class="choices">
    ${volume ? volumeView(volume, choices.canSetVolume, context) : nothing}
    ${item(isPinned ? words.peopleUnpin : words.peoplePin, onPin)}
    ${
      fillsScreen === undefined
        ? nothing
        : item(fillsScreen ? words.personExitFullScreen : words.personFullScreen, onFullScreen)
    }
    ${item(words.connectionTitle, onConnection)}
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

/** Renders the choices of a host who wants to go. */
export function leaveChoices(
  words: PersonWords,
  onLeave: () => void,
  onEnd: () => void,
): TemplateResult {
  return html`<div class="choices">
    ${item(words.leave, onLeave, '', 'menu-item')}
    ${item(words.peopleEnd, onEnd, 'warns', 'menu-item')}
  </div>`;
}

/** Renders the volume of a participant, which concerns this browser only. */
function volumeView(
  { level, isMuted }: Volume,
  canSetVolume: boolean,
  { words, onVolume }: MenuContext,
): TemplateResult {
  const onInput = (event: Event): void =>
    onVolume({ level: (event.target as HTMLInputElement).valueAsNumber / 100, isMuted: false });
  return html`
    ${
      canSetVolume
        ? html`<label class="volume">
            ${words.personVolume}
            <input
              type="range"
              part="person-volume"
              min="0"
              max="100"
              step="5"
              .value=${String(isMuted ? 0 : Math.round(level * 100))}
              @input=${onInput}
            />
          </label>`
        : nothing
    }
    ${item(isMuted ? words.personUnmuteForMe : words.personMuteForMe, () =>
      onVolume(isMuted ? { isMuted: false, level: level || 1 } : { isMuted: true }),
    )}
  `;
}

interface QuestionContext {
  readonly words: PersonWords;
  readonly action: PeopleAction;
  readonly name: string;
  readonly isBusy: boolean;
  /** The reason why the last try failed. */
  readonly error: FfcError | undefined;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

/** Renders the question before an action is carried out. */
export function question(context: QuestionContext): TemplateResult {
  const { words, action, name, isBusy, error, onCancel, onConfirm } = context;
  const label = {
    host: words.peopleMakeHost,
    member: words.peopleMakeMember,
    remove: words.peopleRemove,
    'mute-all': words.peopleMuteAll,
    end: words.peopleEnd,
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
        class="button ${action === 'remove' || action === 'end' ? 'danger' : 'primary'}"
        part="button"
        aria-busy=${isBusy}
        @click=${onConfirm}
      >
        ${label}
      </button>
    </div>
  `;
}

function item(
  label: string,
  onClick: () => void,
  tone = '',
  part = 'person-choice',
): TemplateResult {
  return html`<button
    type="button"
    class="button quiet act ${tone}"
    part="button ${part}"
    @click=${onClick}
  >
    ${label}
  </button>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { cameraIcon } from '../../icons/camera.js';
import { cameraOffIcon } from '../../icons/camera-off.js';
import { handIcon } from '../../icons/hand.js';
import { microphoneIcon } from '../../icons/microphone.js';
import { microphoneOffIcon } from '../../icons/microphone-off.js';
import { moreIcon } from '../../icons/more.js';
import { screenShareIcon } from '../../icons/screen-share.js';
import type { PeopleMessages } from '../../i18n/panel-messages.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { hueOf, initialsOf } from '../../parts/avatar.js';
import type { PersonSummary } from './people-list.js';
import { rowHeight } from './virtual-rows.js';

export type PeopleWords = RoomMessages & PeopleMessages;

/** The position of a row, and the state that is not part of its person's. */
export interface RowContext {
  readonly words: PeopleWords;
  readonly index: number;
  readonly count: number;
  readonly isCurrent: boolean;
  /** The number of the raised hand in the queue, from 1. 0: the hand is down. */
  readonly hand: number;
  readonly reaction: string | undefined;
  readonly onMenu: (event: Event) => void;
}

/**
 * Renders one person of the list. Parts: `person`, `person-avatar`, `person-name`, `person-role`.
 */
export function personRow(person: PersonSummary, context: RowContext): TemplateResult {
  const { words, index, count, isCurrent, hand, reaction, onMenu } = context;
  const { identity, isLocal, role } = person;
  const name = isLocal ? words.nameOfSelf(person.name) : person.name;
  return html`
    <li
      class=${person.isSpeaking ? 'person speaking' : 'person'}
      part="person"
      data-index=${index}
      tabindex=${isCurrent ? 0 : -1}
      aria-setsize=${count}
      aria-posinset=${index + 1}
      .style=${`inset-block-start: ${index * rowHeight}px`}
    >
      <span
        class="avatar"
        part="person-avatar"
        aria-hidden="true"
        .style=${`--_hue: ${hueOf(identity)}`}
        >${reaction ?? initialsOf(person.name)}${
          person.picture && !reaction
            ? html`<img src=${person.picture} alt="" referrerpolicy="no-referrer" @error=${hide} />`
            : nothing
        }</span
      >
      <span class="who">
        <span class="name" part="person-name" dir="auto" title=${name}>${name}</span>
        ${
          role && role !== 'MEMBER'
            ? html`<span class="role" part="person-role">${words.tile.role(role)}</span>`
            : nothing
        }
        ${person.isSpeaking ? html`<span class="visually-hidden">${words.speaking}</span>` : nothing}
      </span>
      <span class="states" part="person-states">
        ${hand > 0 ? state(html`${handIcon}${hand}`, words.tile.hand(hand), 'hand') : nothing}
        ${person.isSharing ? state(screenShareIcon, words.peopleSharing, 'on') : nothing}
        ${
          person.hasCamera
            ? state(cameraIcon, words.peopleCameraOn)
            : state(cameraOffIcon, words.cameraOff, 'off')
        }
        ${
          person.hasMicrophone
            ? state(microphoneIcon, words.peopleMicrophoneOn)
            : state(microphoneOffIcon, words.microphoneOff, 'off')
        }
      </span>
      <button
        type="button"
        class="button quiet icon-only"
        part="button person-menu"
        tabindex="-1"
        title=${words.peopleActions(person.name)}
        aria-label=${words.peopleActions(person.name)}
        aria-haspopup="dialog"
        popovertarget="menu"
        @click=${onMenu}
      >
        ${moreIcon}
      </button>
    </li>
  `;
}

function state(icon: TemplateResult, label: string, tone = ''): TemplateResult {
  return html`<span class="state ${tone}" title=${label}
    ><span aria-hidden="true">${icon}</span><span class="visually-hidden">${label}</span></span
  >`;
}

/** Hides a picture that failed to load. The initials are behind it. */
function hide(event: Event): void {
  (event.target as HTMLElement).hidden = true;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { ChatMessages } from '../../i18n/panel-messages.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { hueOf, initialsOf } from '../../parts/avatar.js';
import type { RoomChat } from '../../state/chat-types.js';
import { authorOf, type ChatItem } from './chat-items.js';
import type { ChatTimes } from './chat-times.js';
import { beginningOf, piecesOf } from './message-text.js';

/** The words of a chat, its own and those of the room. */
export type ChatWords = ChatMessages & RoomMessages;

/** The input of a message, and its callbacks. */
export interface MessageContext {
  readonly chat: RoomChat;
  readonly words: ChatWords;
  readonly times: ChatTimes;
  /** The number of clicks on *more* of a long text. */
  readonly more: number;
  readonly onMore: () => void;
  /** The button that copies the text, once its code has loaded. */
  readonly copy: unknown;
}

/** Renders a message, with the day above the first message of a day. */
export function messageView(item: ChatItem, context: MessageContext): TemplateResult {
  const { text, time, startsDay, message } = item;
  return html`
    ${startsDay ? html`<p class="line hint day" part="chat-day"><span>${context.times.day(time)}</span></p>` : nothing}
    ${
      authorOf(message)
        ? writtenView(item, context)
        : html`<p class="line hint" part="chat-system" dir="auto">${beginningOf(text)}</p>`
    }
  `;
}

function writtenView(item: ChatItem, context: MessageContext): TemplateResult {
  const { message, text, time, isFollowing } = item;
  const { chat, words, times, more, onMore, copy } = context;
  const { type, appUser } = message.channelMember ?? {};
  const { appUserId = '', appUserName, appUserProfileImgUrl: picture } = appUser ?? {};
  const name = (appUserName || appUserId).slice(0, 100);
  return html`
    <article class="message ${isFollowing ? 'following' : ''}" part="chat-message" tabindex="-1">
      ${
        isFollowing
          ? nothing
          : html`<span
              class="avatar"
              part="chat-avatar"
              aria-hidden="true"
              .style=${`--_hue: ${hueOf(appUserId)}`}
              >${initialsOf(name)}${
                picture && /^https?:/i.test(picture)
                  ? html`<img src=${picture} alt="" referrerpolicy="no-referrer" @error=${hide} />`
                  : nothing
              }</span
            >`
      }
      <p class=${isFollowing ? 'visually-hidden' : 'meta hint'}>
        <bdi class="author" part="chat-author"
          >${chat.isOwn(message) ? words.nameOfSelf(name) : name}</bdi
        >
        ${
          type === 'OPERATOR'
            ? html`<span class="role" part="chat-role">${words.chatOperator}</span>`
            : nothing
        }
        ${
          time
            ? html`<time part="chat-time" datetime=${message.sentAt}>${times.time(time)}</time>`
            : nothing
        }
      </p>
      ${textView(text, more, link(words.chatShowMore, onMore))} ${copy}
    </article>
  `;
}

/** Renders a button that looks like a link. */
export function link(label: string, onClick: () => void, name = ''): TemplateResult {
  return html`<button
    type="button"
    class="button quiet link ${name}"
    part="button"
    @click=${onClick}
  >
    ${label}
  </button>`;
}

/** Renders a text. Every space in the template would show on the screen. */
export function textView(text: string, more = 0, button?: TemplateResult): TemplateResult {
  const shown = beginningOf(text, more);
  const isCut = shown.length < text.length;
  const pieces = piecesOf(shown, isCut).map((piece, index) => (index % 2 ? linkTo(piece) : piece));
  // prettier-ignore
  return html`<p class="text" part="chat-text" dir="auto">${pieces}${isCut ? '…' : ''}</p>${isCut ? button : nothing}`;
}

function linkTo(address: string): TemplateResult {
  // prettier-ignore
  return html`<a href=${address} target="_blank" rel="noopener noreferrer">${address}</a>`;
}

function hide({ currentTarget }: Event): void {
  (currentTarget as HTMLElement).hidden = true;
}

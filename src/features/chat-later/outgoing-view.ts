import { html, type TemplateResult } from 'lit';
import { roomErrorWords } from '../../i18n/error-words.js';
import type { OutgoingMessage, RoomChat } from '../../state/chat-types.js';
import type { ChatWords } from '../chat/message-view.js';

/**
 * The functions that render messages. They are passed in, so that this chunk does not contain them.
 */
export interface Drawing {
  readonly text: (text: string) => TemplateResult;
  readonly link: (label: string, onClick: () => void, name?: string) => TemplateResult;
}

/** Renders a message that is being sent, or failed. */
export function outgoingView(
  { id, text, error }: OutgoingMessage,
  chat: RoomChat,
  words: ChatWords,
  draw: Drawing,
): TemplateResult {
  return html`
    <article class="message outgoing" part="chat-message" tabindex="-1">
      ${draw.text(text)}
      ${
        error
          ? html`<p class="invalid" role="alert">
              <strong>${words.chatFailed}</strong> ${roomErrorWords(words, error)?.title}
              ${draw.link(words.tryAgain, () => void chat.retry(id))}
              ${draw.link(words.chatDiscard, () => chat.discard(id))}
            </p>`
          : html`<p class="hint">${words.chatSending}</p>`
      }
    </article>
  `;
}

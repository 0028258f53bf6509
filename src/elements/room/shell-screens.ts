import { html, nothing, type TemplateResult } from 'lit';
import { roomErrorWords } from '../../i18n/error-words.js';
import type { RoomShellMessages } from '../../i18n/room-messages.js';
import type { Dictionary } from '../../i18n/types.js';
import { roomShell, setupErrors } from '../../locales/en.js';
import { canTryAgain } from '../../core/errors.js';
import { doorIcon } from '../../icons/door.js';
import type { RoomPhase } from '../../state/types.js';
import { actionButton, problemView, type ScreenAction } from '../../parts/problem-view.js';
import { spinner } from '../../parts/spinner.js';

/** The words of these screens. */
export const shellDictionary: Dictionary<RoomShellMessages> = {
  group: 'room',
  en: { ...roomShell, errors: setupErrors },
};

/** The states that render before the code of an open room has loaded. */
export type ShellPhase = Extract<RoomPhase, { state: 'idle' | 'loading' | 'failed' }>;

/** Renders the states without an open room, each in a slot of its own. */
export function shellScreen(
  phase: ShellPhase,
  messages: RoomShellMessages,
  level: number,
  onRetry: () => void,
): TemplateResult {
  switch (phase.state) {
    case 'idle':
      return view(
        html`<slot name="idle">
          ${messageView({
            icon: doorIcon,
            title: messages.idleTitle,
            level,
            text: messages.idleText,
          })}
        </slot>`,
      );
    case 'loading':
      return view(html`<slot name="loading">${progressView(messages.loading)}</slot>`);
    case 'failed': {
      const { error } = phase;
      return view(
        html`<slot name="failed">
          ${problemView({
            words: roomErrorWords(messages, error) ?? messages.errors.unknown,
            level,
            code: error.reason,
            action: canTryAgain(error) ? { label: messages.tryAgain, onClick: onRetry } : undefined,
          })}
        </slot>`,
      );
    }
  }
}

interface MessageView {
  readonly icon?: TemplateResult;
  readonly title: string;
  /** The level of its heading. */
  readonly level: number;
  readonly text?: string;
  readonly action?: ScreenAction | undefined;
}

/** Renders a short message with at most one button. */
export function messageView({ icon, title, level, text, action }: MessageView): TemplateResult {
  return html`
    <div class="message" part="message">
      ${icon ? html`<span class="emblem">${icon}</span>` : nothing}
      <h2 part="title" aria-level=${level} tabindex="-1" data-focus>${title}</h2>
      ${text ? html`<p part="text">${text}</p>` : nothing} ${actionButton(action)}
    </div>
  `;
}

/** Renders a progress. `action` cancels it. */
export function progressView(text: string, action?: ScreenAction): TemplateResult {
  return html`
    <div class="message" part="message" aria-busy="true">
      <span class="progress">${spinner()}</span>
      <p part="text" tabindex="-1" data-focus>${text}</p>
      ${actionButton(action, '')}
    </div>
  `;
}

/** Renders content in the middle of the frame. */
export function view(content: TemplateResult): TemplateResult {
  return html`<div class="view" part="view">${content}</div>`;
}

/** The name of the rendered screen. While it stays the same, the focus does not move. */
export function screenName(phase: RoomPhase): string {
  switch (phase.state) {
    case 'password':
      return `password ${phase.checking} ${phase.attempts}`;
    case 'reconnecting':
      return 'connected';
    default:
      return phase.state;
  }
}

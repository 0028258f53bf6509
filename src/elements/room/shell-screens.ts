import { html, type TemplateResult } from 'lit';
import type { ErrorWords } from '../../i18n/types.js';
import type { RoomShellMessages } from '../../i18n/room-messages.js';
import { canTryAgain, type FfcError } from '../../core/errors.js';
import { doorIcon } from '../../icons/door.js';
import type { RoomPhase } from '../../state/types.js';
import { problemView } from '../shared/problem-view.js';
import { messageView, progressView, view } from './room-views.js';

/** The states that can be drawn before the code of an open room has come. */
export type ShellPhase = Extract<RoomPhase, { state: 'idle' | 'loading' | 'failed' }>;

export interface ShellContext {
  readonly messages: RoomShellMessages;
  readonly wordsFor: (error: FfcError) => ErrorWords;
  readonly onRetry: () => void;
}

/** The states without an open room, each in a slot of its own. */
export function shellScreen(
  phase: ShellPhase,
  { messages, wordsFor, onRetry }: ShellContext,
): TemplateResult {
  switch (phase.state) {
    case 'idle':
      return view(
        html`<slot name="idle">
          ${messageView({ icon: doorIcon, title: messages.idleTitle, text: messages.idleText })}
        </slot>`,
      );
    case 'loading':
      return view(html`<slot name="loading">${progressView(messages.loading)}</slot>`);
    case 'failed': {
      const { error } = phase;
      return view(
        html`<slot name="failed">
          ${problemView({
            words: wordsFor(error),
            code: error.reason,
            action: canTryAgain(error) ? { label: messages.tryAgain, onClick: onRetry } : undefined,
          })}
        </slot>`,
      );
    }
  }
}

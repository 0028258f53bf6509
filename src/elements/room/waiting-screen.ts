import { html, type TemplateResult } from 'lit';
import { FfcLeaveRequestEvent } from '../../events/request-events.js';
import { doorIcon } from '../../icons/door.js';
import { actionButton } from '../../parts/problem-view.js';
import { spinner } from '../../parts/spinner.js';
import type { RoomPhase } from '../../state/types.js';
import type { ScreenContext } from './late-screens.js';
import { titleOf } from './quiet-screens.js';

/** Renders the screen of a person who waits for a host's admission, with a button to cancel. */
export function waitingScreen(
  { room }: Extract<RoomPhase, { state: 'waiting' }>,
  { words, messages, host, wayBack }: ScreenContext,
): TemplateResult {
  const cancel = (): void => void host.dispatchEvent(new FfcLeaveRequestEvent());
  return html`
    <div class="message end" part="message">
      <span class="emblem accent">${doorIcon}</span>
      <h2 part="title" aria-level=${host.headingLevel} tabindex="-1" data-focus>
        ${words.waitingTitle}
      </h2>
      <p part="text">${words.waitingText(titleOf(room, messages))}</p>
      ${spinner()}
      <div class="actions">
        ${actionButton({ label: messages.cancel, onClick: cancel }, '')} ${wayBack}
      </div>
    </div>
  `;
}

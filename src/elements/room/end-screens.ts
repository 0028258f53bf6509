import { html, nothing, type TemplateResult } from 'lit';
import { canTryAgain, type FfcError } from '../../core/errors.js';
import { roomErrorWords } from '../../i18n/error-words.js';
import { doorIcon } from '../../icons/door.js';
import { elsewhereIcon } from '../../icons/elsewhere.js';
import { leaveIcon } from '../../icons/leave.js';
import { personOffIcon } from '../../icons/person-off.js';
import { signalLostIcon } from '../../icons/signal-lost.js';
import { warningIcon } from '../../icons/warning.js';
import type { EndPhase } from '../../state/phase.js';
import { actionButton, type ScreenAction } from '../../parts/problem-view.js';
import { callLength } from './call-length.js';
import { failedPart, failureReport } from './failure-report.js';
import type { ScreenContext } from './late-screens.js';
import { titleOf } from './quiet-screens.js';

/** The content of an end screen: the end of a call, or of an attempt to join one. */
interface End {
  readonly icon: TemplateResult;
  readonly tone: 'accent' | 'danger' | 'success' | '';
  readonly title: string;
  readonly text: string | undefined;
  /** The button that joins the room again. */
  readonly again?: ScreenAction | undefined;
}

/** Renders the screen of a room that is left, ended or failed. */
export class EndScreens {
  #failure: { readonly error: FfcError; readonly at: number } | undefined;
  /** The result of the last click on the copy button. */
  #copying: 'reportCopied' | 'reportSelected' | undefined;

  render(phase: EndPhase, context: ScreenContext): TemplateResult {
    const isFailed = phase.state === 'failed';
    const { icon, tone, title, text, again } = endOf(phase, context);
    // A call that continues elsewhere is not over, and neither is one that was lost.
    const isOver = phase.duration !== undefined && tone !== 'accent';
    const after = isOver ? html`<slot name="after-call"></slot>` : nothing;
    const [view, heading, body] = isFailed
      ? (['problem', 'problem-title', 'problem-remedy'] as const)
      : (['message', 'title', 'text'] as const);
    return html`
      <div class="message end" part=${view} role=${isFailed ? 'alert' : nothing}>
        <span class="emblem ${tone}">${icon}</span>
        <h2 part=${heading} aria-level=${context.host.headingLevel} tabindex="-1" data-focus>
          ${title}${durationView(phase, context)}
        </h2>
        ${text ? html`<p part=${body}>${text}</p>` : nothing}
        ${
          isFailed
            ? html`<p part="problem-stage">
                ${context.words.failedWhile[failedPart(phase.error)]}
              </p>`
            : nothing
        }
        <div class="actions">${actionButton(again)} ${context.wayBack}</div>
        ${context.view.countdown?.()} ${isFailed ? this.#renderReport(phase.error, context) : after}
      </div>
    `;
  }

  /** The title of an end screen. */
  titleOf(phase: EndPhase, context: ScreenContext): string {
    return endOf(phase, context).title;
  }

  #renderReport(error: FfcError, context: ScreenContext): TemplateResult {
    const { words } = context;
    if (this.#failure?.error !== error) {
      this.#failure = { error, at: Date.now() };
      this.#copying = undefined;
    }
    const report = failureReport(error, this.#failure.at);
    return html`
      <details class="details">
        <summary part="problem-details">${words.details}</summary>
        <pre><code part="problem-code">${report}</code></pre>
        ${actionButton({ label: words.copyReport, onClick: () => void this.#copy(report, context) }, '')}
        <p role="status">${this.#copying ? words[this.#copying] : nothing}</p>
      </details>
    `;
  }

  async #copy(report: string, { host }: ScreenContext): Promise<void> {
    try {
      await navigator.clipboard.writeText(report);
      this.#copying = 'reportCopied';
    } catch {
      // The clipboard is forbidden in this frame, or the page has no https: the person can copy the
      // selected text.
      const code = host.renderRoot.querySelector('.details code');
      if (code) getSelection()?.selectAllChildren(code);
      this.#copying = 'reportSelected';
    }
    host.requestUpdate();
  }
}

function endOf(phase: EndPhase, { words, messages, view, onRetry }: ScreenContext): End {
  const again = { label: words.rejoin, onClick: view.rejoin };
  switch (phase.state) {
    case 'left':
      return {
        icon: doorIcon,
        tone: 'success',
        title: phase.duration === undefined ? words.notJoinedTitle : words.leftTitle,
        text: words.leftText(titleOf(phase.room, messages)),
        again,
      };
    case 'ended': {
      const isCancelled = phase.room.videoRoomState === 'CANCELLED';
      const kind = phase.cause === 'over' && isCancelled ? 'cancelled' : phase.cause;
      const text = words.endedText(kind, titleOf(phase.room, messages));
      return { icon: leaveIcon, tone: '', title: words.endedTitle(kind), text };
    }
    case 'removed':
      if (phase.reason === 'refused') {
        return {
          icon: doorIcon,
          tone: 'danger',
          title: words.refusedTitle,
          text: words.refusedText(titleOf(phase.room, messages)),
          again: { ...again, label: words.askAgain },
        };
      }
      return phase.reason === 'removed'
        ? {
            icon: personOffIcon,
            tone: 'danger',
            title: words.removedTitle,
            text: words.removedText,
            again,
          }
        : {
            icon: elsewhereIcon,
            tone: 'accent',
            title: words.duplicateTitle,
            text: words.duplicateText,
            again: { ...again, label: words.useHere },
          };
    case 'failed': {
      const { error } = phase;
      const { title, remedy } = roomErrorWords(messages, error) ?? messages.errors.unknown;
      const label = error.stage === 'session' ? words.rejoin : messages.tryAgain;
      return {
        icon: error.reason === 'connection-lost' ? signalLostIcon : warningIcon,
        tone: 'danger',
        title,
        text: remedy,
        again: canTryAgain(error) ? { label, onClick: onRetry } : undefined,
      };
    }
  }
}

/** Renders the length of the call, after the title. */
function durationView(
  { duration }: EndPhase,
  { lang }: ScreenContext,
): TemplateResult | typeof nothing {
  if (duration === undefined) return nothing;
  // In one expression: the space before it would not survive the build.
  const text = ` · ${callLength(duration, lang)}`;
  return html`<span class="duration" part="duration">${text}</span>`;
}

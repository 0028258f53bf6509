import { css, html, nothing, type TemplateResult } from 'lit';
import type { FfcErrorReason } from '../core/errors.js';
import { warningIcon } from '../icons/warning.js';
import type { ErrorWords } from '../i18n/types.js';

/** The one button of a screen. */
export interface ScreenAction {
  readonly label: string;
  readonly onClick: () => void;
}

/** The button of a screen, if it has one. Part: `button`. Needs `buttonStyles`. */
export function actionButton(
  action: ScreenAction | undefined,
  tone = 'primary',
): TemplateResult | typeof nothing {
  return action
    ? html`<button type="button" class="button ${tone}" part="button" @click=${action.onClick}>
        ${action.label}
      </button>`
    : nothing;
}

export interface ProblemView {
  readonly words: ErrorWords;
  /** The level of its heading. */
  readonly level: number;
  /** The code of the failure, in small type, to quote in a request for help. */
  readonly code: FfcErrorReason;
  /** The button. There is none where another try is of no use. */
  readonly action?: ScreenAction | undefined;
}

/**
 * Renders a failure in place of the content: the problem, the remedy, and one button. Its title has
 * `data-focus`, for hosts that move the focus to it. Parts: `problem`, `problem-title`,
 * `problem-remedy`, `problem-code`, `button`.
 */
export function problemView({ words, level, code, action }: ProblemView): TemplateResult {
  return html`
    <div class="problem" part="problem" role="alert">
      <span class="emblem">${warningIcon}</span>
      <h2 part="problem-title" aria-level=${level} tabindex="-1" data-focus>${words.title}</h2>
      ${words.remedy ? html`<p part="problem-remedy">${words.remedy}</p>` : nothing}
      ${actionButton(action)}
      <code part="problem-code">${code}</code>
    </div>
  `;
}

/** Also styles `.emblem`, the round frame of an icon above a message. */
export const problemStyles = css`
  .problem {
    display: grid;
    justify-items: center;
    gap: 12px;
    max-inline-size: 46ch;
    margin: auto;
    padding: 24px;
    text-align: center;
  }

  .emblem {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    margin-block-end: 4px;
    border-radius: 50%;
    background: var(--_surface-raised);
    color: var(--_muted);
  }

  .emblem svg {
    inline-size: 24px;
    block-size: 24px;
  }

  .problem p {
    color: var(--_muted);
    text-wrap: pretty;
  }

  .problem .button {
    margin-block-start: 4px;
  }

  .problem code {
    color: var(--_muted);
    font:
      12px/1.4 ui-monospace,
      monospace;
  }
`;

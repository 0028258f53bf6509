import { html, nothing, type TemplateResult } from 'lit';
import type { FfcError } from '../../core/errors.js';
import { roomErrorWords } from '../../i18n/error-words.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { closeIcon } from '../../icons/close.js';
import { peopleIcon } from '../../icons/people.js';
import { soundOffIcon } from '../../icons/sound-off.js';
import { warningIcon } from '../../icons/warning.js';
import { controlBarParts } from '../../parts/controls.js';
import type { CallPhase } from '../../state/phase.js';
import { exportParts, stageParts } from '../shared/part-names.js';
import { spinner } from '../../parts/spinner.js';
import { titleOf } from './quiet-screens.js';
import type { RoomNotices } from './room-notices.js';

/** What the screen of a call shows, and whom it notifies. */
export interface CallContext {
  readonly messages: RoomMessages;
  readonly peopleCount: number;
  readonly canPlayAudio: boolean;
  readonly isRecording: boolean;
  /** No video comes in at all. */
  readonly isStalled: boolean;
  /** A failure that the call survives, and what tries again what failed. */
  readonly notice: Pick<RoomNotices, 'error' | 'retry'>;
  /** What is told over the stage beside that. */
  readonly toasts: TemplateResult | typeof nothing;
  /** The panel that is open. */
  readonly panel: TemplateResult | typeof nothing;
  /** The panel lies over the stage: nobody can see or reach what is below. */
  readonly isCovered: boolean;
  /** Whether the page has put something of its own into a slot: then nothing is made for it. */
  readonly isFilled: (slot: string) => boolean;
  readonly onStartAudio: () => void;
  readonly onDismiss: () => void;
}

/** Header, stage, panel and control bar, each in a slot of its own. */
export function callScreen(phase: CallPhase, context: CallContext): TemplateResult {
  const { messages, peopleCount, isRecording, isFilled, panel, isCovered } = context;
  const title = titleOf(phase.room, messages);
  return html`
    <slot name="connected">
      <div class="call" part="call" role="group" aria-label=${title} tabindex="-1" data-focus>
        <slot name="header">
          <div class="header" part="header">
            <h2 part="title" title=${title}><bdi>${title}</bdi></h2>
            ${
              isRecording
                ? html`<span class="recording" part="recording">${messages.recording}</span>`
                : nothing
            }
            <span class="count" part="people-count">
              ${peopleIcon}
              <span aria-hidden="true">${peopleCount}</span>
              <span class="visually-hidden">${messages.peopleCount(peopleCount)}</span>
            </span>
          </div>
        </slot>
        <div class="body">
          <div class="stage" ?inert=${isCovered}>
            <slot name="stage">
              ${
                isFilled('stage')
                  ? nothing
                  : html`<ffc-stage exportparts=${exportParts(stageParts)}>
                      <slot name="screen" slot="screen"></slot>
                    </ffc-stage>`
              }
            </slot>
            <div class="toasts" part="toasts">${toasts(phase, context)}</div>
          </div>
          ${panel}
        </div>
        <slot name="control-bar">
          ${
            isFilled('control-bar')
              ? nothing
              : html`<ffc-control-bar exportparts=${controlBarParts()}></ffc-control-bar>`
          }
        </slot>
      </div>
    </slot>
  `;
}

function toasts(phase: CallPhase, context: CallContext): TemplateResult {
  const { messages, canPlayAudio, isStalled, notice, onStartAudio, onDismiss } = context;
  return html`
    ${
      phase.state === 'reconnecting'
        ? html`<slot name="reconnecting">
            ${bannerView(
              phase.kind === 'full' ? messages.reconnectingFull : messages.reconnectingSignal,
            )}
          </slot>`
        : nothing
    }
    ${phase.state === 'connected' && isStalled ? bannerView(messages.nothingComesIn) : nothing}
    ${canPlayAudio ? nothing : soundBarView(messages, onStartAudio)} ${context.toasts}
    ${notice.error ? noticeView(messages, notice.error, notice.retry, onDismiss) : nothing}
  `;
}

/** A line over the stage that goes by itself when things are well again. */
function bannerView(text: string): TemplateResult {
  return html`<div class="toast" part="banner">${spinner()}<span>${text}</span></div>`;
}

/** The way out when the browser keeps the sound off: it wants a click. */
function soundBarView(messages: RoomMessages, onClick: () => void): TemplateResult {
  return html`
    <div class="toast" part="sound-bar">
      ${soundOffIcon}
      <span>${messages.soundOff}</span>
      <button type="button" class="button primary" part="button" @click=${onClick}>
        ${messages.turnOnSound}
      </button>
    </div>
  `;
}

/** A failure that the call survives. */
function noticeView(
  messages: RoomMessages,
  error: FfcError,
  retry: (() => void) | undefined,
  onDismiss: () => void,
): TemplateResult | typeof nothing {
  const words = roomErrorWords(messages, error);
  if (!words) return nothing;
  const { title, remedy } = words;
  return html`
    <div class="toast notice" part="notice" role="alert">
      ${warningIcon}
      <span><strong>${title}</strong> ${remedy ?? nothing}</span>
      ${
        retry
          ? html`<button type="button" class="button" part="button" @click=${retry}>
              ${messages.tryAgain}
            </button>`
          : nothing
      }
      ${dismissButton(messages, onDismiss)}
    </div>
  `;
}

/** The button that takes a line from over the stage. */
export function dismissButton({ dismiss }: RoomMessages, onClick: () => void): TemplateResult {
  return html`
    <button
      type="button"
      class="button quiet icon-only"
      part="button"
      aria-label=${dismiss}
      @click=${onClick}
    >
      ${closeIcon}
    </button>
  `;
}

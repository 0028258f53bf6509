import { controlBarParts } from '../../parts/controls.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { VideoRoom } from '../../api/types.js';
import type { FfcError } from '../../core/errors.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { doorIcon } from '../../icons/door.js';
import { leaveIcon } from '../../icons/leave.js';
import { peopleIcon } from '../../icons/people.js';
import { type CallPhase, isCallPhase } from '../../state/phase.js';
import type { RoomPhase } from '../../state/types.js';
import { roomErrorWords } from '../../i18n/error-words.js';
import { closeIcon } from '../../icons/close.js';
import { soundOffIcon } from '../../icons/sound-off.js';
import { warningIcon } from '../../icons/warning.js';
import { exportParts, prejoinParts, stageParts } from '../shared/part-names.js';
import { spinner } from '../shared/spinner.js';
import { passwordView } from './password-view.js';
import { messageView, progressView, type ShellPhase, view } from './shell-screens.js';

/** What the screens show, and whom they tell. */
export interface ScreenContext {
  readonly messages: RoomMessages;
  readonly peopleCount: number;
  readonly canPlayAudio: boolean;
  /** No video comes in at all. */
  readonly isStalled: boolean;
  readonly notice: FfcError | undefined;
  /** Whether the page has put something of its own into a slot: then nothing is made for it. */
  readonly isFilled: (slot: string) => boolean;
  readonly onPassword: (password: string) => void;
  readonly onRejoin: () => void;
  readonly onCancel: () => void;
  readonly onStartAudio: () => void;
  readonly onDismiss: () => void;
}

/** The states of an open room. */
export type OpenPhase = Exclude<RoomPhase, ShellPhase>;

/** Every state of an open room, each in a slot of its own. */
export function openScreen(phase: OpenPhase, context: ScreenContext): TemplateResult {
  return isCallPhase(phase) ? callScreen(phase, context) : view(quietScreen(phase, context));
}

function quietScreen(
  phase: Exclude<OpenPhase, CallPhase>,
  { messages, isFilled, onRejoin, onCancel, onPassword }: ScreenContext,
): TemplateResult {
  switch (phase.state) {
    case 'password':
      return html`<slot name="password">
        ${passwordView({ messages, phase, onSubmit: onPassword })}
      </slot>`;
    case 'prejoin':
      return html`<slot name="prejoin">
        ${
          isFilled('prejoin')
            ? nothing
            : html`<ffc-prejoin data-focus exportparts=${exportParts(prejoinParts)}></ffc-prejoin>`
        }
      </slot>`;
    case 'connecting':
      return html`<slot name="connecting">
        ${progressView(messages.connecting, { label: messages.cancel, onClick: onCancel })}
      </slot>`;
    case 'left':
      return html`<slot name="left">
        ${messageView({
          icon: doorIcon,
          title: messages.leftTitle,
          text: messages.leftText(titleOf(phase.room, messages)),
          action: { label: messages.rejoin, onClick: onRejoin },
        })}
      </slot>`;
    case 'ended':
      return html`<slot name="ended">
        ${messageView({
          icon: leaveIcon,
          title: messages.endedTitle,
          text: messages.endedText(titleOf(phase.room, messages)),
        })}
      </slot>`;
    case 'removed': {
      const elsewhere = phase.reason === 'duplicate-identity';
      return html`<slot name="removed">
        ${messageView({
          icon: doorIcon,
          title: elsewhere ? messages.duplicateTitle : messages.removedTitle,
          text: elsewhere ? messages.duplicateText : messages.removedText,
          action: { label: elsewhere ? messages.useHere : messages.rejoin, onClick: onRejoin },
        })}
      </slot>`;
    }
  }
}

function callScreen(phase: CallPhase, context: ScreenContext): TemplateResult {
  const { messages, peopleCount, isFilled } = context;
  const title = titleOf(phase.room, messages);
  return html`
    <slot name="connected">
      <div class="call" part="call" role="group" aria-label=${title} tabindex="-1" data-focus>
        <slot name="header">
          <div class="header" part="header">
            <h2 part="title" title=${title}><bdi>${title}</bdi></h2>
            <span class="count" part="people-count">
              ${peopleIcon}
              <span aria-hidden="true">${peopleCount}</span>
              <span class="visually-hidden">${messages.peopleCount(peopleCount)}</span>
            </span>
          </div>
        </slot>
        <div class="stage">
          <slot name="stage">
            ${
              isFilled('stage')
                ? nothing
                : html`<ffc-stage exportparts=${exportParts(stageParts)}></ffc-stage>`
            }
          </slot>
          <div class="toasts" part="toasts">${toasts(phase, context)}</div>
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

function toasts(phase: CallPhase, context: ScreenContext): TemplateResult {
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
    ${canPlayAudio ? nothing : soundBarView(messages, onStartAudio)}
    ${notice ? noticeView(messages, notice, onDismiss) : nothing}
  `;
}

function titleOf(room: VideoRoom, messages: RoomMessages): string {
  return room.title || messages.untitledRoom;
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
  onDismiss: () => void,
): TemplateResult {
  const { title, remedy } = roomErrorWords(messages, error);
  return html`
    <div class="toast notice" part="notice" role="alert">
      ${warningIcon}
      <span><strong>${title}</strong> ${remedy ?? nothing}</span>
      <button
        type="button"
        class="button quiet icon-only"
        part="button"
        aria-label=${messages.dismiss}
        @click=${onDismiss}
      >
        ${closeIcon}
      </button>
    </div>
  `;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { VideoRoom } from '../../api/types.js';
import type { FfcError } from '../../core/errors.js';
import { roomErrorWords } from '../../i18n/error-words.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { doorIcon } from '../../icons/door.js';
import { leaveIcon } from '../../icons/leave.js';
import { peopleIcon } from '../../icons/people.js';
import type { RoomPhase } from '../../state/types.js';
import { problemView } from '../shared/problem-view.js';
import { passwordView } from './password-view.js';
import { bannerView, messageView, noticeView, progressView, soundBarView } from './room-views.js';

/** What the screens show, and whom they tell. */
export interface ScreenContext {
  readonly messages: RoomMessages;
  readonly peopleCount: number;
  readonly canPlayAudio: boolean;
  readonly notice: FfcError | undefined;
  /** Whether the elements of a call are there to be drawn. */
  readonly partsLoaded: boolean;
  /** Whether the page has put something of its own into a slot: then nothing is made for it. */
  readonly isFilled: (slot: string) => boolean;
  readonly onPassword: (password: string) => void;
  readonly onRejoin: () => void;
  readonly onCancel: () => void;
  readonly onRetry: () => void;
  readonly onStartAudio: () => void;
  readonly onDismiss: () => void;
}

/** Names what is drawn: while it is the same, the focus stays where it is. */
export function screenName(phase: RoomPhase, partsLoaded: boolean): string {
  switch (phase.state) {
    case 'password':
      return `password ${phase.checking} ${phase.rejected}`;
    case 'prejoin':
      return partsLoaded ? 'prejoin' : 'loading';
    case 'connected':
    case 'reconnecting':
      return partsLoaded ? 'call' : 'loading';
    default:
      return phase.state;
  }
}

/** Every state of a room, each in a slot of its own. */
export function screen(phase: RoomPhase, context: ScreenContext): TemplateResult {
  const { messages, partsLoaded, isFilled } = context;
  switch (phase.state) {
    case 'connected':
    case 'reconnecting':
      return partsLoaded ? callScreen(phase, context) : loading(messages);
    case 'prejoin':
      if (!partsLoaded) return loading(messages);
      return view(html`
        <slot name="prejoin">
          ${
            isFilled('prejoin')
              ? nothing
              : html`<ffc-prejoin
                  data-focus
                  exportparts="preview, prejoin-form, button, input, problem"
                ></ffc-prejoin>`
          }
        </slot>
      `);
    case 'loading':
      return loading(messages);
    default:
      return view(quietScreen(phase, context));
  }
}

type QuietPhase = Exclude<
  RoomPhase,
  { state: 'loading' | 'prejoin' | 'connected' | 'reconnecting' }
>;

function quietScreen(phase: QuietPhase, context: ScreenContext): TemplateResult {
  const { messages, onRejoin, onCancel, onRetry, onPassword } = context;
  switch (phase.state) {
    case 'idle':
      return html`<slot name="idle">
        ${messageView({ icon: doorIcon, title: messages.idleTitle, text: messages.idleText })}
      </slot>`;
    case 'password':
      return html`<slot name="password">
        ${passwordView({ messages, phase, onSubmit: onPassword })}
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
    case 'failed':
      return html`<slot name="failed">
        ${problemView({
          words: roomErrorWords(messages, phase.error),
          code: phase.error.reason,
          action: phase.error.retryable
            ? { label: messages.tryAgain, onClick: onRetry }
            : undefined,
        })}
      </slot>`;
  }
}

function callScreen(
  phase: Extract<RoomPhase, { state: 'connected' | 'reconnecting' }>,
  context: ScreenContext,
): TemplateResult {
  const { messages, peopleCount, isFilled } = context;
  const title = titleOf(phase.room, messages);
  return html`
    <slot name="connected">
      <div class="call" part="call" role="group" aria-label=${title} tabindex="-1" data-focus>
        <slot name="header">
          <div class="header" part="header">
            <h2 part="title"><bdi>${title}</bdi></h2>
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
                : html`<ffc-stage
                    exportparts="stage, tile, video, avatar, name, badge, pager, empty"
                  ></ffc-stage>`
            }
          </slot>
          <div class="toasts" part="toasts">${toasts(phase, context)}</div>
        </div>
        <slot name="control-bar">
          ${
            isFilled('control-bar')
              ? nothing
              : html`<ffc-control-bar
                  exportparts="control-bar, control, control-label, menu, button, input"
                ></ffc-control-bar>`
          }
        </slot>
      </div>
    </slot>
  `;
}

function toasts(phase: RoomPhase, context: ScreenContext): TemplateResult {
  const { messages, canPlayAudio, notice, onStartAudio, onDismiss } = context;
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
    ${canPlayAudio ? nothing : soundBarView(messages, onStartAudio)}
    ${notice ? noticeView(messages, notice, onDismiss) : nothing}
  `;
}

function loading(messages: RoomMessages): TemplateResult {
  return view(html`<slot name="loading">${progressView(messages.loading)}</slot>`);
}

function view(content: TemplateResult): TemplateResult {
  return html`<div class="view" part="view">${content}</div>`;
}

function titleOf(room: VideoRoom, messages: RoomMessages): string {
  return room.title || messages.untitledRoom;
}

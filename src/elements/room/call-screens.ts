import { html, nothing, type TemplateResult } from 'lit';
import type { VideoRoom } from '../../api/types.js';
import type { FfcError } from '../../core/errors.js';
import { roomErrorWords } from '../../i18n/error-words.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { closeIcon } from '../../icons/close.js';
import { peopleIcon } from '../../icons/people.js';
import { warningIcon } from '../../icons/warning.js';
import { controlBarParts } from '../../parts/controls.js';
import { stageParts } from '../shared/call-part-names.js';
import { exportParts } from '../shared/part-names.js';
import { titleOf } from './quiet-screens.js';
import type { RoomNotices } from './room-notices.js';

/** The input of the screen of a call. */
export interface CallContext {
  /** Whether the call has not begun: then the screen is hidden and inert. */
  readonly isAhead: boolean;
  readonly messages: RoomMessages;
  /** The level of the room's title. */
  readonly level: number;
  readonly peopleCount: number;
  readonly isRecording: boolean;
  /** A failure that the call survives, and the function that retries the failed action. */
  readonly notice: Pick<RoomNotices, 'error' | 'retry'>;
  /** The other notices over the stage. */
  readonly toasts: TemplateResult | typeof nothing;
  /** The open panel. */
  readonly panel: TemplateResult | typeof nothing;
  /** Whether the panel covers the stage, which is inert then. */
  readonly isCovered: boolean;
  /** Whether the page fills a slot: then its default content is not rendered. */
  readonly isFilled: (slot: string) => boolean;
  /** The content of the header after the title and at its end, and the layer over the pictures. */
  readonly header: unknown;
  readonly headerEnd: unknown;
  readonly overlay: unknown;
  readonly onDismiss: () => void;
}

/** Renders header, stage, panel and control bar, each in a slot of its own. */
export function callScreen(room: VideoRoom, context: CallContext): TemplateResult | typeof nothing {
  const { isAhead, messages, peopleCount, isRecording, isFilled, toasts, panel, isCovered } =
    context;
  // The page's own content of the slot must not be hidden.
  if (isAhead && isFilled('connected')) return nothing;
  const { notice, onDismiss } = context;
  const title = titleOf(room, messages);
  return html`
    <slot name="connected">
      <div
        class="call ${isAhead ? 'ahead' : ''}"
        part="call"
        role="group"
        aria-label=${title}
        tabindex="-1"
        ?data-focus=${!isAhead}
        ?inert=${isAhead}
      >
        <slot name="header">
          <div class="header" part="header">
            <h2 part="title" aria-level=${context.level} title=${title}><bdi>${title}</bdi></h2>
            ${context.header}
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
            ${context.headerEnd}
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
            <div class="toasts" part="toasts">
              ${toasts}
              ${notice.error ? noticeView(messages, notice.error, notice.retry, onDismiss) : nothing}
            </div>
            ${context.overlay}
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

/** Renders a failure that the call survives. */
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

/** Renders the button that dismisses a notice. */
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

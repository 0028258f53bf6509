import { html, nothing, type TemplateResult } from 'lit';
import type { VideoRoom } from '../../api/types.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { doorIcon } from '../../icons/door.js';
import { leaveIcon } from '../../icons/leave.js';
import type { CallPhase } from '../../state/phase.js';
import type { RoomPhase } from '../../state/types.js';
import { exportParts, prejoinParts } from '../shared/part-names.js';
import { passwordView } from './password-view.js';
import { messageView, progressView, type ShellPhase, view } from './shell-screens.js';

/** The states of an open room outside a call. */
export type QuietPhase = Exclude<RoomPhase, ShellPhase | CallPhase>;

/** What the screens show, and whom they notify. */
export interface QuietContext {
  readonly messages: RoomMessages;
  /** Whether the page has put something of its own into a slot: then nothing is made for it. */
  readonly isFilled: (slot: string) => boolean;
  readonly onPassword: (password: string) => void;
  readonly onRejoin: () => void;
  readonly onCancel: () => void;
}

/** Every state of an open room outside a call, each in a slot of its own. */
export function quietScreen(phase: QuietPhase, context: QuietContext): TemplateResult {
  return view(content(phase, context));
}

function content(
  phase: QuietPhase,
  { messages, isFilled, onRejoin, onCancel, onPassword }: QuietContext,
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

/** How a room is called on the screen. */
export function titleOf(room: VideoRoom, messages: RoomMessages): string {
  return room.title || messages.untitledRoom;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { VideoRoom } from '../../api/types.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { CallPhase } from '../../state/phase.js';
import type { RoomPhase } from '../../state/types.js';
import { exportParts, prejoinParts } from '../shared/part-names.js';
import type { LatePhase } from './late-screens.js';
import { progressView, type ShellPhase, view } from './shell-screens.js';

/** The states on the way into a call. */
export type QuietPhase = Exclude<RoomPhase, ShellPhase | CallPhase | LatePhase>;

/** The input of the screens, and their callbacks. */
export interface QuietContext {
  readonly messages: RoomMessages;
  /** Whether the page has put something of its own into a slot: then nothing is made for it. */
  readonly isFilled: (slot: string) => boolean;
  readonly onCancel: () => void;
}

/** Every state on the way into a call, each in a slot of its own. */
export function quietScreen(phase: QuietPhase, context: QuietContext): TemplateResult {
  return view(content(phase, context));
}

function content(
  phase: QuietPhase,
  { messages, isFilled, onCancel }: QuietContext,
): TemplateResult {
  switch (phase.state) {
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
  }
}

/** The name of a room on the screen. */
export function titleOf(room: VideoRoom, messages: RoomMessages): string {
  return room.title || messages.untitledRoom;
}

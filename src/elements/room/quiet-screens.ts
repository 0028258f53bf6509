import { html, nothing, type TemplateResult } from 'lit';
import type { VideoRoom } from '../../api/types.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { CallPhase } from '../../state/phase.js';
import type { RoomPhase } from '../../state/types.js';
import { exportParts, prejoinParts } from '../shared/part-names.js';
import type { LatePhase } from './late-screens.js';
import { progressView, type ShellPhase, view } from './shell-screens.js';

/** The states before a call that need no further code. */
export type QuietPhase = Exclude<RoomPhase, ShellPhase | CallPhase | LatePhase>;

/** The input of the screens, and their callbacks. */
export interface QuietContext {
  readonly messages: RoomMessages;
  /** Whether the page fills a slot: then its default content is not rendered. */
  readonly isFilled: (slot: string) => boolean;
  readonly onCancel: () => void;
}

/** Renders the states before a call, each in a slot of its own. */
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

/** The title of a room on the screen, or a default for a room without one. */
export function titleOf(room: VideoRoom, messages: RoomMessages): string {
  return room.title || messages.untitledRoom;
}

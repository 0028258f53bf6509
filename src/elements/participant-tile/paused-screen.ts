import { css, html, type TemplateResult } from 'lit';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { TileContent } from './tile-content.js';

/** Whether a participant has paused a shared screen. */
export function isPaused({ participant: { tracks } }: TileContent): boolean {
  return tracks.some(({ source, muted }) => source === 'screen_share' && muted);
}

/** Says who paused a share, below the sign of a screen. The room announces it to screen readers. */
export function pausedView(
  { participant }: TileContent,
  { pausedSharing }: RoomMessages,
): TemplateResult {
  return html`<p class="message paused">${pausedSharing(participant.member.name, true)}</p>`;
}

export const pausedStyles = css`
  .paused {
    position: absolute;
    inset-block-start: calc(50% + 16px);
    inset-inline: 0;
    padding-block: 0;
    color: var(--_on-surface);
  }
`;

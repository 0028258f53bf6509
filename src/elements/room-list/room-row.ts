import { html, nothing, type TemplateResult } from 'lit';
import type { RoomPermission, VideoRoom } from '../../api/types.js';
import type { RoomListViewMessages } from '../../i18n/list-messages.js';
import { lockIcon } from '../../icons/lock.js';
import { pencilIcon } from '../../icons/pencil.js';
import { trashIcon } from '../../icons/trash.js';
import { hueOf, initialsOf } from '../../parts/avatar.js';
import { isCall, isLive, shownState } from '../../state/room-rules.js';
import type { TimeWords } from './times.js';

/** The actions on a room of the list. */
export type RoomAction = 'pick' | 'edit' | 'delete';

/** The code that adds to rows what comes behind them. */
export interface RowExtras {
  /** In place of the row's own words for its time; undefined: those are right. */
  time(room: VideoRoom): unknown;
  /** At the end of the line of facts. */
  facts(room: VideoRoom): unknown;
  /** Before the other buttons. */
  action(room: VideoRoom): unknown;
}

/** The input of all rows of a list. */
export interface RowContext {
  readonly messages: RoomListViewMessages;
  /** The level of the headings of rooms. */
  readonly level: number;
  readonly times: (iso: string) => TimeWords | undefined;
  /** Whether an action is offered. */
  readonly may: (permission: RoomPermission, room?: VideoRoom) => boolean;
  readonly pending: readonly number[];
  readonly extras: RowExtras | undefined;
  readonly act: (action: RoomAction, room: VideoRoom) => void;
}

/** The id of a room's row in the shadow tree. */
export const rowId = (room: VideoRoom): string => `room-${room.id}`;

/** Shortens a long title for a sentence or a button's name. */
export function shortTitle(room: VideoRoom, untitled: string): string {
  const title = room.title?.trim() || untitled;
  // Cut by code points, so that no emoji is cut in half.
  return title.length > 80 ? `${Array.from(title.slice(0, 160)).slice(0, 79).join('')}…` : title;
}

/** Renders one room. A row that can be picked is one big button, with the others above it. */
export function roomRow(room: VideoRoom, context: RowContext): TemplateResult {
  const { messages: m, level, pending, extras, act, may } = context;
  const { type, accessLevel, member } = room;
  const state = shownState(room);
  const busy = pending.includes(room.id);
  const title = room.title?.trim() || m.untitled;
  const host = member?.appUserName || member?.appUserId;
  const picture = member?.appUserProfileImgUrl;
  const tone = isLive(room) ? 'live' : state === 'SCHEDULED' ? 'soon' : '';
  const joinable = isCall(room);

  const action = (name: 'edit' | 'delete', content: TemplateResult): TemplateResult => {
    const label = m[name](shortTitle(room, m.untitled));
    return html`<button
      type="button"
      name=${name}
      part="row-button"
      class="button quiet icon-only"
      aria-label=${label}
      title=${label}
      ?disabled=${busy}
      @click=${() => act(name, room)}
    >
      ${content}
    </button>`;
  };

  // The hue is set through the CSSOM: a strict CSP forbids a `style` attribute.
  return html`<li part="room" class="room" id=${rowId(room)} aria-busy=${busy}>
    <span
      part="avatar"
      class="avatar"
      aria-hidden="true"
      .style=${`--_hue: ${hueOf(member?.appUserId ?? '')}`}
    >
      ${initialsOf(host ?? title)}
      ${
        picture && /^https?:/i.test(picture)
          ? html`<img src=${picture} alt="" loading="lazy" referrerpolicy="no-referrer" />`
          : nothing
      }
    </span>
    <div class="about">
      <h3 part="room-title" aria-level=${level}>
        ${
          joinable
            ? html`<button
                type="button"
                name="pick"
                class="pick"
                ?disabled=${busy}
                @click=${() => act('pick', room)}
              >
                <bdi>${title}</bdi>
              </button>`
            : html`<bdi>${title}</bdi>`
        }
      </h3>
      ${room.description ? html`<p part="description" class="line"><bdi>${room.description}</bdi></p>` : nothing}
      <p part="facts" class="facts">
        <span part="badge" class="badge ${tone}">${m.stateName(state)}</span>
        ${
          room.policy?.hasPassword
            ? html`<span role="img" aria-label=${m.locked} title=${m.locked}>${lockIcon}</span>`
            : nothing
        }
        ${accessLevel && accessLevel !== 'PUBLIC' ? html`<span part="access">${m.accessName(accessLevel)}</span>` : nothing}
        ${host ? html`<bdi class="line">${host}</bdi>` : nothing}
        ${extras?.time(room) ?? timeOf(room, context)} ${extras?.facts(room)}
      </p>
      ${joinable ? nothing : html`<p part="hint" class="why">${m.notJoinable(type)}</p>`}
    </div>
    <div class="actions">
      ${extras?.action(room)} ${may('update', room) ? action('edit', pencilIcon) : nothing}
      ${may('delete', room) ? action('delete', trashIcon) : nothing}
    </div>
  </li>`;
}

/** The most important time in the room's state. */
function timeOf(room: VideoRoom, { messages: m, times }: RowContext): unknown {
  const { videoRoomState: state, scheduledAt, liveStartedAt, liveEndedAt, createdAt } = room;
  const [iso, words] =
    isLive(room) && liveStartedAt
      ? [liveStartedAt, m.started]
      : state === 'SCHEDULED' && scheduledAt
        ? [scheduledAt, Date.parse(scheduledAt) < Date.now() ? m.planned : m.starts]
        : state === 'ENDED' && liveEndedAt
          ? [liveEndedAt, m.ended]
          : [createdAt, m.created];
  const time = iso && times(iso);
  return time
    ? html`<time datetime=${iso} title=${time.full}>${words(time.short)}</time>`
    : nothing;
}

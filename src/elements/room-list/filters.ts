/** The further filters of a list: type, access level and owner. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type {
  RoomListContentMessages,
  RoomListDialogMessages,
  RoomListFilterMessages,
} from '../../i18n/list-messages.js';
import type { ChoiceView, Option, ToolbarHandlers } from './frame-views.js';
import { roomQuery } from './list-source.js';
import type { RoomListElementBase } from './room-list-options.js';

export const filterStyles = css`
  .tools > .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 1fr));
    flex: 1 0 100%;
    gap: 8px;
    padding: 8px;
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
`;

const types = ['VIDEO_CONFERENCE', 'INTERACTIVE_MEETING', 'WEBINAR', 'BROADCAST_RTMP'];
const levels = ['PUBLIC', 'MEMBER', 'RESTRICTED', 'PRIVATE'];

/** The words of the filters. */
export type FilterWords = RoomListFilterMessages &
  Pick<RoomListContentMessages, 'accessName'> &
  Pick<RoomListDialogMessages, 'type' | 'typeName' | 'access'>;

/**
 * Renders the choices of type, access level and owner. Part: `filters`.
 *
 * @param me The member's `appUserId`; empty while it is unknown.
 * @param choice Renders a field. A parameter, because an import would split the frame's chunk.
 */
export function filtersView(
  list: RoomListElementBase,
  m: FilterWords,
  me: string,
  onChange: ToolbarHandlers['onChange'],
  choice: ChoiceView,
): TemplateResult {
  const { type = '', accessLevel = '', appUserId: owner = '' } = roomQuery(list);
  const owners = optionsOf([me], owner, (id) => (id === me ? m.ownRooms : id));
  return html`<div part="filters" class="filters" id="filters">
    ${choice(m.type, [['', m.allOf(m.type)], ...optionsOf(types, type, m.typeName)], type, (type) => onChange({ type }))}
    ${choice(
      m.access,
      [['', m.allOf(m.access)], ...optionsOf(levels, accessLevel, m.accessName)],
      accessLevel,
      (accessLevel) => onChange({ accessLevel }),
    )}
    ${
      owners.length > 0
        ? choice(m.owner, [['', m.allOf(m.owner)], ...owners], owner, (owner) =>
            onChange({ owner }),
          )
        : nothing
    }
  </div>`;
}

/** The options of a filter. `chosen` is one of them, as the page may set any value. */
function optionsOf(
  values: readonly string[],
  chosen: string,
  nameOf: (value: string) => string,
): readonly Option[] {
  const all = [...new Set([...values, chosen])].filter(Boolean);
  return all.map((value): Option => [value, nameOf(value)]);
}

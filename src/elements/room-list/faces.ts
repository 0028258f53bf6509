/** Renders who is in live rooms. This chunk loads with the first live room. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Member, RoomOwner, VideoRoom } from '../../api/types.js';
import { toFfcError } from '../../core/errors.js';
import type { RoomListLaterMessages } from '../../i18n/list-messages.js';
import { hueOf, initialsOf } from '../../parts/avatar.js';
import type { ListServices } from '../../state/list-types.js';
import { channelsOf } from '../../services/list-channels.js';
import { askWhoIsOnline, type PeopleOnline } from '../../state/people-online.js';
import { isLive } from '../../state/room-rules.js';

/** As many faces as are told apart at a glance. */
const shownFaces = 4;
/** The rooms that are asked for with one load of a list. */
const mostRooms = 12;

/** What a connection of a list gives. */
interface FacesSource {
  readonly services: ListServices | undefined;
  readonly loadingMe: Promise<Member | undefined>;
  readonly signal: AbortSignal;
}

/** The people in the live rooms of a list: their faces where the member may see them, else how many. */
export class Faces {
  readonly #online = new Map<number, PeopleOnline>();
  /** Rooms of which the service says nothing to this member: nobody asks again. */
  readonly #silent = new Set<number>();
  readonly #onChange: () => void;
  /** The newest load; an older one that is still asking stops. */
  #loading: readonly VideoRoom[] = [];

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Has the next load ask again for what the member was refused before. */
  forgetRefusals(): void {
    this.#silent.clear();
    this.#online.clear();
  }

  /** Asks for the people of the live rooms, one room after the other. Never rejects. */
  async load(
    rooms: readonly VideoRoom[],
    { services, loadingMe, signal }: FacesSource,
  ): Promise<void> {
    const live = rooms.filter((room) => isLive(room) && !this.#silent.has(room.id));
    this.#loading = live;
    if (live.length === 0 || !services) return;
    const channels = channelsOf(services);
    if (!channels) return;
    const me = (await loadingMe)?.appUserId;
    for (const room of live.slice(0, mostRooms)) {
      const { id } = room;
      if (signal.aborted || this.#loading !== live) return;
      try {
        const isNamed = this.#online.get(id)?.isNamed ?? true;
        const options = { me, includesMe: true, isNamed, signal };
        this.#online.set(id, await askWhoIsOnline(channels, room, options));
        this.#onChange();
      } catch (thrown) {
        // A list is as good without faces.
        const { reason, retryable } = toFfcError(thrown, 'api');
        if (!retryable && reason !== 'aborted') this.#silent.add(id);
      }
    }
  }

  /** Part: `faces`. */
  render(room: VideoRoom, m: RoomListLaterMessages): TemplateResult | undefined {
    const online = isLive(room) ? this.#online.get(room.id) : undefined;
    if (!online?.count) return undefined;
    const { people, count } = online;
    if (people.length === 0) return html`<span part="faces">${m.hereNow([], count)}</span>`;
    const shown = people.slice(0, shownFaces);
    const more = count - shown.length;
    const names = shown.map(({ appUserName, appUserId }) => appUserName || appUserId);
    const label = m.hereNow(names, count);
    return html`<span part="faces" class="faces" role="img" aria-label=${label} title=${label}>
      ${shown.map((person, index) => face(person, names[index] ?? ''))}
      ${more > 0 ? html`<bdi class="more-faces">+${more}</bdi>` : nothing}
    </span>`;
  }
}

// The hue is a property and no attribute: the CSSOM may set what a strict CSP forbids in HTML.
function face(
  { appUserId, appUserProfileImgUrl: picture }: RoomOwner,
  name: string,
): TemplateResult {
  return html`<span class="avatar" .style=${`--_hue: ${hueOf(appUserId)}`}>
    ${initialsOf(name)}
    ${
      picture && /^https?:/i.test(picture)
        ? html`<img src=${picture} alt="" loading="lazy" referrerpolicy="no-referrer" />`
        : nothing
    }
  </span>`;
}

/** Renders the people in live rooms. This chunk loads with the first live room. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ChannelUser } from '../../api/channel-types.js';
import type { VideoRoom } from '../../api/types.js';
import { toFfcError } from '../../core/errors.js';
import type { RoomListLaterMessages } from '../../i18n/list-messages.js';
import { hueOf, initialsOf } from '../../parts/avatar.js';
import { channelsOf } from '../../services/list-channels.js';
import { askWhoIsOnline, type PeopleOnline } from '../../state/people-online.js';
import { isLive } from '../../state/room-rules.js';
import type { ParticipantSnapshot } from '../../state/types.js';
import type { ListConnection } from './list-connection.js';

/** The most faces in a row: more could not be told apart at a glance. */
const shownFaces = 4;
/** The most live rooms whose people are requested per load, as each costs a request or two. */
const mostRooms = 12;

/** The members of a list's connection that are needed here. */
type FacesSource = Pick<ListConnection, 'services' | 'loadingMe' | 'signal'>;

/** Renders the people in the live rooms of a list: as faces, or as a number without names. */
export class Faces {
  readonly #online = new Map<number, PeopleOnline>();
  /** The rooms whose people the service refuses to this member. They are not requested again. */
  readonly #silent = new Set<number>();
  readonly #onChange: () => void;
  /** The rooms of the newest load. An older load that still runs stops. */
  #loading: readonly VideoRoom[] = [];

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Forgets people and refusals, so that the next load requests everybody by name again. */
  forgetRefusals(): void {
    this.#silent.clear();
    this.#online.clear();
  }

  /** Requests the people of the live rooms, one room after the other. Never rejects. */
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
      const isNamed = this.#online.get(id)?.isNamed ?? true;
      const options = { me, includesMe: true, isNamed, signal };
      const answer = await askWhoIsOnline(channels, room, options).catch((thrown: unknown) =>
        toFfcError(thrown, 'api'),
      );
      if (this.#loading !== live) return;
      if ('people' in answer) {
        this.#online.set(id, answer);
        this.#onChange();
        // No failure is reported, because a list is usable without faces.
      } else if (!answer.retryable && answer.reason !== 'aborted') this.#silent.add(id);
    }
  }

  /**
   * Part: `faces`.
   *
   * @param participants Those of the person's own call in this room. They are newer than what the
   *   service says, which counts a person some time after the join.
   */
  render(
    room: VideoRoom,
    m: RoomListLaterMessages,
    participants: readonly ParticipantSnapshot[] | undefined,
  ): TemplateResult | undefined {
    const online = isLive(room) ? this.#online.get(room.id) : undefined;
    const people: readonly Person[] =
      participants?.map(personOf) ?? online?.people.map(userOf) ?? [];
    const count = participants?.length ?? online?.count ?? 0;
    if (count === 0) return undefined;
    if (people.length === 0) return html`<span part="faces">${m.hereNow([], count)}</span>`;
    const shown = people.slice(0, shownFaces);
    const more = count - shown.length;
    const label = m.hereNow(
      shown.map(({ name }) => name),
      count,
    );
    return html`<span part="faces" class="faces" role="img" aria-label=${label} title=${label}>
      ${shown.map(face)} ${more > 0 ? html`<bdi class="more-faces">+${more}</bdi>` : nothing}
    </span>`;
  }
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly picture: string | undefined;
}

function userOf({ appUserId, appUserName, appUserProfileImgUrl: picture }: ChannelUser): Person {
  return { id: appUserId, name: appUserName || appUserId, picture };
}

function personOf({ identity, member }: ParticipantSnapshot): Person {
  return { id: member.appUserId ?? identity, name: member.name, picture: member.picture };
}

// The hue is set as a property: a strict CSP forbids style attributes, but not the CSSOM.
function face({ id, name, picture }: Person): TemplateResult {
  return html`<span class="avatar" .style=${`--_hue: ${hueOf(id)}`}>
    ${initialsOf(name)}
    ${
      picture && /^https?:/i.test(picture)
        ? html`<img src=${picture} alt="" loading="lazy" referrerpolicy="no-referrer" />`
        : nothing
    }
  </span>`;
}

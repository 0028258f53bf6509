import { css, html, nothing, type TemplateResult } from 'lit';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { hueOf, initialsOf } from '../../parts/avatar.js';
import type { BaseElement } from '../../parts/base-element.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type { ParticipantSnapshot } from '../../state/types.js';
import { isHost } from '../../state/member.js';
import { cssProps } from '../shared/css-props.js';

/** In a call of more people than this, somebody always comes or goes. */
const peopleAtMost = 12;
/** The milliseconds for which a line shows, after its last change. */
const shownFor = 4000;
/** The most names in a line. More people are only counted. */
const namesAtMost = 2;

const kinds = ['joined', 'left', 'handsRaised'] as const;
type Kind = (typeof kinds)[number];

/** A line about people, by identity. */
interface Line {
  readonly names: ReadonlyMap<string, string>;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * Shows for some seconds who joins, leaves and raises a hand. Screen readers hear it from the live
 * region, so these lines are hidden from them. Observers see none, as they hear none.
 */
export class ComingToast {
  readonly #host: BaseElement;
  readonly #room: RoomHandle;
  readonly #lines = new Map<Kind, Line>();

  constructor(host: BaseElement, room: RoomHandle) {
    const { store } = room;
    this.#host = host;
    this.#room = room;
    host.addStyles([comingStyles]);
    store.on('participant-joined', ({ participant, initial }) => {
      this.#drop('left', participant);
      if (!initial) this.#add('joined', participant);
    });
    store.on('participant-left', ({ participant, reason }) => {
      for (const kind of kinds) this.#drop(kind, participant);
      // A notice tells of a host. Another device of the same person is no news.
      if (isHost(participant.member) || reason === 'duplicate-identity') return;
      this.#add('left', participant);
    });
    host.addEventListener('ffc-hand-change', ({ target, participant, raised }) => {
      if (target !== host) return;
      if (raised) this.#add('handsRaised', participant);
      else this.#drop('handsRaised', participant);
    });
    store.phase.subscribe(({ state }) => {
      if (state !== 'connected') for (const kind of kinds) this.#set(kind, new Map());
    });
  }

  /** Part: `news`. */
  render(messages: RoomMessages): readonly TemplateResult[] {
    return kinds.flatMap((kind) => {
      const people = [...(this.#lines.get(kind)?.names ?? [])];
      const [first] = people;
      if (!first) return [];
      const names = people.length > namesAtMost ? [] : people.map(([, name]) => name);
      const [identity, name] = first;
      return html`<div class="toast news" part="news" aria-hidden="true">
        ${
          people.length === 1
            ? html`<b ${cssProps({ '--_hue': String(hueOf(identity)) })}>${initialsOf(name)}</b>`
            : nothing
        }
        <span>${messages[kind](names, people.length)}</span>
      </div>`;
    });
  }

  #add(kind: Kind, { isLocal, identity, name }: ParticipantSnapshot): void {
    const { store, options } = this.#room;
    if (isLocal || options.getSnapshot().observer) return;
    if (store.phase.getSnapshot().state !== 'connected') return;
    if (store.roster.getSnapshot().identities.length > peopleAtMost) return;
    this.#set(kind, new Map(this.#lines.get(kind)?.names).set(identity, name));
  }

  #drop(kind: Kind, { identity }: ParticipantSnapshot): void {
    const names = new Map(this.#lines.get(kind)?.names);
    if (names.delete(identity)) this.#set(kind, names);
  }

  #set(kind: Kind, names: ReadonlyMap<string, string>): void {
    const before = this.#lines.get(kind);
    if (!before && names.size === 0) return;
    clearTimeout(before?.timer);
    if (names.size > 0) {
      this.#lines.set(kind, {
        names,
        timer: setTimeout(() => this.#set(kind, new Map()), shownFor),
      });
    } else this.#lines.delete(kind);
    this.#host.requestUpdate();
  }
}

const comingStyles = css`
  .toast.news {
    gap: 8px;
    padding-block: 4px;
    padding-inline: 6px 12px;
    border-radius: 99px;
    font-size: 13px;
    pointer-events: none;
  }

  .news b {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 50%;
    background: oklch(0.52 0.11 var(--_hue));
    color: #ffffff;
    font-size: 10px;
  }

  .toast.news > span {
    flex: 0 1 auto;
    padding: 2px 0;
  }

  @media (prefers-reduced-motion: no-preference) {
    .news {
      animation: news 160ms ease-out;
    }

    @keyframes news {
      from {
        opacity: 0;
        translate: 0 -8px;
      }
    }
  }
`;

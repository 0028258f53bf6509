import { css, html, nothing, type TemplateResult } from 'lit';
import type { ChannelUser } from '../../api/channel-types.js';
import { presenceWords } from '../../locales/en.js';
import type { PresenceMessages } from '../../i18n/panel-messages.js';
import { hueOf, initialsOf } from '../../parts/avatar.js';
import type { BaseElement } from '../../parts/base-element.js';
import { LocaleController } from '../../parts/locale-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { askWhoIsOnline, type PeopleOnline } from '../../state/people-online.js';

/** Milliseconds between two requests. Each failure doubles them. */
const interval = 20_000;
const longest = 320_000;
/** Milliseconds to wait until it is known who asks. It may stay unknown. */
const patience = 2000;
/** The most names, and the most avatars. */
const named = 2;
const faces = 3;

const presenceStyles = css`
  .here {
    display: flex;
    align-items: center;
    gap: 10px;
    margin-block-start: 8px;
    color: var(--_muted);
  }

  .here:not(:has(span)) {
    display: none;
  }

  .faces {
    display: flex;
    flex: none;
  }

  .faces i {
    display: grid;
    place-items: center;
    position: relative;
    inline-size: 28px;
    block-size: 28px;
    margin-inline-end: -8px;
    border: 2px solid var(--_surface);
    border-radius: 50%;
    background: oklch(0.45 0.1 var(--_hue));
    color: #ffffff;
    font: 700 10px/1 var(--_font);
    overflow: hidden;
  }

  .faces i:last-child {
    margin-inline-end: 0;
  }

  .faces img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  .faces img[hidden] {
    display: none;
  }
`;

/**
 * Shows before a join who is in the room, and updates that while the page is visible. Facts that
 * the service does not give are left out. Joining does not wait for it.
 */
export class WhoIsHere {
  readonly #host: BaseElement;
  readonly #room: () => RoomHandle | undefined;
  readonly #locale: LocaleController<PresenceMessages>;
  #asked: RoomHandle | undefined;
  #asking: AbortController | undefined;
  #online: PeopleOnline | undefined;

  /** @param room Returns the host's room while it is in the state `prejoin`. */
  constructor(host: BaseElement, room: () => RoomHandle | undefined) {
    this.#host = host;
    this.#room = room;
    this.#locale = new LocaleController(
      host,
      { group: 'panels', en: presenceWords },
      () => room()?.options.getSnapshot().messages,
    );
    host.addStyles([presenceStyles]);
    host.addController(this);
  }

  hostUpdated(): void {
    const room = this.#room();
    if (room === this.#asked) return;
    this.hostDisconnected();
    this.#asked = room;
    if (room) void this.#follow(room);
  }

  hostDisconnected(): void {
    this.#asking?.abort();
    this.#asking = this.#asked = this.#online = undefined;
  }

  /** Renders the people in the room. Part: `who-is-here`. */
  render(): TemplateResult {
    return html`<div class="here" part="who-is-here" role="status">${this.#renderPeople()}</div>`;
  }

  #renderPeople(): TemplateResult | typeof nothing {
    const phase = this.#asked?.store.phase.getSnapshot();
    if (!this.#online || phase?.state !== 'prejoin') return nothing;
    const { people, count } = this.#online;
    // In a live room, people may be in the call who are not in its channel.
    if (count === 0 && phase.room.videoRoomState === 'LIVE') return nothing;
    const { messages } = this.#locale;
    const names = people.slice(0, named).map(nameOf);
    return html`
      ${
        people.length > 0
          ? html`<div class="faces" aria-hidden="true">${people.slice(0, faces).map(faceOf)}</div>`
          : nothing
      }
      <span>${count ? messages.hereNow(names, count) : messages.hereNobody}</span>
    `;
  }

  async #follow(room: RoomHandle): Promise<void> {
    const { channels } = room.services;
    const phase = room.store.phase.getSnapshot();
    if (!channels || phase.state !== 'prejoin') return;
    const { signal } = (this.#asking = new AbortController());
    let wait = interval;
    let isNamed = true;
    if (!room.store.me.getSnapshot()) await whenKnown(room.store, signal);
    while (!signal.aborted) {
      try {
        const me = room.store.me.getSnapshot()?.appUserId;
        this.#online = await askWhoIsOnline(channels, phase.room, { me, isNamed, signal });
        ({ isNamed } = this.#online);
        wait = interval;
      } catch (thrown) {
        if (signal.aborted) return;
        this.#online = undefined;
        const { reason } = thrown as { readonly reason?: unknown };
        // Another request would be refused, too.
        if (reason === 'forbidden' || reason === 'not-found') return;
        wait = Math.min(2 * wait, longest);
      }
      this.#host.requestUpdate();
      await whenLookedAt(this.#host.ownerDocument, wait, signal);
    }
  }
}

function nameOf({ appUserName, appUserId }: ChannelUser): string {
  return appUserName?.trim() || appUserId;
}

function faceOf(user: ChannelUser): TemplateResult {
  const url = user.appUserProfileImgUrl;
  const show = ({ currentTarget }: Event): void => {
    (currentTarget as HTMLImageElement).hidden = false;
  };
  return html`<i .style=${`--_hue: ${hueOf(user.appUserId)}`}
    >${initialsOf(nameOf(user))}${
      url && /^https?:\/\//i.test(url)
        ? html`<img src=${url} alt="" referrerpolicy="no-referrer" hidden @load=${show} />`
        : nothing
    }</i
  >`;
}

/** Resolves when it is known who asks, or after a while. */
function whenKnown({ me }: RoomHandle['store'], signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    me.subscribe(end, { signal });
    signal.addEventListener('abort', end);
  });
}

/** Resolves after a time, once the page is visible. Resolves at once when the signal aborts. */
function whenLookedAt(page: Document, wait: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (page.visibilityState !== 'visible' && !signal.aborted) return;
      page.removeEventListener('visibilitychange', check);
      resolve();
    };
    const timer = setTimeout(() => {
      page.addEventListener('visibilitychange', check, { signal });
      check();
    }, wait);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

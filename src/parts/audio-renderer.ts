import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ParticipantSnapshot, RoomStore } from '../state/types.js';
import { follow, type Stop } from './follow.js';
import { runForEach } from './run-for-each.js';
import type { RoomHandle } from './room-handle.js';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * Plays what the others say: one hidden `<audio>` for each of their audio tracks that comes in.
 * Exactly one of these per room, or everybody is heard twice. A change of one participant costs
 * the work for that one, however many there are.
 */
export class AudioRenderer implements ReactiveController {
  readonly #host: Host;
  readonly #room: () => RoomHandle | undefined;
  readonly #container: () => HTMLElement | null;
  #playing: { store: RoomStore; container: HTMLElement; stop: Stop } | undefined;

  /** `container` is where the `<audio>` elements go; null while the host has not drawn it. */
  constructor(host: Host, room: () => RoomHandle | undefined, container: () => HTMLElement | null) {
    this.#host = host;
    this.#room = room;
    this.#container = container;
    host.addController(this);
  }

  hostConnected(): void {
    // A browser pauses what is moved within the page, so everything is played anew.
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const store = this.#room()?.store;
    const container = this.#container();
    if (!store || !container) return this.#stop();
    if (this.#playing?.store === store && this.#playing.container === container) return;
    this.#stop();
    this.#playing = { store, container, stop: playRoom(store, container) };
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    this.#playing?.stop();
    this.#playing = undefined;
  }
}

function playRoom(store: RoomStore, container: HTMLElement): Stop {
  const sync = runForEach((identity) => playParticipant(store, identity, container));
  const unfollow = follow(store.roster, ({ identities }) => sync(identities));
  return () => {
    unfollow();
    sync([]);
  };
}

function playParticipant(store: RoomStore, identity: string, container: HTMLElement): Stop {
  const sync = runForEach((trackSid) => playTrack(store, identity, trackSid, container));
  const unfollow = follow(store.participant(identity), (participant) =>
    sync(audibleTracks(participant)),
  );
  return () => {
    unfollow();
    sync([]);
  };
}

function playTrack(
  { session }: RoomStore,
  identity: string,
  trackSid: string,
  container: HTMLElement,
): Stop {
  const audio = container.ownerDocument.createElement('audio');
  audio.autoplay = true;
  // For who makes somebody softer.
  audio.dataset['identity'] = identity;
  container.append(audio);
  const detach = session?.attach(trackSid, audio);
  return () => {
    detach?.();
    audio.remove();
  };
}

/** A muted track stays, so that it is heard at once when it is unmuted. */
function audibleTracks(participant: ParticipantSnapshot | undefined): readonly string[] {
  if (!participant || participant.isLocal) return [];
  return participant.tracks
    .filter(({ kind, isSubscribed }) => kind === 'audio' && isSubscribed)
    .map(({ sid }) => sid);
}

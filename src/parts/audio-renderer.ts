import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ParticipantSnapshot, RoomStore } from '../state/types.js';
import { follow, type Stop } from './follow.js';
import { runForEach } from './run-for-each.js';
import type { RoomHandle } from './room-handle.js';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * Plays the sound of the other participants, with a hidden `<audio>` for each received track. A
 * room must have exactly one renderer: with two, everybody is heard twice. A change of one
 * participant updates only that participant's players.
 */
export class AudioRenderer implements ReactiveController {
  readonly #host: Host;
  readonly #room: () => RoomHandle | undefined;
  readonly #container: () => HTMLElement | null;
  #playing: { store: RoomStore; container: HTMLElement; stop: Stop } | undefined;

  /**
   * `container` returns the parent of the `<audio>` elements; null until the host has rendered it.
   */
  constructor(host: Host, room: () => RoomHandle | undefined, container: () => HTMLElement | null) {
    this.#host = host;
    this.#room = room;
    this.#container = container;
    host.addController(this);
  }

  hostConnected(): void {
    // A browser pauses media that is moved within the page, so this plays everything again.
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
  // The module for volumes finds the players of a participant by this attribute.
  audio.dataset['identity'] = identity;
  container.append(audio);
  const detach = session?.attach(trackSid, audio);
  return () => {
    detach?.();
    audio.remove();
  };
}

/** A muted track keeps its player, so that it is heard at once when it is unmuted. */
function audibleTracks(participant: ParticipantSnapshot | undefined): readonly string[] {
  if (!participant || participant.isLocal) return [];
  return participant.tracks
    .filter(({ kind, isSubscribed }) => kind === 'audio' && isSubscribed)
    .map(({ sid }) => sid);
}

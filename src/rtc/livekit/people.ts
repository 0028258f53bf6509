import {
  type DisconnectReason as ServerReason,
  type Participant,
  type RemoteParticipant,
  type RemoteTrackPublication,
  type Room,
  RoomEvent,
  type RoomEventCallbacks,
} from 'livekit-client';
import type { RtcParticipant, RtcSessionEvents, TrackSnapshot } from '../session.js';
import { disconnectReason, subscribeError } from './errors.js';
import { listen } from './listen.js';
import { Roster } from './roster.js';
import { describeNobody, describeParticipant, describePublication } from './snapshots.js';

export type Emit = <K extends keyof RtcSessionEvents>(type: K, event: RtcSessionEvents[K]) => void;

export interface PeopleOptions {
  readonly room: Room;
  readonly signal: AbortSignal;
  readonly emit: Emit;
  readonly localTracks: () => readonly TrackSnapshot[];
  /** Whether a full reconnect is under way. */
  readonly isRestarting: () => boolean;
  /** The media of this publication came or went. */
  readonly onMedia: (trackSid: string) => void;
}

/** Who is in the room and what they publish: snapshots, and telling each change once. */
export class People {
  readonly #options: PeopleOptions;
  readonly #roster = new Roster();
  /** Publications that were told, because LiveKit tells them again after a full reconnect. */
  readonly #told = new Set<string>();
  /** What was asked for by hand; a full reconnect forgets it. */
  readonly #wanted = new Map<string, boolean>();
  #speakers: readonly Participant[] = [];
  #inside = false;

  constructor(options: PeopleOptions) {
    this.#options = options;
    const { room, signal, emit } = options;
    const on: RoomListener = (event, handler) => listen(room, event, handler, signal);
    on(RoomEvent.ParticipantConnected, (who) => this.#meet(who));
    on(RoomEvent.ParticipantDisconnected, (who, reason) =>
      this.#unlessRestarting(() => this.#leave(this.#roster.find(who), reason)),
    );
    on(RoomEvent.TrackPublished, (publication, who) => this.#tellPublished(who, publication));
    on(RoomEvent.TrackUnpublished, ({ trackSid }, who) =>
      this.#unlessRestarting(() => this.#dropTrack(this.#roster.find(who), trackSid)),
    );
    on(RoomEvent.TrackSubscribed, (_, { trackSid }, who) => {
      this.#tellTrack('track-subscribed', who, trackSid);
      options.onMedia(trackSid);
    });
    on(RoomEvent.TrackUnsubscribed, (_, { trackSid }, who) =>
      // LiveKit tells this before the publication gives up its track.
      queueMicrotask(() => this.#onUnsubscribed(this.#roster.find(who), trackSid)),
    );
    on(RoomEvent.TrackMuted, ({ trackSid }, who) => {
      if (!who.isLocal) this.#tellTrack('track-muted', who, trackSid);
    });
    on(RoomEvent.TrackUnmuted, ({ trackSid }, who) => {
      if (!who.isLocal) this.#tellTrack('track-unmuted', who, trackSid);
    });
    on(RoomEvent.TrackSubscriptionStatusChanged, (_, __, who) => this.#sync(who));
    on(RoomEvent.TrackSubscriptionFailed, (trackSid, who) => {
      this.#sync(who, (participant) => {
        const track = participant.tracks.find(({ sid }) => sid === trackSid);
        const error = subscribeError('The media server did not give the track.', true);
        emit('track-failed', { participant, track, error });
      });
    });
    on(RoomEvent.ParticipantNameChanged, (_, who) => this.#sync(who));
    on(RoomEvent.ParticipantMetadataChanged, (_, who) => this.#sync(who));
    on(RoomEvent.ParticipantAttributesChanged, (_, who) => this.#sync(who));
    on(RoomEvent.ConnectionQualityChanged, (_, who) => {
      this.#sync(who, (participant) => emit('quality-change', { participant }));
    });
    on(RoomEvent.ActiveSpeakersChanged, (speakers) => this.#onSpeakers(speakers));
  }

  list(): readonly RtcParticipant[] {
    return this.#roster.list();
  }

  /** Connected: takes in everybody who is there, telling nobody yet. */
  enter(): void {
    this.#inside = true;
    this.#roster.put(this.#describe(this.#options.room.localParticipant));
    for (const who of this.#byArrival()) this.#roster.put(this.#describe(who));
  }

  /** Tells the local participant, then those whom {@link enter} found. */
  announce(): void {
    const { emit } = this.#options;
    emit('participant-joined', { participant: this.#roster.local, initial: false });
    for (const who of this.#byArrival()) {
      const participant = this.#roster.find(who);
      if (!participant) continue;
      emit('participant-joined', { participant, initial: true });
      for (const publication of who.trackPublications.values()) {
        this.#tellPublished(who, publication, true);
      }
    }
  }

  /** Connected again: tells what happened meanwhile. */
  reconcile(): void {
    const present = this.#options.room.remoteParticipants;
    for (const known of [...this.#roster.remotes]) {
      const who = present.get(known.identity);
      if (who?.sid !== known.sid) this.#leave(known);
      else {
        for (const { sid } of known.tracks) {
          if (!who.trackPublications.has(sid)) this.#dropTrack(this.#roster.find(known), sid);
        }
      }
    }
    for (const who of this.#byArrival()) this.#meet(who);
    this.syncLocal();
  }

  /** Disconnected: only the local participant is left, and is nobody again. */
  clear(): void {
    this.#inside = false;
    this.#speakers = [];
    this.#told.clear();
    this.#wanted.clear();
    this.#roster.removeRemotes();
    this.#roster.put(describeNobody(this.#options.localTracks()));
  }

  /** Something of the local participant's tracks changed; `tell` comes before the change. */
  syncLocal(tell?: (participant: RtcParticipant) => void): void {
    this.#update(this.#describe(this.#options.room.localParticipant), tell);
  }

  setSubscribed(trackSid: string, on: boolean): void {
    for (const who of this.#options.room.remoteParticipants.values()) {
      const publication = who.trackPublications.get(trackSid);
      if (!publication) continue;
      this.#wanted.set(trackSid, on);
      publication.setSubscribed(on);
      return;
    }
    throw subscribeError('There is no remote publication with that id.');
  }

  #meet(who: RemoteParticipant): void {
    if (!this.#roster.find(who)) {
      // Another stay of the same identity, whose end is told only after this in one message.
      this.#leave([...this.#roster.remotes].find(({ identity }) => identity === who.identity));
      const { participant } = this.#roster.put(this.#describe(who));
      this.#options.emit('participant-joined', { participant, initial: false });
    }
    for (const publication of who.trackPublications.values()) {
      this.#tellPublished(who, publication);
    }
  }

  #leave(known: RtcParticipant | undefined, reason?: ServerReason): void {
    if (!known) return;
    for (const { sid } of known.tracks) this.#dropTrack(this.#roster.find(known), sid);
    const participant = this.#roster.find(known) ?? known;
    this.#roster.remove(known.identity);
    this.#options.emit('participant-left', {
      participant,
      reason: reason === undefined ? undefined : disconnectReason(reason),
    });
  }

  #dropTrack(known: RtcParticipant | undefined, trackSid: string): void {
    const track = known?.tracks.find(({ sid }) => sid === trackSid);
    if (!known || !track) return;
    this.#forget(trackSid);
    const tracks = known.tracks.filter((each) => each !== track);
    this.#update({ ...known, tracks }, (participant) => {
      this.#options.emit('track-unpublished', { participant, track: withoutMedia(track) });
    });
  }

  #onUnsubscribed(known: RtcParticipant | undefined, trackSid: string): void {
    this.#options.onMedia(trackSid);
    const before = known?.tracks.find(({ sid }) => sid === trackSid);
    if (!known || !before) return;
    const track = withoutMedia(before);
    const tracks = known.tracks.map((each) => (each === before ? track : each));
    this.#update({ ...known, tracks }, (participant) => {
      this.#options.emit('track-unsubscribed', { participant, track });
    });
  }

  #onSpeakers(speakers: readonly Participant[]): void {
    const before = this.#speakers;
    this.#speakers = [...speakers];
    for (const who of new Set([...before, ...speakers])) this.#sync(who);
    const same = before.length === speakers.length && before.every((who, i) => who === speakers[i]);
    if (same) return;
    const identities = Object.freeze(speakers.map(({ identity }) => identity));
    this.#options.emit('active-speakers-change', { identities });
  }

  #tellPublished(
    who: RemoteParticipant,
    publication: RemoteTrackPublication,
    initial = false,
  ): void {
    const { trackSid } = publication;
    const wanted = this.#wanted.get(trackSid) ?? publication.isDesired;
    if (wanted !== publication.isDesired) publication.setSubscribed(wanted);
    if (this.#told.has(trackSid)) return this.#sync(who);
    this.#told.add(trackSid);
    this.#sync(who, (participant) => {
      const track = participant.tracks.find(({ sid }) => sid === trackSid);
      if (track) this.#options.emit('track-published', { participant, track, initial });
    });
  }

  #tellTrack(
    type: 'track-subscribed' | 'track-muted' | 'track-unmuted',
    who: Participant,
    trackSid: string,
  ): void {
    this.#sync(who, (participant) => {
      const track = participant.tracks.find(({ sid }) => sid === trackSid);
      if (track) this.#options.emit(type, { participant, track });
    });
  }

  #sync(who: Participant, tell?: (participant: RtcParticipant) => void): void {
    if (who.isLocal ? this.#inside : this.#roster.find(who))
      this.#update(this.#describe(who), tell);
  }

  #update(next: RtcParticipant, tell?: (participant: RtcParticipant) => void): void {
    const { participant, changed } = this.#roster.put(next);
    tell?.(participant);
    if (changed.length) this.#options.emit('participant-change', { participant, changed });
  }

  #describe(who: Participant): RtcParticipant {
    if (who.isLocal) {
      const tracks = this.#options.localTracks();
      return this.#inside ? describeParticipant(who, tracks) : describeNobody(tracks);
    }
    const publications = [...who.trackPublications.values()];
    const tracks = publications.map(describePublication).filter((track) => track !== undefined);
    return describeParticipant(who, tracks);
  }

  #byArrival(): readonly RemoteParticipant[] {
    const remotes = [...this.#options.room.remoteParticipants.values()];
    const arrival = ({ joinedAt }: RemoteParticipant): number => joinedAt?.getTime() ?? 0;
    return remotes.sort((a, b) => arrival(a) - arrival(b));
  }

  /**
   * A full reconnect takes everybody and everything out, and says only then that it has begun.
   * So who is really gone is known a moment later, or when the connection is back.
   */
  #unlessRestarting(work: () => void): void {
    queueMicrotask(() => {
      if (!this.#options.isRestarting()) work();
    });
  }

  #forget(trackSid: string): void {
    this.#told.delete(trackSid);
    this.#wanted.delete(trackSid);
  }
}

type RoomListener = <E extends keyof RoomEventCallbacks>(
  event: E,
  handler: RoomEventCallbacks[E],
) => void;

function withoutMedia(track: TrackSnapshot): TrackSnapshot {
  return Object.freeze({ ...track, isSubscribed: false });
}

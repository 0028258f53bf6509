import {
  type DisconnectReason as ServerReason,
  type Participant,
  ParticipantEvent,
  type RemoteParticipant,
  type Room,
  RoomEvent,
} from 'livekit-client';
import { shallowEqual } from '../../core/cell.js';
import type { RtcParticipant, RtcSessionEvents, TrackSnapshot } from '../session.js';
import { disconnectReason, subscribeError } from './errors.js';
import { listen } from './listen.js';
import { Roster } from './roster.js';
import { describeNobody, describeParticipant, describePublication } from './snapshots.js';
import { compareTracks, withoutMedia } from './track-changes.js';

export type Emit = <K extends keyof RtcSessionEvents>(type: K, event: RtcSessionEvents[K]) => void;

export interface PeopleOptions {
  readonly room: Room;
  readonly signal: AbortSignal;
  readonly emit: Emit;
  readonly localTracks: () => readonly TrackSnapshot[];
  /** Whether a full reconnect is under way. */
  readonly isRestarting: () => boolean;
  readonly isStalled: (trackSid: string) => boolean;
  /** The media of this publication came or went. */
  readonly onMedia: (trackSid: string) => void;
}

/** What may change a participant's snapshot. */
const changes = [
  ParticipantEvent.ParticipantNameChanged,
  ParticipantEvent.ParticipantMetadataChanged,
  ParticipantEvent.AttributesChanged,
  ParticipantEvent.ParticipantPermissionsChanged,
  ParticipantEvent.ConnectionQualityChanged,
  ParticipantEvent.TrackPublished,
  ParticipantEvent.TrackUnpublished,
  ParticipantEvent.TrackMuted,
  ParticipantEvent.TrackUnmuted,
] as const;

/**
 * Who is in the room and what they publish. LiveKit's events only say whom to look at again;
 * what is told is the difference between two snapshots, so that each change is told once, also
 * where LiveKit repeats an event, loses it, or sends it before the fact.
 */
export class People {
  readonly #options: PeopleOptions;
  readonly #roster = new Roster();
  readonly #followed = new WeakSet<RemoteParticipant>();
  readonly #reasons = new Map<string, ServerReason | undefined>();
  /** What was asked for by hand; a full reconnect forgets it. */
  readonly #wanted = new Map<string, boolean>();
  /** Identities to look at again at the end of the task. */
  readonly #noticed = new Set<string>();
  #speakers: readonly string[] = [];
  #inside = false;

  constructor(options: PeopleOptions) {
    this.#options = options;
    const { room, signal } = options;
    listen(room, RoomEvent.ParticipantConnected, (who) => this.#notice(who), signal);
    listen(
      room,
      RoomEvent.ParticipantDisconnected,
      (who, reason) => {
        this.#reasons.set(who.sid, reason);
        this.#notice(who);
      },
      signal,
    );
    // Also finds somebody whose coming LiveKit withheld.
    listen(room, RoomEvent.ConnectionQualityChanged, (_, who) => this.#notice(who), signal);
    listen(room, RoomEvent.ActiveSpeakersChanged, (all) => this.#onSpeakers(all), signal);
    const { localParticipant } = room;
    const onLocal = (): void => this.syncLocal();
    for (const event of changes) localParticipant.on(event, onLocal);
    signal.addEventListener('abort', () => {
      for (const event of changes) localParticipant.off(event, onLocal);
    });
  }

  list(): readonly RtcParticipant[] {
    return this.#roster.list();
  }

  /** Connected: takes in everybody who is there, telling nobody yet. */
  enter(): void {
    this.#inside = true;
    this.#roster.put(this.#describe(this.#options.room.localParticipant));
    for (const who of this.#byArrival()) {
      this.#follow(who);
      this.#roster.put(this.#describe(who));
    }
  }

  /** Tells the local participant, then those whom {@link enter} found. */
  announce(): void {
    const { emit } = this.#options;
    emit('participant-joined', { participant: this.#roster.local, initial: false });
    for (const participant of [...this.#roster.remotes]) {
      emit('participant-joined', { participant, initial: true });
      this.#tellTracks([], participant, true);
    }
  }

  /** Connected again: tells what happened meanwhile. */
  reconcile(): void {
    for (const { identity } of [...this.#roster.remotes]) this.#settle(identity);
    for (const { identity } of this.#byArrival()) this.#settle(identity);
    this.syncLocal();
  }

  /** Disconnected: only the local participant is left, and is nobody again. */
  clear(): void {
    this.#inside = false;
    this.#speakers = [];
    this.#wanted.clear();
    this.#reasons.clear();
    this.#roster.removeRemotes();
    this.#roster.put(describeNobody(this.#options.localTracks()));
  }

  /** Looks at the local participant again. */
  syncLocal(): void {
    this.#update(this.#roster.local, this.#describe(this.#options.room.localParticipant));
  }

  /** Looks again at those who publish one of these. */
  syncTracks(trackSids: readonly string[]): void {
    for (const { identity, tracks } of [...this.#roster.remotes]) {
      if (tracks.some(({ sid }) => trackSids.includes(sid))) this.#settle(identity);
    }
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

  /** Listens to the participant and not to the room, which withholds events for a while. */
  #follow(who: RemoteParticipant): void {
    if (this.#followed.has(who)) return;
    this.#followed.add(who);
    const notice = (): void => this.#notice(who);
    const onMedia = (trackSid: string): void => {
      notice();
      // LiveKit tells the end of a subscription before the publication gives up its track.
      queueMicrotask(() => this.#options.onMedia(trackSid));
    };
    for (const event of changes) who.on(event, notice);
    who.on(ParticipantEvent.TrackSubscribed, (_, { trackSid }) => onMedia(trackSid));
    who.on(ParticipantEvent.TrackUnsubscribed, (_, { trackSid }) => onMedia(trackSid));
    who.on(ParticipantEvent.TrackSubscriptionFailed, (trackSid) => {
      const participant = this.#roster.find(who.identity);
      const track = participant?.tracks.find(({ sid }) => sid === trackSid);
      const error = subscribeError('The media server did not give the track.', true);
      if (participant) this.#options.emit('track-failed', { participant, track, error });
    });
  }

  #notice({ identity, isLocal }: Participant): void {
    if (isLocal || !this.#inside) return;
    const isFirst = this.#noticed.size === 0;
    this.#noticed.add(identity);
    if (!isFirst) return;
    queueMicrotask(() => {
      const identities = [...this.#noticed];
      this.#noticed.clear();
      for (const each of identities) this.#settle(each);
    });
  }

  /** Makes the roster say of one identity what LiveKit says, and tells the difference. */
  #settle(identity: string): void {
    if (!this.#inside) return;
    const known = this.#roster.find(identity);
    if (this.#options.isRestarting()) {
      // A full reconnect takes everybody out. Who is really gone is known when it is through.
      if (known) this.#update(known, { ...known, tracks: known.tracks.map(withoutMedia) });
      return;
    }
    const who = this.#options.room.remoteParticipants.get(identity);
    const stays = known?.sid === who?.sid;
    if (known && !stays) this.#leave(known);
    if (!who) return;
    this.#follow(who);
    this.#insist(who);
    const next = this.#describe(who);
    if (known && stays) this.#update(known, next);
    else {
      const { participant } = this.#roster.put(next);
      this.#options.emit('participant-joined', { participant, initial: false });
      this.#tellTracks([], participant);
    }
  }

  #leave(known: RtcParticipant): void {
    const participant = Object.freeze({ ...known, tracks: Object.freeze([]) });
    this.#roster.remove(known.identity);
    this.#tellTracks(known.tracks, participant);
    const reason = this.#reasons.get(known.sid);
    this.#reasons.delete(known.sid);
    this.#options.emit('participant-left', {
      participant,
      reason: reason === undefined ? undefined : disconnectReason(reason),
    });
  }

  /** Asks again for what was asked for by hand. */
  #insist(who: RemoteParticipant): void {
    for (const publication of who.trackPublications.values()) {
      const wanted = this.#wanted.get(publication.trackSid) ?? publication.isDesired;
      if (wanted !== publication.isDesired) publication.setSubscribed(wanted);
    }
  }

  #update(before: RtcParticipant, next: RtcParticipant): void {
    const { emit } = this.#options;
    const { participant, changed } = this.#roster.put(next);
    if (changed.includes('tracks')) this.#tellTracks(before.tracks, participant);
    if (changed.includes('quality')) emit('quality-change', { participant });
    if (changed.length) emit('participant-change', { participant, changed });
  }

  #tellTracks(
    before: readonly TrackSnapshot[],
    participant: RtcParticipant,
    initial = false,
  ): void {
    const { emit } = this.#options;
    for (const { type, track } of compareTracks(before, participant.tracks)) {
      if (type === 'track-published') emit(type, { participant, track, initial });
      else emit(type, { participant, track });
      if (type === 'track-unpublished') this.#wanted.delete(track.sid);
    }
  }

  #onSpeakers(speakers: readonly Participant[]): void {
    const before = this.#speakers;
    const identities = Object.freeze(speakers.map(({ identity }) => identity));
    this.#speakers = identities;
    for (const identity of new Set([...before, ...identities])) this.#settle(identity);
    this.syncLocal();
    if (shallowEqual(before, identities)) return;
    this.#options.emit('active-speakers-change', { identities });
  }

  #describe(who: Participant): RtcParticipant {
    if (who.isLocal) {
      const tracks = this.#options.localTracks();
      return this.#inside ? describeParticipant(who, tracks) : describeNobody(tracks);
    }
    const tracks = [...who.trackPublications.values()]
      .map((each) => describePublication(each, this.#options.isStalled(each.trackSid)))
      .filter((track) => track !== undefined);
    return describeParticipant(who, tracks);
  }

  #byArrival(): readonly RemoteParticipant[] {
    const remotes = [...this.#options.room.remoteParticipants.values()];
    const arrival = ({ joinedAt }: RemoteParticipant): number => joinedAt?.getTime() ?? 0;
    return remotes.sort((a, b) => arrival(a) - arrival(b));
  }
}

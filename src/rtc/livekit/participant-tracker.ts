import {
  type DisconnectReason as ServerReason,
  type Participant,
  ParticipantEvent,
  type RemoteParticipant,
  type Room,
  RoomEvent,
} from 'livekit-client';
import { shallowEqual } from '../../core/cell.js';
import type { RtcParticipant, TrackSnapshot } from '../session.js';
import { describeNobody } from './before-call.js';
import { disconnectReason, subscribeError } from './call-errors.js';
import { listen } from './room.js';
import { ParticipantList } from './participant-list.js';
import { describeParticipant, describePublication } from './snapshots.js';
import type { Emit } from './session.js';
import { compareTracks, withoutMedia } from './track-changes.js';

export interface ParticipantTrackerOptions {
  readonly room: Room;
  readonly signal: AbortSignal;
  readonly emit: Emit;
  /** The local participant's snapshot from before the code of a call loaded. */
  readonly local: RtcParticipant;
  readonly localTracks: () => readonly TrackSnapshot[];
  /** Whether a full reconnect is under way. */
  readonly isRestarting: () => boolean;
  readonly isStalled: (trackSid: string) => boolean;
  /** The media of this publication arrived or ended. */
  readonly onMedia: (trackSid: string) => void;
}

/** Events after which a participant's snapshot may differ. */
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
 * Tracks who is in the room and what they publish. LiveKit's events only say whom to compare again;
 * the difference between two snapshots is emitted. So each change is emitted once, even where
 * LiveKit repeats an event, loses it, or emits it before the change.
 */
export class ParticipantTracker {
  readonly #options: ParticipantTrackerOptions;
  readonly #list: ParticipantList;
  readonly #followed = new WeakSet<RemoteParticipant>();
  readonly #reasons = new Map<string, ServerReason | undefined>();
  /** Subscriptions requested by `setSubscribed()`: LiveKit forgets them in a full reconnect. */
  readonly #requested = new Map<string, boolean>();
  /** Identities to compare again at the end of the task. */
  readonly #scheduled = new Set<string>();
  #speakers: readonly string[] = [];
  #inside = false;

  constructor(options: ParticipantTrackerOptions) {
    this.#options = options;
    this.#list = new ParticipantList(options.local);
    const { room, signal } = options;
    listen(room, RoomEvent.ParticipantConnected, (who) => this.#schedule(who), signal);
    listen(
      room,
      RoomEvent.ParticipantDisconnected,
      (who, reason) => {
        this.#reasons.set(who.sid, reason);
        this.#schedule(who);
      },
      signal,
    );
    // This event also reveals a participant whose `ParticipantConnected` LiveKit withheld.
    listen(room, RoomEvent.ConnectionQualityChanged, (_, who) => this.#schedule(who), signal);
    listen(room, RoomEvent.ActiveSpeakersChanged, (all) => this.#onSpeakers(all), signal);
    const { localParticipant } = room;
    const onLocal = (): void => this.syncLocal();
    for (const event of changes) localParticipant.on(event, onLocal);
    signal.addEventListener('abort', () => {
      for (const event of changes) localParticipant.off(event, onLocal);
    });
  }

  list(): readonly RtcParticipant[] {
    return this.#list.all();
  }

  /** After connecting: adds everybody in the room, and emits nothing yet. */
  enter(): void {
    this.#inside = true;
    this.#list.put(this.#describe(this.#options.room.localParticipant));
    for (const who of this.#byArrival()) {
      this.#follow(who);
      this.#list.put(this.#describe(who));
    }
  }

  /** Emits `participant-joined` for the local participant, then for those {@link enter} added. */
  announce(): void {
    const { emit } = this.#options;
    emit('participant-joined', { participant: this.#list.local, initial: false });
    for (const participant of [...this.#list.remotes]) {
      emit('participant-joined', { participant, initial: true });
      this.#emitTracks([], participant, true);
    }
  }

  /** After a reconnect: emits what changed meanwhile. */
  reconcileAll(): void {
    for (const { identity } of [...this.#list.remotes]) this.#reconcile(identity);
    for (const { identity } of this.#byArrival()) this.#reconcile(identity);
    this.syncLocal();
  }

  /** After a disconnect: keeps only the local participant, without an identity. */
  clear(): void {
    this.#inside = false;
    this.#speakers = [];
    this.#requested.clear();
    this.#reasons.clear();
    this.#list.removeRemotes();
    this.#list.put(describeNobody(this.#options.localTracks()));
  }

  /** Compares the local participant again, and emits the difference. */
  syncLocal(): void {
    this.#update(this.#list.local, this.#describe(this.#options.room.localParticipant));
  }

  /** Compares the publishers of these tracks again, and emits the differences. */
  syncTracks(trackSids: readonly string[]): void {
    for (const { identity, tracks } of [...this.#list.remotes]) {
      if (tracks.some(({ sid }) => trackSids.includes(sid))) this.#reconcile(identity);
    }
  }

  setSubscribed(trackSid: string, on: boolean): void {
    for (const who of this.#options.room.remoteParticipants.values()) {
      const publication = who.trackPublications.get(trackSid);
      if (!publication) continue;
      this.#requested.set(trackSid, on);
      publication.setSubscribed(on);
      return;
    }
    throw subscribeError('There is no remote publication with that id.');
  }

  /** Listens to the participant itself, because the room withholds events for a while. */
  #follow(who: RemoteParticipant): void {
    if (this.#followed.has(who)) return;
    this.#followed.add(who);
    const schedule = (): void => this.#schedule(who);
    const onMedia = (trackSid: string): void => {
      schedule();
      // LiveKit emits the end of a subscription before the publication gives up its track.
      queueMicrotask(() => this.#options.onMedia(trackSid));
    };
    for (const event of changes) who.on(event, schedule);
    who.on(ParticipantEvent.TrackSubscribed, (_, { trackSid }) => onMedia(trackSid));
    who.on(ParticipantEvent.TrackUnsubscribed, (_, { trackSid }) => onMedia(trackSid));
    who.on(ParticipantEvent.TrackSubscriptionFailed, (trackSid) => {
      const participant = this.#list.find(who.identity);
      const track = participant?.tracks.find(({ sid }) => sid === trackSid);
      const error = subscribeError('The media server did not give the track.', true);
      if (participant) this.#options.emit('track-failed', { participant, track, error });
    });
  }

  #schedule({ identity, isLocal }: Participant): void {
    if (isLocal || !this.#inside) return;
    const isFirst = this.#scheduled.size === 0;
    this.#scheduled.add(identity);
    if (!isFirst) return;
    queueMicrotask(() => {
      const identities = [...this.#scheduled];
      this.#scheduled.clear();
      for (const each of identities) this.#reconcile(each);
    });
  }

  /** Updates the list from LiveKit's state of one identity, and emits the difference. */
  #reconcile(identity: string): void {
    if (!this.#inside) return;
    const known = this.#list.find(identity);
    if (this.#options.isRestarting()) {
      // A full reconnect removes everybody. Only its end shows who has really left.
      if (known) this.#update(known, { ...known, tracks: known.tracks.map(withoutMedia) });
      return;
    }
    const who = this.#options.room.remoteParticipants.get(identity);
    const stays = known?.sid === who?.sid;
    if (known && !stays) this.#leave(known);
    if (!who) return;
    this.#follow(who);
    this.#reapply(who);
    const next = this.#describe(who);
    if (known && stays) this.#update(known, next);
    else {
      const { participant } = this.#list.put(next);
      this.#options.emit('participant-joined', { participant, initial: false });
      this.#emitTracks([], participant);
    }
  }

  #leave(known: RtcParticipant): void {
    const participant = Object.freeze({ ...known, tracks: Object.freeze([]) });
    this.#list.remove(known.identity);
    this.#emitTracks(known.tracks, participant);
    const reason = this.#reasons.get(known.sid);
    this.#reasons.delete(known.sid);
    this.#options.emit('participant-left', {
      participant,
      reason: reason === undefined ? undefined : disconnectReason(reason),
    });
  }

  /** Repeats the subscriptions that were requested by `setSubscribed()`. */
  #reapply(who: RemoteParticipant): void {
    for (const publication of who.trackPublications.values()) {
      const requested = this.#requested.get(publication.trackSid) ?? publication.isDesired;
      if (requested !== publication.isDesired) publication.setSubscribed(requested);
    }
  }

  #update(before: RtcParticipant, next: RtcParticipant): void {
    const { emit } = this.#options;
    const { participant, changed } = this.#list.put(next);
    if (changed.includes('tracks')) this.#emitTracks(before.tracks, participant);
    if (changed.includes('quality')) emit('quality-change', { participant });
    if (changed.length) emit('participant-change', { participant, changed });
  }

  #emitTracks(
    before: readonly TrackSnapshot[],
    participant: RtcParticipant,
    initial = false,
  ): void {
    const { emit } = this.#options;
    for (const { type, track } of compareTracks(before, participant.tracks)) {
      if (type === 'track-published') emit(type, { participant, track, initial });
      else emit(type, { participant, track });
      if (type === 'track-unpublished') this.#requested.delete(track.sid);
    }
  }

  #onSpeakers(speakers: readonly Participant[]): void {
    const before = this.#speakers;
    const identities = Object.freeze(speakers.map(({ identity }) => identity));
    this.#speakers = identities;
    for (const identity of new Set([...before, ...identities])) this.#reconcile(identity);
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

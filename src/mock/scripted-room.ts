import { Emitter } from '../core/emitter.js';
import type { FfcError } from '../core/errors.js';
import type {
  DisconnectReason,
  ParticipantField,
  RtcParticipant,
  RtcSessionEvents,
  TrackSnapshot,
  TrackSource,
} from '../rtc/session.js';
import type { PlayableTrack } from './media.js';
import { MockMessages } from './messages.js';
import { createNobody, createPerson, createSelf, createTrack, freezePerson } from './people.js';
import type { MockLocal, MockParticipant } from './types.js';

type TrackEvent = Extract<keyof RtcSessionEvents, `track-${string}`>;
type PlainTrackEvent = Exclude<
  TrackEvent,
  'track-published' | 'track-failed' | `track-${string}-change`
>;

/** The people of a scripted room, and the events about them once it is joined. */
export class ScriptedRoom {
  readonly events = new Emitter<RtcSessionEvents>();
  readonly messages = new MockMessages(this.events);
  readonly #remotes = new Map<string, RtcParticipant>();
  /** Identities by time of joining; undefined until sorted again, after somebody joined or left. */
  #order: readonly string[] | undefined;
  readonly #publications = new Map<string, number>();
  /** The identity of each publication's owner. */
  readonly #owners = new Map<string, string>();
  readonly #onTracks: (trackSids?: readonly string[]) => void;
  #local = createNobody();
  #live = false;
  #autoSubscribe = true;
  #joins = 0;

  /** `onTracks` is called after tracks changed: with their ids, or without when any may have. */
  constructor(onTracks: (trackSids?: readonly string[]) => void) {
    this.#onTracks = onTracks;
  }

  get local(): RtcParticipant {
    return this.#local;
  }

  get live(): boolean {
    return this.#live;
  }

  /** Everybody of the script, joined or not. */
  get remotes(): readonly RtcParticipant[] {
    this.#order ??= [...this.#remotes.values()]
      .sort((a, b) => (a.joinedAt ?? 0) - (b.joinedAt ?? 0))
      .map(({ identity }) => identity);
    return this.#order.flatMap((identity) => this.#remotes.get(identity) ?? []);
  }

  participants(): readonly RtcParticipant[] {
    return this.#live ? [this.#local, ...this.remotes] : [this.#local];
  }

  find(identity: string): RtcParticipant | undefined {
    return identity === this.#local.identity ? this.#local : this.#remotes.get(identity);
  }

  /** The track of a publication, if it has media that can be played now. */
  playable(sid: string, localIdentity: string): PlayableTrack | undefined {
    const owner = this.#owner(sid);
    if (!owner || !(this.#live || owner.isLocal)) return undefined;
    const { identity, isLocal, tracks } = owner;
    const track = tracks.find((each) => each.sid === sid || `local:${each.source}` === sid);
    if (!track || !track.isSubscribed || (track.kind === 'video' && track.muted)) return undefined;
    return { identity: isLocal ? localIdentity : identity, track };
  }

  /** Puts the local participant into the room, and emits nothing yet: see {@link announce}. */
  enter(local: MockLocal, { autoSubscribe }: { autoSubscribe: boolean }): void {
    this.#live = true;
    this.#autoSubscribe = autoSubscribe;
    const { tracks } = this.#local;
    this.#local = createSelf(local, { index: this.#joins++, tracks });
  }

  /** Emits everybody in the room, then publishes the local tracks that were created before. */
  announce(): void {
    const { tracks } = this.#local;
    this.events.emit('participant-joined', { participant: this.#local, initial: false });
    for (const { identity } of this.remotes) this.#announce(identity, true);
    for (const track of tracks) {
      const sid = this.#nextSid(this.#local.identity, track.source);
      this.#replaceTrack(this.#local, track.sid, Object.freeze({ ...track, sid }));
      this.#emitPublished(this.#local.identity, sid, false);
    }
  }

  /** Takes the local participant and its tracks out of the room. */
  exit(): void {
    this.#live = false;
    this.#local = createNobody();
    for (const person of this.#remotes.values()) {
      const waiting = person.tracks.map((t) =>
        Object.freeze({ ...t, isSubscribed: false, isStalled: false }),
      );
      this.#remotes.set(person.identity, freezePerson({ ...person, tracks: waiting }));
    }
    this.#onTracks();
  }

  add(participant: MockParticipant): RtcParticipant {
    const { identity } = participant;
    if (this.find(identity)) throw new TypeError(`"${identity}" is in the room already`);
    const person = createPerson(participant, {
      index: this.#joins++,
      sid: (who, source) => this.#nextSid(who, source),
    });
    this.#remotes.set(identity, person);
    this.#order = undefined;
    if (this.#live) this.#announce(identity, false);
    return this.#remotes.get(identity) ?? person;
  }

  remove(identity: string, reason?: DisconnectReason): void {
    const person = this.#remotes.get(identity);
    if (!person) return;
    for (const { source } of person.tracks) this.unpublish(identity, source);
    const participant = this.#remotes.get(identity) ?? person;
    this.#remotes.delete(identity);
    this.#order = undefined;
    if (this.#live)
      this.events.emit('participant-left', { participant, ...(reason && { reason }) });
  }

  publish(identity: string, source: TrackSource, muted = false): void {
    const person = this.find(identity);
    if (!person || person.tracks.some((track) => track.source === source)) return;
    const { isLocal } = person;
    const sid = isLocal && !this.#live ? `local:${source}` : this.#nextSid(identity, source);
    this.#patch(person, {
      tracks: [...person.tracks, createTrack(source, { sid, muted, isLocal })],
    });
    if (this.#live) {
      this.#emitPublished(identity, sid, false);
      if (!isLocal && this.#autoSubscribe) this.setSubscribed(sid, true);
    } else this.#emitChange(identity, ['tracks']);
  }

  unpublish(identity: string, source: TrackSource): void {
    const person = this.find(identity);
    const track = person?.tracks.find((each) => each.source === source);
    if (!person || !track) return;
    if (track.isSubscribed && !track.isLocal) this.setSubscribed(track.sid, false);
    const tracks = (this.find(identity) ?? person).tracks.filter(({ sid }) => sid !== track.sid);
    const participant = this.#patch(person, { tracks });
    const gone = Object.freeze({ ...track, isSubscribed: track.isLocal, isStalled: false });
    if (this.#live) this.events.emit('track-unpublished', { participant, track: gone });
    this.#emitChange(identity, ['tracks']);
  }

  setMuted(identity: string, source: TrackSource, muted: boolean): void {
    const track = this.find(identity)?.tracks.find((each) => each.source === source);
    if (!track || track.muted === muted) return;
    this.#changeTrack(track.sid, { muted }, muted ? 'track-muted' : 'track-unmuted');
  }

  /** Only a remote video that is unmuted and subscribed can stall. */
  setStalled(identity: string, source: TrackSource, isStalled: boolean): void {
    const track = this.find(identity)?.tracks.find((each) => each.source === source);
    if (!track || track.isLocal || track.kind !== 'video' || track.isStalled === isStalled) return;
    if (isStalled && (track.muted || !track.isSubscribed)) return;
    this.#changeTrack(track.sid, { isStalled });
  }

  /** Returns false when there is no such remote publication. */
  setSubscribed(sid: string, on: boolean): boolean {
    const owner = this.#owner(sid);
    if (owner && !owner.isLocal && !this.#live) return false;
    const track = owner?.tracks.find((each) => each.sid === sid);
    if (!track || track.isLocal) return false;
    if (track.isSubscribed !== on) {
      const type = on ? 'track-subscribed' : 'track-unsubscribed';
      this.#changeTrack(sid, { isSubscribed: on }, type);
    }
    return true;
  }

  fail(identity: string, error: FfcError, source?: TrackSource): void {
    const participant = this.find(identity);
    const track = participant?.tracks.find((each) => each.source === source);
    if (participant) this.events.emit('track-failed', { participant, track, error });
  }

  /** Changes fields of a participant, and emits those that differ. */
  change(identity: string, changes: Partial<Omit<RtcParticipant, 'tracks'>>): boolean {
    const person = this.find(identity);
    if (!person) return false;
    const changed = (Object.keys(changes) as (keyof typeof changes)[]).filter(
      (key) => person[key] !== changes[key],
    );
    if (changed.length === 0) return false;
    this.#patch(person, changes);
    this.#emitChange(identity, changed as ParticipantField[]);
    return true;
  }

  #announce(identity: string, initial: boolean): void {
    const participant = this.#remotes.get(identity);
    if (!participant) return;
    this.events.emit('participant-joined', { participant, initial });
    for (const { sid } of participant.tracks) this.#emitPublished(identity, sid, initial);
    if (!this.#autoSubscribe) return;
    for (const { sid } of participant.tracks) this.setSubscribed(sid, true);
  }

  #emitPublished(identity: string, sid: string, initial: boolean): void {
    const participant = this.find(identity);
    const track = participant?.tracks.find((each) => each.sid === sid);
    if (!participant || !track) return;
    this.events.emit('track-published', { participant, track, initial });
  }

  #emitChange(identity: string, changed: readonly ParticipantField[]): void {
    const participant = this.find(identity);
    if (!participant || !(this.#live || participant.isLocal)) return;
    this.events.emit('participant-change', { participant, changed });
  }

  #changeTrack(sid: string, changes: Partial<TrackSnapshot>, type?: PlainTrackEvent): void {
    const person = this.#owner(sid);
    const before = person?.tracks.find((track) => track.sid === sid);
    if (!person || !before) return;
    const next = { ...before, ...changes };
    const isStalled = next.isStalled && next.isSubscribed && !next.muted;
    const track = Object.freeze({ ...next, isStalled });
    const participant = this.#replaceTrack(person, sid, track);
    if (type && this.#live) this.events.emit(type, { participant, track });
    this.#emitChange(person.identity, ['tracks']);
  }

  /** The owner of a publication. Before the connection, local tracks have local ids. */
  #owner(sid: string): RtcParticipant | undefined {
    if (this.#local.tracks.some((track) => track.sid === sid || `local:${track.source}` === sid)) {
      return this.#local;
    }
    const identity = this.#owners.get(sid);
    return identity === undefined ? undefined : this.#remotes.get(identity);
  }

  #replaceTrack(person: RtcParticipant, sid: string, track: TrackSnapshot): RtcParticipant {
    const tracks = person.tracks.map((each) => (each.sid === sid ? track : each));
    return this.#patch(person, { tracks });
  }

  #patch(person: RtcParticipant, changes: Partial<RtcParticipant>): RtcParticipant {
    const next = freezePerson({ ...(this.find(person.identity) ?? person), ...changes });
    if (person.isLocal) this.#local = next;
    else this.#remotes.set(person.identity, next);
    if (changes.tracks) {
      const { tracks } = changes;
      // `tracks` does not hold the ids of tracks that were removed, or local ones that got an id.
      const isLess = tracks.length < person.tracks.length || person.isLocal;
      this.#onTracks(isLess ? undefined : tracks.map(({ sid }) => sid));
    }
    return next;
  }

  /** The id of a new publication. A source that is published again gets another, as on a server. */
  #nextSid(identity: string, source: TrackSource): string {
    const key = `TR_${identity}_${source}`;
    const count = (this.#publications.get(key) ?? 0) + 1;
    this.#publications.set(key, count);
    const sid = count === 1 ? key : `${key}_${count}`;
    this.#owners.set(sid, identity);
    return sid;
  }
}

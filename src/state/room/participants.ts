import { type Cell, createCell, shallowEqual } from '../../core/cell.js';
import type { Emitter } from '../../core/emitter.js';
import type {
  RtcParticipant,
  RtcSession,
  RtcSessionEvents,
  TrackSnapshot,
} from '../../rtc/session.js';
import { isObserver, parseMember } from '../member.js';
import type { ParticipantSnapshot, RoomStoreEvents, Roster } from '../types.js';

/** A participant's cell, and what its snapshot was made from. */
interface Entry {
  readonly cell: Cell<ParticipantSnapshot | undefined>;
  source: RtcParticipant | undefined;
}

const plainTrackEvents = [
  'track-unpublished',
  'track-subscribed',
  'track-unsubscribed',
  'track-muted',
  'track-unmuted',
] as const;

const nobody: Roster = Object.freeze({
  identities: Object.freeze([]),
  localIdentity: undefined,
  activeSpeakers: Object.freeze([]),
});

/** The people in the room: the roster, one cell for each participant, and the events about them. */
export class Participants {
  readonly roster = createCell(nobody);
  readonly observers = createCell<readonly string[]>(nobody.identities);
  readonly #entries = new Map<string, Entry>();
  /** Everybody, observers too. */
  #present: readonly string[] = nobody.identities;
  readonly #events: Emitter<RoomStoreEvents>;
  readonly #onLocalTracks: (tracks: readonly TrackSnapshot[]) => void;

  constructor(
    events: Emitter<RoomStoreEvents>,
    onLocalTracks: (tracks: readonly TrackSnapshot[]) => void,
  ) {
    this.#events = events;
    this.#onLocalTracks = onLocalTracks;
  }

  cell(identity: string): Cell<ParticipantSnapshot | undefined> {
    return this.#entry(identity).cell;
  }

  /** Copies the session's participants, and follows their events until the signal aborts. */
  follow(session: RtcSession, signal: AbortSignal): void {
    const events = this.#events;
    const sync = (): void => this.#sync(session.participants());
    const on = <K extends keyof RtcSessionEvents>(
      type: K,
      handler: (event: RtcSessionEvents[K]) => void,
    ): void => void session.on(type, handler, { signal });

    on('connection-change', ({ state }) => {
      // Listeners of the phase find everybody there.
      if (state === 'connected') sync();
    });
    on('participant-joined', ({ participant, initial }) => {
      // Those who were there are in the roster by the time they are announced.
      if (!this.#entries.get(participant.identity)?.source) sync();
      const newcomer = this.#update(participant);
      if (!isHidden(newcomer))
        events.emit('participant-joined', { participant: newcomer, initial });
    });
    on('participant-left', (event) => {
      const participant = this.#update(event.participant);
      sync();
      if (!isHidden(participant)) {
        events.emit('participant-left', { participant, reason: event.reason });
      }
    });
    on('participant-change', (event) => {
      const before = this.cell(event.participant.identity).getSnapshot();
      const participant = this.#update(event.participant);
      const same = before?.member === participant.member;
      const changed = Object.freeze(same ? event.changed : [...event.changed, 'member']);
      events.emit('participant-change', { participant, changed });
    });
    on('track-published', ({ participant, track, initial }) =>
      events.emit('track-published', { participant: this.#update(participant), track, initial }),
    );
    for (const type of plainTrackEvents) {
      on(type, ({ participant, track }) =>
        events.emit(type, { participant: this.#update(participant), track }),
      );
    }
    on('track-failed', ({ participant, track, error }) =>
      events.emit('track-failed', { participant: this.#update(participant), track, error }),
    );
    on('quality-change', (event) => {
      const participant = this.#update(event.participant);
      events.emit('quality-change', { participant, quality: participant.quality });
    });
    on('active-speakers-change', ({ identities }) => {
      this.#setRoster({ activeSpeakers: identities });
      const participants = identities
        .map((identity) => this.cell(identity).getSnapshot())
        .filter((participant) => participant !== undefined);
      events.emit('active-speakers-change', { participants: Object.freeze(participants) });
    });
    // Whoever is not in the room may send too: the app's backend, for example.
    const sender = (identity = ''): ParticipantSnapshot | undefined =>
      this.#entries.get(identity)?.cell.getSnapshot();
    on('data-received', ({ identity, topic, data, text }) =>
      events.emit('data', { participant: sender(identity), topic, data, text }),
    );
    on('transcription', ({ identity, isFinal, ...piece }) =>
      events.emit('transcription', { participant: sender(identity), final: isFinal, ...piece }),
    );
    sync();
  }

  /** Removes everybody. Subscribers of a cell get `undefined`. */
  clear(): void {
    this.#present = nobody.identities;
    this.observers.set(nobody.identities);
    this.#setRoster(nobody);
    for (const [identity, entry] of this.#entries) {
      entry.source = undefined;
      entry.cell.set(undefined);
      if (entry.cell.size === 0) this.#entries.delete(identity);
    }
  }

  #sync(participants: readonly RtcParticipant[]): void {
    const before = this.#present;
    const identities = (this.#present = participants.map(({ identity }) => identity));
    const present = new Set(identities);
    for (const identity of before) {
      if (!present.has(identity)) this.#set(this.#entry(identity), undefined);
    }
    for (const participant of participants) {
      const entry = this.#entry(participant.identity);
      if (!entry.source) this.#set(entry, participant);
    }
    const activeSpeakers = this.roster.getSnapshot().activeSpeakers.filter((id) => present.has(id));
    const localIdentity = participants.find(({ isLocal }) => isLocal)?.identity;
    this.#setRoster({ ...this.#shown(), localIdentity, activeSpeakers });
  }

  /** The snapshot for an event. Somebody who is not in the room gets one, but no cell. */
  #update(source: RtcParticipant): ParticipantSnapshot {
    const entry = this.#entry(source.identity);
    if (!entry.source) return toSnapshot(source, undefined, undefined);
    this.#set(entry, source);
    return entry.cell.getSnapshot() ?? toSnapshot(source, undefined, undefined);
  }

  #set(entry: Entry, source: RtcParticipant | undefined): void {
    const { cell, source: before } = entry;
    if (source === before) return;
    entry.source = source;
    const last = cell.getSnapshot();
    cell.set(source && toSnapshot(source, before, last));
    const next = cell.getSnapshot();
    if (last && next && isHidden(last) !== isHidden(next)) this.#onShown(next);
    if (source?.isLocal) this.#onLocalTracks(source.tracks);
  }

  /** Splits who is there into those who are shown and those who only watch. */
  #shown(): Pick<Roster, 'identities'> {
    const hidden = new Set(
      this.#present.filter((identity) => isHidden(this.cell(identity).getSnapshot())),
    );
    this.observers.set(keep(this.observers.getSnapshot(), [...hidden]));
    return { identities: this.#present.filter((identity) => !hidden.has(identity)) };
  }

  /** An observer began to publish, or does not any more: for the others that is to come and go. */
  #onShown(participant: ParticipantSnapshot): void {
    this.#setRoster(this.#shown());
    if (isHidden(participant)) {
      this.#events.emit('participant-left', { participant, reason: undefined });
    } else this.#events.emit('participant-joined', { participant, initial: false });
  }

  #setRoster(change: Partial<Roster>): void {
    const before = this.roster.getSnapshot();
    const next = { ...before, ...change };
    this.roster.set({
      ...next,
      identities: keep(before.identities, next.identities),
      activeSpeakers: keep(before.activeSpeakers, next.activeSpeakers),
    });
  }

  #entry(identity: string): Entry {
    let entry = this.#entries.get(identity);
    if (!entry) {
      entry = { cell: createCell<ParticipantSnapshot | undefined>(undefined), source: undefined };
      this.#entries.set(identity, entry);
    }
    return entry;
  }
}

/** Whether somebody only watches: nobody hears or sees anything of them. */
function isHidden(participant: ParticipantSnapshot | undefined): boolean {
  return !!participant && isObserver(participant.member) && participant.tracks.length === 0;
}

/** Takes over the parts of the last snapshot that are still true, so that equal stays the same. */
function toSnapshot(
  source: RtcParticipant,
  before: RtcParticipant | undefined,
  last: ParticipantSnapshot | undefined,
): ParticipantSnapshot {
  const { name, metadata, identity } = source;
  const canUpdateMetadata = source.permissions?.canUpdateMetadata;
  const isSame =
    before?.name === name &&
    before.metadata === metadata &&
    before.permissions?.canUpdateMetadata === canUpdateMetadata;
  const member =
    last && isSame
      ? last.member
      : keep(last?.member, parseMember(metadata, name, identity, canUpdateMetadata));
  const tracks = source.tracks.map((track) =>
    keep(
      last?.tracks.find(({ sid }) => sid === track.sid),
      track,
    ),
  );
  return Object.freeze({
    ...source,
    name: member.name,
    member,
    attributes: keep(last?.attributes, source.attributes),
    tracks: keep(last?.tracks, tracks),
  });
}

function keep<T extends object>(before: T | undefined, next: T): T {
  return before && shallowEqual(before, next) ? before : Object.freeze(next);
}

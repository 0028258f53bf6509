import { type Cell, createCell, shallowEqual } from '../../core/cell.js';
import type { Emitter } from '../../core/emitter.js';
import type { RtcParticipant, RtcSession, RtcSessionEvents } from '../../rtc/session.js';
import { isHost, isObserver, parseMember } from '../member.js';
import type { ParticipantSnapshot, RoomStoreEvents, Roster } from '../types.js';

/** A participant's cell, and the source of its snapshot. */
interface Entry {
  readonly cell: Cell<ParticipantSnapshot | undefined>;
  source: RtcParticipant | undefined;
}

/** Each is passed on, with the participant as the room knows them. */
const trackEvents = [
  'track-published',
  'track-unpublished',
  'track-subscribed',
  'track-unsubscribed',
  'track-muted',
  'track-unmuted',
  'track-failed',
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
  /** All identities, observers included. */
  #present: readonly string[] = nobody.identities;
  readonly #events: Emitter<RoomStoreEvents>;
  readonly #onLocal: (participant: RtcParticipant) => void;

  constructor(events: Emitter<RoomStoreEvents>, onLocal: (participant: RtcParticipant) => void) {
    this.#events = events;
    this.#onLocal = onLocal;
  }

  cell(identity: string): Cell<ParticipantSnapshot | undefined> {
    return this.#entry(identity).cell;
  }

  /** Whether a host is in the call. Observers do not count. */
  hasHost(): boolean {
    const { identities } = this.roster.getSnapshot();
    return identities.some((identity) => {
      const participant = this.cell(identity).getSnapshot();
      return participant !== undefined && isHost(participant.member);
    });
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
      // Listeners of the phase must find everybody in the roster.
      if (state === 'connected') sync();
    });
    on('participant-joined', ({ participant, initial }) => {
      // Participants from before the join must be in the roster before their event.
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
    for (const type of trackEvents) {
      on(type, (event) =>
        events.emit(type, { ...event, participant: this.#update(event.participant) }),
      );
    }
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
    // A sender need not be in the room: it may be the app's backend.
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

  /**
   * The snapshot for an event. A participant who is not in the room gets a snapshot, but no cell.
   */
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
    if (source?.isLocal) this.#onLocal(source);
  }

  /** Divides the participants into shown ones and observers. */
  #shown(): Pick<Roster, 'identities'> {
    const hidden = new Set(
      this.#present.filter((identity) => isHidden(this.cell(identity).getSnapshot())),
    );
    this.observers.set(keep(this.observers.getSnapshot(), [...hidden]));
    return { identities: this.#present.filter((identity) => !hidden.has(identity)) };
  }

  /**
   * Handles an observer who started or stopped publishing: for the others that is a join or a
   * leave.
   */
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

/** Whether a participant is a hidden observer, who publishes nothing. */
function isHidden(participant: ParticipantSnapshot | undefined): boolean {
  return !!participant && isObserver(participant.member) && participant.tracks.length === 0;
}

/**
 * Builds a snapshot from the unchanged parts of the last one, so that equal values stay identical.
 */
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

import type { ConnectionQuality, DisconnectReason } from '../rtc/session.js';
import type { ParticipantSnapshot } from '../state/types.js';
import { FfcEvent } from './event.js';

/** Somebody is in the room: the local participant too. */
export class FfcParticipantJoinedEvent extends FfcEvent {
  readonly participant: ParticipantSnapshot;
  /** Was there before the local participant was. */
  readonly initial: boolean;

  constructor(facts: { readonly participant: ParticipantSnapshot; readonly initial: boolean }) {
    super('ffc-participant-joined');
    this.participant = facts.participant;
    this.initial = facts.initial;
  }
}

/** Somebody is no longer in the room. */
export class FfcParticipantLeftEvent extends FfcEvent {
  /** As it was at the end. */
  readonly participant: ParticipantSnapshot;
  /** Why, as far as it is known: for the local participant. */
  readonly reason: DisconnectReason | undefined;

  constructor(facts: {
    readonly participant: ParticipantSnapshot;
    readonly reason: DisconnectReason | undefined;
  }) {
    super('ffc-participant-left');
    this.participant = facts.participant;
    this.reason = facts.reason;
  }
}

/** Something about a participant is different. */
export class FfcParticipantChangeEvent extends FfcEvent {
  /** As it is now. */
  readonly participant: ParticipantSnapshot;
  /** The names of the fields of `participant` that differ, such as `metadata`. */
  readonly changed: readonly string[];

  constructor(facts: {
    readonly participant: ParticipantSnapshot;
    readonly changed: readonly string[];
  }) {
    super('ffc-participant-change');
    this.participant = facts.participant;
    this.changed = facts.changed;
  }
}

/** Other people speak than before. */
export class FfcActiveSpeakersChangeEvent extends FfcEvent {
  /** Loudest first; empty when it is quiet. */
  readonly participants: readonly ParticipantSnapshot[];

  constructor(facts: { readonly participants: readonly ParticipantSnapshot[] }) {
    super('ffc-active-speakers-change');
    this.participants = facts.participants;
  }
}

/** A participant's connection is better or worse than before. */
export class FfcQualityChangeEvent extends FfcEvent {
  readonly participant: ParticipantSnapshot;
  readonly quality: ConnectionQuality;

  constructor(facts: {
    readonly participant: ParticipantSnapshot;
    readonly quality: ConnectionQuality;
  }) {
    super('ffc-quality-change');
    this.participant = facts.participant;
    this.quality = facts.quality;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ffc-participant-joined': FfcParticipantJoinedEvent;
    'ffc-participant-left': FfcParticipantLeftEvent;
    'ffc-participant-change': FfcParticipantChangeEvent;
    'ffc-active-speakers-change': FfcActiveSpeakersChangeEvent;
    'ffc-quality-change': FfcQualityChangeEvent;
  }
}

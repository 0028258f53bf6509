import type { FfcError } from '../core/errors.js';
import type { TrackSnapshot } from '../rtc/session.js';
import type { ParticipantSnapshot } from '../state/types.js';
import { FfcEvent } from './event.js';

/** Whose track, and which. */
export interface TrackFacts {
  readonly participant: ParticipantSnapshot;
  readonly track: TrackSnapshot;
}

abstract class FfcTrackEvent extends FfcEvent {
  /** Whose track it is. */
  readonly participant: ParticipantSnapshot;
  /** As it is now, or as it was at the end. */
  readonly track: TrackSnapshot;

  constructor(type: string, { participant, track }: TrackFacts) {
    super(type);
    this.participant = participant;
    this.track = track;
  }
}

/** A microphone, camera or screen is in the room. */
export class FfcTrackPublishedEvent extends FfcTrackEvent {
  /** Was there before the local participant was. */
  readonly initial: boolean;

  constructor(facts: TrackFacts & { readonly initial: boolean }) {
    super('ffc-track-published', facts);
    this.initial = facts.initial;
  }
}

/** A microphone, camera or screen is no longer in the room. */
export class FfcTrackUnpublishedEvent extends FfcTrackEvent {
  constructor(facts: TrackFacts) {
    super('ffc-track-unpublished', facts);
  }
}

/** A track's media comes in. */
export class FfcTrackSubscribedEvent extends FfcTrackEvent {
  constructor(facts: TrackFacts) {
    super('ffc-track-subscribed', facts);
  }
}

/** A track's media does not come in any more. */
export class FfcTrackUnsubscribedEvent extends FfcTrackEvent {
  constructor(facts: TrackFacts) {
    super('ffc-track-unsubscribed', facts);
  }
}

/** A track was muted: silence, or no picture. */
export class FfcTrackMutedEvent extends FfcTrackEvent {
  constructor(facts: TrackFacts) {
    super('ffc-track-muted', facts);
  }
}

/** A track is not muted any more. */
export class FfcTrackUnmutedEvent extends FfcTrackEvent {
  constructor(facts: TrackFacts) {
    super('ffc-track-unmuted', facts);
  }
}

/** A track could not be made, published or received. */
export class FfcTrackFailedEvent extends FfcEvent {
  readonly participant: ParticipantSnapshot;
  /** Undefined when it failed before there was one. */
  readonly track: TrackSnapshot | undefined;
  readonly error: FfcError;

  constructor(facts: {
    readonly participant: ParticipantSnapshot;
    readonly track: TrackSnapshot | undefined;
    readonly error: FfcError;
  }) {
    super('ffc-track-failed');
    this.participant = facts.participant;
    this.track = facts.track;
    this.error = facts.error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ffc-track-published': FfcTrackPublishedEvent;
    'ffc-track-unpublished': FfcTrackUnpublishedEvent;
    'ffc-track-subscribed': FfcTrackSubscribedEvent;
    'ffc-track-unsubscribed': FfcTrackUnsubscribedEvent;
    'ffc-track-muted': FfcTrackMutedEvent;
    'ffc-track-unmuted': FfcTrackUnmutedEvent;
    'ffc-track-failed': FfcTrackFailedEvent;
  }
}

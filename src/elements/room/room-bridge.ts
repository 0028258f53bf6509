import { FfcErrorEvent } from '../../events/error-event.js';
import type { FfcEvent } from '../../events/event.js';
import {
  FfcActiveSpeakersChangeEvent,
  FfcParticipantChangeEvent,
  FfcParticipantJoinedEvent,
  FfcParticipantLeftEvent,
  FfcQualityChangeEvent,
} from '../../events/participant-events.js';
import {
  FfcDeviceChangeEvent,
  FfcPlaybackChangeEvent,
  FfcStateChangeEvent,
} from '../../events/room-events.js';
import {
  FfcTrackFailedEvent,
  FfcTrackMutedEvent,
  FfcTrackPublishedEvent,
  FfcTrackSubscribedEvent,
  FfcTrackUnmutedEvent,
  FfcTrackUnpublishedEvent,
  FfcTrackUnsubscribedEvent,
} from '../../events/track-events.js';
import type { RoomStore, RoomStoreEvents } from '../../state/types.js';

const domEvents: {
  readonly [K in keyof RoomStoreEvents]: (facts: RoomStoreEvents[K]) => FfcEvent;
} = {
  'state-change': (facts) => new FfcStateChangeEvent(facts),
  'participant-joined': (facts) => new FfcParticipantJoinedEvent(facts),
  'participant-left': (facts) => new FfcParticipantLeftEvent(facts),
  'participant-change': (facts) => new FfcParticipantChangeEvent(facts),
  'track-published': (facts) => new FfcTrackPublishedEvent(facts),
  'track-unpublished': (facts) => new FfcTrackUnpublishedEvent(facts),
  'track-subscribed': (facts) => new FfcTrackSubscribedEvent(facts),
  'track-unsubscribed': (facts) => new FfcTrackUnsubscribedEvent(facts),
  'track-muted': (facts) => new FfcTrackMutedEvent(facts),
  'track-unmuted': (facts) => new FfcTrackUnmutedEvent(facts),
  'track-failed': (facts) => new FfcTrackFailedEvent(facts),
  'active-speakers-change': (facts) => new FfcActiveSpeakersChangeEvent(facts),
  'quality-change': (facts) => new FfcQualityChangeEvent(facts),
  'playback-change': (facts) => new FfcPlaybackChangeEvent(facts),
  'device-change': (facts) => new FfcDeviceChangeEvent(facts),
  error: ({ error }) => new FfcErrorEvent(error),
};

/** Tells the page, in DOM events, what the store tells. */
export function bridgeEvents(store: RoomStore, target: EventTarget): void {
  for (const type of Object.keys(domEvents) as (keyof RoomStoreEvents)[]) {
    const toDomEvent = domEvents[type] as (facts: RoomStoreEvents[typeof type]) => FfcEvent;
    store.on(type, (facts) => target.dispatchEvent(toDomEvent(facts)));
  }
}

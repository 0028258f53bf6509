import {
  FfcActiveSpeakersChangeEvent,
  FfcParticipantChangeEvent,
  FfcParticipantJoinedEvent,
  FfcParticipantLeftEvent,
  FfcQualityChangeEvent,
} from '../../events/participant-events.js';
import { FfcDeviceChangeEvent, FfcPlaybackChangeEvent } from '../../events/room-events.js';
import {
  FfcTrackFailedEvent,
  FfcTrackMutedEvent,
  FfcTrackPublishedEvent,
  FfcTrackSubscribedEvent,
  FfcTrackUnmutedEvent,
  FfcTrackUnpublishedEvent,
  FfcTrackUnsubscribedEvent,
} from '../../events/track-events.js';
import type { EventTable } from './room-bridge.js';

/** What a session brings: none of it comes before the code of an open room has. */
export const sessionEvents = {
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
} satisfies EventTable;

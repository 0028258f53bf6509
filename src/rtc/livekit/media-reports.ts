import {
  type LocalTrackPublication,
  type Participant,
  type Room,
  RoomEvent,
  Track,
  TrackPublication,
} from 'livekit-client';
import type { RtcParticipant, TrackSnapshot } from '../session.js';
import { listen } from './room.js';
import type { Emit } from './session.js';

export interface MediaReportsOptions {
  readonly room: Room;
  readonly signal: AbortSignal;
  readonly emit: Emit;
  readonly participants: () => readonly RtcParticipant[];
}

/** Emits LiveKit's events of single tracks, which no difference between snapshots shows. */
export function reportMedia({ room, signal, emit, participants }: MediaReportsOptions): void {
  const report = (
    { identity }: Pick<Participant, 'identity'>,
    { trackSid }: Pick<TrackPublication, 'trackSid'>,
    tell: (found: { participant: RtcParticipant; track: TrackSnapshot }) => void,
  ): void =>
    // The snapshots contain the reported change by then.
    queueMicrotask(() => {
      const participant = participants().find((each) => each.identity === identity);
      const track = participant?.tracks.find(({ sid }) => sid === trackSid);
      if (participant && track) tell({ participant, track });
    });
  const reportLocal = (
    type: 'local-track-subscribed' | 'silence-detected',
    publication: LocalTrackPublication,
  ): void => report(room.localParticipant, publication, (found) => emit(type, found));

  listen(
    room,
    RoomEvent.TrackStreamStateChanged,
    (publication, state, who) => {
      const paused = state === Track.StreamState.Paused;
      report(who, publication, (found) => emit('track-stream-change', { ...found, paused }));
    },
    signal,
  );
  listen(
    room,
    RoomEvent.TrackSubscriptionPermissionChanged,
    (publication, status, who) => {
      const allowed = status === TrackPublication.PermissionStatus.Allowed;
      report(who, publication, (found) => emit('track-permission-change', { ...found, allowed }));
    },
    signal,
  );
  listen(
    room,
    RoomEvent.LocalTrackSubscribed,
    (publication) => reportLocal('local-track-subscribed', publication),
    signal,
  );
  listen(
    room,
    RoomEvent.LocalAudioSilenceDetected,
    (publication) => reportLocal('silence-detected', publication),
    signal,
  );
}

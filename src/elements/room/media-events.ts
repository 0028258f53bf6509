import type { RtcSession, TrackSnapshot } from '../../rtc/session.js';
import {
  FfcLocalTrackSubscribedEvent,
  FfcRoomMetadataChangeEvent,
  FfcSilenceDetectedEvent,
  FfcTrackPermissionChangeEvent,
  FfcTrackStreamChangeEvent,
} from '../../events/media-events.js';
import type { ParticipantSnapshot, RoomStore } from '../../state/types.js';

interface OfTrack {
  readonly participant: ParticipantSnapshot;
  readonly track: TrackSnapshot;
}

/** Dispatches the events of a session's media and data, until the signal aborts. */
export function dispatchMediaEvents(
  store: RoomStore,
  session: RtcSession,
  target: EventTarget,
  signal: AbortSignal,
): void {
  const found = ({
    participant: { identity },
    track,
  }: {
    readonly participant: { readonly identity: string };
    readonly track: TrackSnapshot;
  }): readonly OfTrack[] => {
    const participant = store.participant(identity).getSnapshot();
    return participant ? [{ participant, track }] : [];
  };
  const dispatch = (event: Event): void => void target.dispatchEvent(event);

  let told: string | undefined;
  const tellMetadata = (metadata: string | undefined): void => {
    if (metadata === told) return;
    told = metadata;
    dispatch(new FfcRoomMetadataChangeEvent({ metadata }));
  };
  tellMetadata(session.roomInfo.metadata);
  session.on(
    'room-change',
    ({ metadata }) => {
      // The end of a call clears the metadata, which is no change to report.
      if (session.connection.state !== 'disconnected') tellMetadata(metadata);
    },
    { signal },
  );
  session.on(
    'track-stream-change',
    ({ paused, ...of }) => {
      for (const each of found(of)) dispatch(new FfcTrackStreamChangeEvent({ ...each, paused }));
    },
    { signal },
  );
  session.on(
    'track-permission-change',
    ({ allowed, ...of }) => {
      for (const each of found(of)) {
        dispatch(new FfcTrackPermissionChangeEvent({ ...each, allowed }));
      }
    },
    { signal },
  );
  session.on(
    'local-track-subscribed',
    (of) => found(of).forEach((each) => dispatch(new FfcLocalTrackSubscribedEvent(each))),
    { signal },
  );
  session.on(
    'silence-detected',
    (of) => found(of).forEach((each) => dispatch(new FfcSilenceDetectedEvent(each))),
    { signal },
  );
}

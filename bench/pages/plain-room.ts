import { Room, RoomEvent } from 'livekit-client';
import type { Grant } from './page.js';

/** Joins by livekit-client, and shows a plain `<video>` for each camera. */
export async function connect(
  { webRtcServerUrl, webRtcToken }: Grant,
  stage: HTMLElement,
): Promise<void> {
  const room = new Room({ adaptiveStream: true, dynacast: true });
  room.on(RoomEvent.TrackSubscribed, (track) => stage.append(track.attach()));
  room.on(RoomEvent.TrackUnsubscribed, (track) => {
    for (const element of track.detach()) element.remove();
  });
  await room.connect(webRtcServerUrl, webRtcToken);
}

/** `livekit-client` with a plain `<video>` for each camera: the minimum that shows a call. */
import { Room, RoomEvent } from 'livekit-client';
import { askForGrant, type Call, offer } from './page.js';

offer({
  start: (call, stage) => void join(call, stage),
});

async function join(call: Call, stage: HTMLElement): Promise<void> {
  const room = new Room({ adaptiveStream: true, dynacast: true });
  room.on(RoomEvent.TrackSubscribed, (track) => stage.append(track.attach()));
  room.on(RoomEvent.TrackUnsubscribed, (track) => {
    for (const element of track.detach()) element.remove();
  });
  const { webRtcServerUrl, webRtcToken } = await askForGrant(call);
  await room.connect(webRtcServerUrl, webRtcToken);
}

/** `<ffc-room auto-join>` as a page would write it. */
import '../../src/define/all.js';
import '../../src/define/room-parts.js';
import '../../src/rtc/livekit/in-call.js';
import '../../src/rtc/livekit/media-watch.js';
import '../../src/rtc/livekit/session.js';
import { offer } from './page.js';

offer({
  // What a room asks for by import() is in the page then, and resolves at once.
  load: () => Promise.all(Object.values(lazyModules).map((load) => load())),
  start({ endpoint, roomId, memberToken }, stage) {
    const room = document.createElement('ffc-room');
    Object.assign(room, {
      endpoint,
      roomId: String(roomId),
      tokenProvider: () => memberToken,
      autoJoin: true,
      startMuted: true,
      startCameraOff: true,
      noPersist: true,
    });
    stage.append(room);
  },
});

const lazyModules = {
  view: () => import('../../src/elements/room/call-view.js'),
  services: () => import('../../src/services/room-services.js'),
  content: () => import('../../src/elements/room/call-content.js'),
  call: () => import('../../src/define/call-parts.js'),
  push: () => import('../../src/api/push.js'),
};

/** `<ffc-room auto-join>`, as on a usual page. */
import '../../src/define/all.js';
import { offer } from './page.js';

offer({
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

/** `<ffc-room auto-join>`, as on a usual page. */
import '../../src/define/all.js';
import { offer } from './page.js';
import { createRoom } from './room.js';

offer({
  start: (call, stage) => stage.append(createRoom(call, { autoJoin: true })),
});

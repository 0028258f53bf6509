import '../../src/define/ffc-room.js';
import { createMockServices } from '../../src/mock/index.js';

/**
 * A page of its own, for a frame: a room right in its body, which is asked for by the frame's
 * `name`: `connected`, or `prejoin`.
 */
const services = createMockServices();
services.session.crowd(2);
const room = document.createElement('ffc-room');
Object.assign(room, {
  services,
  noPersist: true,
  roomId: '1',
  autoJoin: window.name === 'connected',
});
document.body.append(room);

import '../../src/define/ffc-room.js';
import { createMockServices } from '../../src/mock/index.js';

/**
 * A page for a frame: a room directly in the body. The frame's `name` chooses the room's state,
 * `connected` or `prejoin`.
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

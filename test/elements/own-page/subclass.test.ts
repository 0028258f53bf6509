import { expect } from '@open-wc/testing';
// An import of a module of `define/` would define `<ffc-room>`, which this test must do without.
import { FfcRoomElement } from '../../../src/elements/room/room.js';
import { createMockServices } from '../../../src/mock/index.js';

describe('a subclass of <ffc-room> without the modules of `define/`', () => {
  it('causes one warning about the missing parts, with the remedy', async () => {
    class AppRoom extends FfcRoomElement {}
    customElements.define('app-room', AppRoom);
    const warnings: string[] = [];
    const { warn } = console;
    const rooms: FfcRoomElement[] = [];
    try {
      await new Promise<void>((resolve) => {
        console.warn = (text: string) => {
          warnings.push(text);
          if (text.includes('<ffc-stage>')) resolve();
        };
        for (let i = 0; i < 2; i++) {
          const room = new AppRoom();
          rooms.push(room);
          Object.assign(room, { services: createMockServices(), noPersist: true, roomId: '1' });
          document.body.append(room);
        }
      });
    } finally {
      console.warn = warn;
      for (const room of rooms) room.remove();
    }
    const advice = warnings.filter((text) => text.includes('is defined'));
    expect(advice).to.have.lengthOf(1);
    expect(advice[0]).to.contain('<ffc-prejoin>, <ffc-stage>, <ffc-control-bar>');
    expect(advice[0]).to.contain('import ffc-elements/define/ffc-room');
  });
});

/** livekit-client with a plain `<video>` for each camera: the least that shows a call. */
import { askForGrant, offer } from './page.js';
import { connect } from './plain-room.js';

offer({
  async start(call, stage) {
    await connect(await askForGrant(call), stage);
  },
});

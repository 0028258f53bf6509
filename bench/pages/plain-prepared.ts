/** livekit-client as in `plain.ts`, with its media token fetched before: measured from `connect()` on. */
import { askForGrant, type Grant, offer } from './page.js';
import { connect } from './plain-room.js';

let grant: Grant | undefined;

offer({
  async prepare(call) {
    grant = await askForGrant(call);
  },
  start(_call, stage) {
    if (grant) void connect(grant, stage);
  },
});

import { expect } from '@open-wc/testing';
import '../../src/define/ffc-camera-button.js';
import type { RtcPermissions } from '../../src/rtc/session.js';
import { eventually } from '../support/element-suite.js';
import { joinRoom, type RoomBench } from '../support/room-bench.js';

/** The controls in the bar that need the permission to publish. */
function offered({ room }: RoomBench): readonly string[] {
  const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
  return ['microphone', 'camera', 'screen'].filter((name) =>
    bar.shadowRoot!.querySelector(`.control[data-control=${name}]`),
  );
}

function permit({ services }: RoomBench, permissions: Partial<RtcPermissions>): void {
  services.session.setPermissions('me', permissions);
}

describe('the switches of a participant who may not publish', () => {
  it('are not in the bar, and come back with the permission', async () => {
    const bench = await joinRoom();
    const all = ['microphone', 'camera', 'screen'];
    expect(offered(bench)).to.deep.equal(all);
    permit(bench, { canPublish: false });
    await eventually(bench.room, () => offered(bench).length === 0);
    permit(bench, { canPublish: true, canPublishSources: ['microphone', 'screen_share'] });
    await eventually(bench.room, () => offered(bench).length > 0);
    expect(offered(bench)).to.deep.equal(['microphone', 'screen']);
    permit(bench, { canPublishSources: [] });
    await eventually(bench.room, () => offered(bench).length === all.length);
  });

  it('are no buttons of their own either, until the call is over', async () => {
    const button = document.createElement('ffc-camera-button');
    const bench = await joinRoom({ children: [button] });
    const root = button.shadowRoot!;
    permit(bench, { canPublishSources: ['microphone'] });
    await eventually(bench.room, () => !root.querySelector('button'));
    await bench.room.leave();
    await eventually(bench.room, () => root.querySelector('button'));
  });
});

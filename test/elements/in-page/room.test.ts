import { expect } from '@open-wc/testing';
import { demoPassword } from '../../../sandbox/demo/rooms.js';
import type { InPageSandbox } from '../../../sandbox/in-page/in-page-sandbox.js';
import type { FfcParticipantTileElement } from '../../../src/elements/participant-tile/participant-tile.js';
import type { FfcRoomElement } from '../../../src/elements/room/room.js';
import type { FfcRecordingChangeEvent } from '../../../src/events/session-events.js';
import { createTestClock } from '../../sandbox/support/test-clock.js';
import { eventually } from '../../support/element-suite.js';
import {
  createRoom,
  createWorld,
  idOf,
  joinChannels,
  listening,
  openList,
  stateOf,
} from '../../support/in-page-bench.js';
import { arrive, rejection, shownText } from '../../support/room-bench.js';

const quiet = { startCameraOff: true, startMuted: true };
const textOf = (room: FfcRoomElement): string => shownText(room.shadowRoot!);
const says = (room: FfcRoomElement, words: string): Promise<boolean> =>
  eventually(room, () => textOf(room).includes(words));

/** Resolves when a participant has a tile with this name. */
async function sees(room: FfcRoomElement, identity: string, name: string): Promise<void> {
  const stage = await eventually(room, () => room.shadowRoot!.querySelector('ffc-stage'));
  const tile = await eventually(stage, () =>
    stage.shadowRoot!.querySelector<FfcParticipantTileElement>(`[identity=${identity}]`),
  );
  await eventually(tile, () => shownText(tile.shadowRoot!).includes(name));
}

/** Approves or bans a member as an operator of the room's channel. */
async function decide(
  sandbox: InPageSandbox,
  decision: 'approve' | 'ban',
  { operator, roomId, appUserId }: { operator: string; roomId: number; appUserId: string },
): Promise<void> {
  const { signal } = new AbortController();
  const token = await sandbox.tokenProvider(operator)({ reason: 'initial', signal });
  const channel = `/v2/members/me/video-rooms/${roomId}/channel`;
  const { status } = await sandbox.fetch(
    `${sandbox.endpoint}${channel}/members/${appUserId}/${decision}`,
    { method: 'POST', headers: { authorization: `Bearer ${token}` } },
  );
  expect(status).to.equal(204);
}

describe('<ffc-room> over the in-page sandbox', () => {
  it('joins with a token of the service, and shows the other participants', async () => {
    const { sandbox } = createWorld();
    const roomId = await idOf(sandbox, 'Weekly design review');
    await sandbox.join(roomId, 'alex');
    const room = createRoom(sandbox, roomId, quiet);
    await arrive(room, 'prejoin');
    await room.join();
    await arrive(room, 'connected');
    await sees(room, 'alex', 'Alex Rivera');
    expect(textOf(room)).to.contain('2 people');
    await sandbox.leave(roomId, 'alex');
    await says(room, '1 person');
  });

  it('tells participants and people who join later that the call is recorded', async () => {
    const { sandbox } = createWorld();
    const input = { type: 'VIDEO_CONFERENCE', canAutoRoomCompositeRecording: true };
    const { id } = await sandbox.client('mina').createRoom(input);
    const joining = { autoJoin: true, ...quiet };
    for (const appUserId of ['mina', 'jun']) {
      const room = createRoom(sandbox, id, { appUserId, ...joining });
      const { recording } = await new Promise<FfcRecordingChangeEvent>((resolve) =>
        room.addEventListener('ffc-recording-change', resolve, { once: true }),
      );
      expect(recording).to.equal(true);
    }
  });

  it('shows two members of the same room to each other', async () => {
    const { sandbox } = createWorld();
    const roomId = await idOf(sandbox, 'Weekly design review');
    const joining = { autoJoin: true, ...quiet };
    const minas = createRoom(sandbox, roomId, { appUserId: 'mina', ...joining });
    const juns = createRoom(sandbox, roomId, { appUserId: 'jun', ...joining });
    await Promise.all([arrive(minas, 'connected'), arrive(juns, 'connected')]);
    await Promise.all([sees(minas, 'jun', 'Jun Park'), sees(juns, 'mina', 'Mina Kim')]);
    await juns.leave();
    await says(minas, '1 person');
  });

  it('takes the call over from another tab of the same member', async () => {
    const { sandbox } = createWorld();
    const roomId = await idOf(sandbox, 'Weekly design review');
    const here = createRoom(sandbox, roomId, { autoJoin: true, ...quiet });
    await arrive(here, 'connected');
    const elsewhere = createRoom(sandbox, roomId, { autoJoin: true, ...quiet });
    await arrive(elsewhere, 'connected');
    await arrive(here, 'removed');
    expect(textOf(here)).to.contain('You’re in this call somewhere else');
    expect(elsewhere.state).to.equal('connected');
  });

  it('refuses a wrong password, and goes on with the right one', async () => {
    const { sandbox } = createWorld();
    const room = createRoom(sandbox, await idOf(sandbox, 'One-to-one'), quiet);
    await arrive(room, 'password');
    const field = room.shadowRoot!.querySelector<HTMLInputElement>('input[type=password]')!;
    field.value = 'guess';
    field.form!.requestSubmit();
    await says(room, 'Wrong password');
    field.value = demoPassword;
    field.form!.requestSubmit();
    await arrive(room, 'prejoin');
    await room.join();
    await arrive(room, 'connected');
    expect(room.outerHTML + room.shadowRoot!.innerHTML).not.to.contain(demoPassword);
  });

  it('admits a person who needs approval only after an operator has approved', async () => {
    const { sandbox } = createWorld({ askEvery: 20 });
    const { id: roomId } = await sandbox.client('mina').createRoom({
      type: 'VIDEO_CONFERENCE',
      title: 'Interview',
      manuallyApproval: true,
    });
    const room = createRoom(sandbox, roomId, { appUserId: 'alex', ...quiet });
    await arrive(room, 'prejoin');
    const joined = room.join();
    await arrive(room, 'waiting');
    expect(textOf(room)).to.contain('Waiting for the host');
    await decide(sandbox, 'approve', { operator: 'mina', roomId, appUserId: 'alex' });
    await joined;
    await arrive(room, 'connected');
  });

  it('shows hosts the waiting people: one is admitted, one is refused, one gives up', async () => {
    // Seldom, because a request that overlaps with Jun's leave makes the service wait for Jun again.
    const { sandbox } = createWorld({ askEvery: 100 });
    const { id: roomId } = await sandbox.client('mina').createRoom({
      type: 'VIDEO_CONFERENCE',
      title: 'Interview',
      manuallyApproval: true,
    });
    const minas = createRoom(sandbox, roomId, { autoJoin: true, ...quiet });
    await arrive(minas, 'connected');
    const guests = ['alex', 'sara', 'jun'].map((appUserId) =>
      createRoom(sandbox, roomId, { appUserId, autoJoin: true, ...quiet }),
    );
    const [alex, sara, jun] = guests as [FfcRoomElement, FfcRoomElement, FfcRoomElement];
    for (const guest of guests) await arrive(guest, 'waiting');
    await customElements.whenDefined('ffc-waiting');
    const notice = await eventually(minas, () => minas.shadowRoot!.querySelector('ffc-waiting'));
    await eventually(notice, () => shownText(notice.shadowRoot!).includes('want to join'));
    await minas.openPanel('participants');
    const panel = await eventually(minas, () =>
      minas.shadowRoot!.querySelector('ffc-participants'),
    );
    const list = await eventually(panel, () => panel.shadowRoot!.querySelector('ffc-waiting'));
    const press = async (label: string): Promise<void> => {
      const button = await eventually(list, () =>
        list.shadowRoot!.querySelector<HTMLElement>(`[aria-label="${label}"]`),
      );
      button.click();
    };
    await press('Admit Alex Rivera');
    await arrive(alex, 'connected');
    await press('Refuse Sara Haddad');
    await arrive(sara, 'removed');
    expect(textOf(sara)).to.contain('You weren’t let in');
    await jun.leave();
    await eventually(list, () => shownText(list.shadowRoot!) === '');
    await sees(minas, 'alex', 'Alex Rivera');
  });

  it('tells a banned person that they were removed, and does not let them back in', async () => {
    const { sandbox } = createWorld();
    const roomId = await idOf(sandbox, 'Weekly design review');
    const room = createRoom(sandbox, roomId, { appUserId: 'alex', autoJoin: true, ...quiet });
    await arrive(room, 'connected');
    await decide(sandbox, 'ban', { operator: 'mina', roomId, appUserId: 'alex' });
    await arrive(room, 'removed');
    expect(textOf(room)).to.contain('You were removed from this room');
    expect((await rejection(room.join())).errorCode).to.equal('CHANNEL_MEMBER_BANNED');
  });

  it('says that the room is gone when it was deleted before the call', async () => {
    const { sandbox } = createWorld();
    const roomId = await idOf(sandbox, 'Weekly design review');
    const room = createRoom(sandbox, roomId, { appUserId: 'jun', ...quiet });
    await arrive(room, 'prejoin');
    await sandbox.client('mina').deleteRoom(roomId);
    await rejection(room.join());
    await arrive(room, 'failed');
    expect(textOf(room)).to.contain('This room doesn’t exist');
  });

  it('ends the call when the room is deleted during it', async () => {
    const { sandbox } = createWorld();
    const roomId = await idOf(sandbox, 'Weekly design review');
    const room = createRoom(sandbox, roomId, { appUserId: 'jun', autoJoin: true, ...quiet });
    await arrive(room, 'connected');
    await sandbox.client('mina').deleteRoom(roomId);
    await arrive(room, 'ended');
    expect(textOf(room)).to.contain('The call has ended');
  });

  it('lets people into a scheduled room early; it is live for all when its time has come', async () => {
    const time = createTestClock(Date.now());
    const { sandbox } = createWorld({ clock: time.clock });
    const hour = 3600_000;
    const { id: roomId } = await sandbox.client('mina').createRoom({
      type: 'VIDEO_CONFERENCE',
      title: 'All-hands',
      scheduledAt: new Date(time.clock.now() + hour).toISOString(),
    });
    const list = await openList(sandbox, { appUserId: 'jun' });
    await joinChannels(sandbox, 'jun', 'All-hands');
    const room = createRoom(sandbox, roomId, quiet);
    await arrive(room, 'scheduled');
    await room.join();
    await listening(sandbox, 2);
    expect(stateOf(list, 'All-hands')).to.equal('Scheduled');
    time.advance(hour);
    await eventually(list.list, () => stateOf(list, 'All-hands') === 'Live');
    expect(room.state).to.equal('connected');
  });

  it('renews an expired token between the prejoin and the call', async () => {
    const { sandbox } = createWorld();
    const room = createRoom(sandbox, await idOf(sandbox, 'Weekly design review'), quiet);
    await arrive(room, 'prejoin');
    await sandbox.expireTokens();
    await room.join();
    await arrive(room, 'connected');
  });

  it('says that the service has a problem, and opens the room once it has none', async () => {
    const { sandbox } = createWorld();
    const roomId = await idOf(sandbox, 'Weekly design review');
    await sandbox.faults.add({ path: '/v2/members/me/video-rooms/*', kind: '500' });
    const room = createRoom(sandbox, roomId, quiet);
    await arrive(room, 'failed');
    expect(textOf(room)).to.contain('Something went wrong on our side');
    await sandbox.faults.clear();
    room.shadowRoot!.querySelector('button')!.click();
    await arrive(room, 'prejoin');
  });
});

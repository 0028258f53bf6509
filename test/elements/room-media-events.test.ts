import { expect } from '@open-wc/testing';
import { nextEvent, nextMacrotask } from '../support/element-suite.js';
import { joinRoom, type RoomBench } from '../support/room-bench.js';

interface Call {
  readonly room: RoomBench['room'];
  readonly session: RoomBench['services']['session'];
}

/** A call with Ann, once the code that reports media events has loaded. */
async function createCall(): Promise<Call> {
  const bench = await joinRoom({
    prepare: ({ session }) => session.addParticipant({ identity: 'ann', name: 'Ann' }),
  });
  await import('../../src/elements/room/call-extras.js');
  await import('../../src/elements/room/call-toasts.js');
  await import('../../src/elements/room/call-facts.js');
  await nextMacrotask();
  await bench.room.updateComplete;
  return { room: bench.room, session: bench.services.session };
}

describe('events of <ffc-room> about media', () => {
  it('tell that the server pauses a track of somebody and sends it again', async () => {
    const { room, session } = await createCall();
    const paused = nextEvent(room, 'ffc-track-stream-change');
    session.pauseTrack('ann', 'camera');
    const event = await paused;
    expect(event.paused).to.equal(true);
    expect([event.participant.name, event.track.source]).to.deep.equal(['Ann', 'camera']);
    const resumed = nextEvent(room, 'ffc-track-stream-change');
    session.pauseTrack('ann', 'camera', false);
    expect((await resumed).paused).to.equal(false);
  });

  it('tell that somebody lets nobody receive a track any more', async () => {
    const { room, session } = await createCall();
    const forbidden = nextEvent(room, 'ffc-track-permission-change');
    session.allowTrack('ann', 'camera', false);
    const event = await forbidden;
    expect(event.allowed).to.equal(false);
    expect(event.track.isSubscribed).to.equal(false);
    const allowed = nextEvent(room, 'ffc-track-permission-change');
    session.allowTrack('ann', 'camera', true);
    expect((await allowed).track.isSubscribed).to.equal(true);
  });

  it('tell that somebody receives an own track, and that the own microphone is silent', async () => {
    const { room, session } = await createCall();
    const received = nextEvent(room, 'ffc-local-track-subscribed');
    session.receiveLocalTrack('microphone');
    expect((await received).participant.isLocal).to.equal(true);
    const silent = nextEvent(room, 'ffc-silence-detected');
    session.detectSilence();
    expect((await silent).track.source).to.equal('microphone');
  });

  it('tell the metadata of the room as they change, and not that the call is over', async () => {
    const { room, session } = await createCall();
    const told: (string | undefined)[] = [];
    room.addEventListener('ffc-room-metadata-change', ({ metadata }) => told.push(metadata));
    session.setRoomInfo({ metadata: '{"topic":"a"}' });
    session.setRoomInfo({ isRecording: true });
    session.setRoomInfo({ metadata: undefined });
    expect(told).to.deep.equal(['{"topic":"a"}', undefined]);
    session.setRoomInfo({ metadata: 'last' });
    await room.leave();
    expect(told.length).to.equal(3);
  });

  it('report new permissions as a change of the participant', async () => {
    const { room, session } = await createCall();
    const changed = nextEvent(room, 'ffc-participant-change');
    session.setPermissions('ann', { canPublish: false });
    const event = await changed;
    expect(event.changed).to.deep.equal(['permissions']);
    expect(event.participant.permissions?.canPublish).to.equal(false);
  });
});

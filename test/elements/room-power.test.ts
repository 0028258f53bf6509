import { expect } from '@open-wc/testing';
import { eventually, nextEvent, nextMacrotask } from '../support/element-suite.js';
import { joinRoom, type RoomBench, shownText } from '../support/room-bench.js';

const downloaded = ({ services }: RoomBench): readonly string[] =>
  services.session
    .participants()
    .flatMap(({ tracks }) => tracks)
    .filter(({ kind, isLocal, isSubscribed }) => kind === 'video' && !isLocal && isSubscribed)
    .map(({ sid }) => sid);

/** Polls a fact of the session, whose change alters nothing on the page. */
async function until(look: () => boolean): Promise<void> {
  while (!look()) await nextMacrotask();
}

async function createCall(powerSaver = true): Promise<RoomBench> {
  const bench = await joinRoom({
    properties: { powerSaver },
    prepare: ({ session }) => session.crowd(3),
  });
  // The code that reacts to an overloaded computer loads after the join.
  await import('../../src/elements/room/call-extras.js');
  await import('../../src/elements/room/call-toasts.js');
  await nextMacrotask();
  await bench.room.updateComplete;
  return bench;
}

describe('<ffc-room power-saver>', () => {
  it('drops to sound when the computer cannot keep up, says so, and can be undone', async () => {
    const bench = await createCall();
    const { room, services } = bench;
    const before = downloaded(bench);
    expect(before.length).to.equal(3);
    const began = nextEvent(room, 'ffc-power-change');
    services.session.overload();
    expect(await began).to.include({ saving: true, reason: 'overload' });
    await until(() => downloaded(bench).length === 0);
    const undo = await eventually(room, () =>
      room.shadowRoot!.querySelector<HTMLElement>('.toast button'),
    );
    expect(shownText(room.shadowRoot!)).to.contain('video is paused');
    await expect(room).to.be.accessible();

    services.session.addParticipant({ identity: 'late' });
    expect(downloaded(bench)).to.deep.equal(['TR_late_camera']);
    await until(() => downloaded(bench).length === 0);

    const ended = nextEvent(room, 'ffc-power-change');
    undo.click();
    expect(await ended).to.include({ saving: false, reason: 'person' });
    await until(() => downloaded(bench).length === 4);

    let told = 0;
    room.addEventListener('ffc-power-change', () => told++);
    services.session.overload();
    await room.updateComplete;
    expect(told).to.equal(0);
  });

  it('ends with the call', async () => {
    const { room, services } = await createCall();
    const began = nextEvent(room, 'ffc-power-change');
    services.session.overload();
    await began;
    const ended = nextEvent(room, 'ffc-power-change');
    await room.leave();
    expect(await ended).to.include({ saving: false, reason: 'end' });
  });

  it('does nothing without the attribute, and while a picture has a window of its own', async () => {
    const plain = await createCall(false);
    plain.services.session.overload();
    await plain.room.updateComplete;
    expect(downloaded(plain).length).to.equal(3);
    const bench = await createCall();
    const own = { configurable: true, value: document.createElement('video') };
    Object.defineProperty(document, 'pictureInPictureElement', own);
    try {
      bench.services.session.overload();
      await bench.room.updateComplete;
      expect(downloaded(bench).length).to.equal(3);
    } finally {
      Reflect.deleteProperty(document, 'pictureInPictureElement');
    }
  });
});

import { expect, oneEvent } from '@open-wc/testing';
import { html, LitElement, type TemplateResult } from 'lit';
import { AudioRenderer } from '../../src/parts/audio-renderer.js';
import { RoomController } from '../../src/parts/room-controller.js';
import { nextMacrotask } from '../support/element-suite.js';
import { createTestRoom, type TestRoom, type TestRoomOptions } from '../support/test-room.js';

class SpeakerElement extends LitElement {
  readonly room = new RoomController(this);
  readonly audio = new AudioRenderer(
    this,
    () => this.room.room,
    () => this.renderRoot.querySelector('div'),
  );

  protected override render(): TemplateResult {
    return html`<div></div>`;
  }

  get elements(): HTMLAudioElement[] {
    return [...this.renderRoot.querySelectorAll('audio')];
  }
}
customElements.define('test-speaker', SpeakerElement);

async function createSpeaker(
  options: TestRoomOptions,
): Promise<{ room: TestRoom; speaker: SpeakerElement }> {
  const room = await createTestRoom(options);
  const speaker = new SpeakerElement();
  room.host.append(speaker);
  await speaker.updateComplete;
  return { room, speaker };
}

describe('AudioRenderer', () => {
  it('plays all microphones but the local one, including muted ones', async () => {
    const { room, speaker } = await createSpeaker({ crowd: 8, startMuted: false });
    expect(speaker.elements).to.have.lengthOf(8);
    expect(room.session.attachments).to.equal(8);
    for (const audio of speaker.elements) {
      if (audio.paused) await oneEvent(audio, 'play');
      expect(audio.srcObject).to.be.an.instanceOf(MediaStream);
      expect(getComputedStyle(audio).display).to.equal('none');
    }
  });

  it('plays the sound of a shared screen too', async () => {
    const { room, speaker } = await createSpeaker({ crowd: 1 });
    room.session.publish('guest1', 'screen_share_audio');
    expect(speaker.elements).to.have.lengthOf(2);
    room.session.unpublish('guest1', 'screen_share_audio');
    expect(speaker.elements).to.have.lengthOf(1);
  });

  it('plays only subscribed tracks', async () => {
    const { room, speaker } = await createSpeaker({ crowd: 2, autoSubscribe: false });
    expect(speaker.elements).to.be.empty;
    const { tracks } = room.store.participant('guest1').getSnapshot()!;
    const { sid } = tracks.find(({ kind }) => kind === 'audio')!;
    await room.store.setSubscribed(sid, true);
    expect(speaker.elements).to.have.lengthOf(1);
    await room.store.setSubscribed(sid, false);
    expect(speaker.elements).to.be.empty;
    expect(room.session.attachments).to.equal(0);
  });

  it('follows joins and leaves without interrupting the others', async () => {
    const { room, speaker } = await createSpeaker({ crowd: 2 });
    const [first, second] = speaker.elements;
    room.session.addParticipant({ identity: 'late' });
    expect(speaker.elements).to.have.lengthOf(3);
    room.session.removeParticipant('guest1');
    expect(speaker.elements).to.have.lengthOf(2);
    expect(first!.isConnected).to.be.false;
    expect(speaker.elements[0]).to.equal(second);
    expect(second!.srcObject).to.exist;
    expect(room.session.attachments).to.equal(2);
  });

  it('is silent after the call, and plays the next one', async () => {
    const { room, speaker } = await createSpeaker({ crowd: 2 });
    await room.store.leave();
    expect(speaker.elements).to.be.empty;
    await room.store.retry();
    await room.store.join();
    expect(speaker.elements).to.have.lengthOf(2);
    expect(room.session.attachments).to.equal(2);
  });

  it('goes on when its host is moved within the page', async () => {
    const { room, speaker } = await createSpeaker({ crowd: 2 });
    const elsewhere = document.createElement('div');
    room.host.append(elsewhere);
    elsewhere.append(speaker);
    await speaker.updateComplete;
    expect(speaker.elements).to.have.lengthOf(2);
    expect(room.session.attachments).to.equal(2);
    for (const audio of speaker.elements) {
      if (audio.paused) await oneEvent(audio, 'play');
    }
  });

  it('leaves nothing behind when its host is added and removed 50 times', async () => {
    const { room, speaker } = await createSpeaker({ crowd: 3 });
    const listeners = room.listeners();
    for (let round = 0; round < 50; round++) {
      speaker.remove();
      room.host.append(speaker);
      await speaker.updateComplete;
    }
    expect(room.listeners()).to.equal(listeners);
    speaker.remove();
    await nextMacrotask();
    expect(room.listeners()).to.equal(0);
    expect(speaker.elements).to.be.empty;
  });
});

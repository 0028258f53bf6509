import { expect } from '@open-wc/testing';
import { FloodLimit, maxMessagesPerSecond } from '../../../src/core/message-limits.js';
import { warningsDuring } from '../../support/element-suite.js';
import { createWorld, rooms } from './room-support.js';

describe('messages in a call', () => {
  async function joined() {
    const world = createWorld();
    world.services.session.addParticipant({ identity: 'noor', name: 'Noor' });
    await world.store.open(rooms.open);
    await world.store.join({ microphone: false, camera: false });
    return world;
  }

  it('are events of the store, with who sent them', async () => {
    const { store, services } = await joined();
    const told: unknown[] = [];
    store.on('data', ({ participant, topic, text, data }) =>
      told.push([participant?.name, topic, text, data.byteLength]),
    );
    services.session.receive('noor', 'chat', 'hello');
    services.session.receive(undefined, 'backend', new Uint8Array([255, 254]));
    services.session.receive('nobody', 'chat', 'who am I?');
    expect(told).to.deep.equal([
      ['Noor', 'chat', 'hello', 5],
      [undefined, 'backend', undefined, 2],
      [undefined, 'chat', 'who am I?', 9],
    ]);
    await store.dispose();
  });

  it('that are speech in writing are events of the store, piece by piece', async () => {
    const { store, services } = await joined();
    const told: unknown[] = [];
    store.on('transcription', ({ participant, ...piece }) => told.push([participant?.name, piece]));
    services.session.transcribe('noor', 'Good', { id: 'one', isFinal: false, language: 'en' });
    services.session.transcribe('noor', 'Good morning', { id: 'one', language: 'en' });
    expect(told).to.deep.equal([
      ['Noor', { id: 'one', text: 'Good', final: false, language: 'en' }],
      ['Noor', { id: 'one', text: 'Good morning', final: true, language: 'en' }],
    ]);
    await store.dispose();
  });

  for (const [what, send] of [
    ['data', 'receive'],
    ['transcription', 'transcribe'],
  ] as const) {
    it(`(${what}) of one sender are dropped beyond the limit, with one warning`, async () => {
      const { store, services } = await joined();
      const { session } = services;
      let told = 0;
      store.on(what, () => told++);
      const warnings = await warningsDuring(() => {
        for (let n = 0; n < 3 * maxMessagesPerSecond; n++) {
          if (send === 'receive') session.receive('noor', 'flood', `${n}`);
          else session.transcribe('noor', `${n}`);
        }
      });
      expect(told).to.equal(maxMessagesPerSecond);
      expect(warnings).to.have.length(1);
      if (send === 'receive') session.receive('other', 'chat', 'still here');
      else session.transcribe('other', 'still here');
      expect(told, 'of somebody else').to.equal(maxMessagesPerSecond + 1);
      await store.dispose();
    });
  }

  it('of one sender are counted again each second', () => {
    const limit = new FloodLimit('tests');
    const allowed = (now: number): number =>
      Array.from({ length: 80 }, () => limit.allows('noor', now)).filter(Boolean).length;
    expect([allowed(0), allowed(999), allowed(1000)]).to.deep.equal([50, 0, 50]);
  });
});

import { expect } from '@open-wc/testing';
import { FfcClient } from '../../src/api/client.js';
import type { FfcErrorReason } from '../../src/core/errors.js';
import { createMockServices } from '../../src/mock/index.js';
import { eventually } from '../support/element-suite.js';
import { arrive, createRoom, demoRoom, failure, openRoom } from '../support/room-bench.js';

const reasons = {
  'load-failed': true,
  'token-provider-failed': true,
  'token-invalid': false,
  'token-rejected': true,
  network: true,
  timeout: true,
  'rate-limited': true,
  'server-error': true,
  'invalid-request': true,
  'invalid-response': true,
  forbidden: true,
  'not-found': false,
  'room-not-found': false,
  'media-server-unreachable': true,
  'media-token-rejected': true,
  'connection-lost': true,
  'duplicate-identity': false,
  removed: false,
  'room-ended': false,
  'device-unsupported': false,
  'invalid-room-id': false,
  'unsupported-room-type': false,
  unknown: true,
} satisfies Partial<Record<FfcErrorReason, boolean>>;
/** Texts that refer to a button, in English and Korean. */
const again = /\b(?:try|join) again|\bto get a new entry|다시 시도|다시 참여/i;

describe('<ffc-room> failures', () => {
  for (const lang of ['en', 'ko']) {
    it(`offer to try again wherever their words say so (${lang})`, async () => {
      for (const [reason, offered] of Object.entries(reasons)) {
        const { room } = await openRoom('failed', {
          properties: { lang },
          prepare: ({ service }) =>
            service.failNext('getRoom', failure({ reason: reason as FfcErrorReason })),
        });
        const root = room.shadowRoot!;
        await eventually(room, () => root.querySelector('[part=problem-title]'));
        const words = root.querySelector('[part=problem-remedy]')?.textContent ?? '';
        expect(root.querySelector('button.primary') !== null, reason).to.equal(offered);
        if (again.test(words)) expect(offered, `${reason}: ${words}`).to.equal(true);
        room.remove();
      }
    });
  }

  const answers: Record<string, () => Response> = {
    'the page of a portal': () => new Response('<html>', { headers: { 'x-kind': 'portal' } }),
    'a 400': () => new Response('{}', { status: 400 }),
    'a 409': () => new Response('{}', { status: 409 }),
    'a 401': () => new Response('{}', { status: 401 }),
  };
  for (const [what, answer] of Object.entries(answers)) {
    it(`after ${what} disappear with the next attempt`, async () => {
      let broken = true;
      const client = new FfcClient({
        endpoint: 'https://service.example',
        tokenProvider: () => (broken ? 'signed-out' : 'signed-in'),
        fetch: () => Promise.resolve(broken ? answer() : Response.json(demoRoom({}))),
      });
      const services = { ...createMockServices(), rooms: client };
      const { room } = createRoom({ properties: { services } });
      await arrive(room, 'failed');
      broken = false;
      room.shadowRoot!.querySelector('button')!.click();
      await arrive(room, 'prejoin');
    });
  }
});

describe('<ffc-room> with rooms of the app’s own', () => {
  it('opens one without a policy', async () => {
    const room = demoRoom({ policy: undefined as never });
    const services = createMockServices();
    services.service.getRoom = () => Promise.resolve(room);
    await openRoom('prejoin', { properties: { services } });
  });

  for (const [what, answer] of Object.entries({ nothing: undefined, text: 'a room', list: [] })) {
    it(`reports an invalid answer when it is ${what}`, async () => {
      const services = createMockServices();
      services.service.getRoom = () => Promise.resolve(answer as never);
      const { room } = await openRoom('failed', { properties: { services } });
      expect(room.error).to.include({ reason: 'invalid-response', stage: 'api' });
    });
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { basic, createTestService, otherApp } from './support/service.js';
import { createTestClock, settled } from './support/test-clock.js';
import { callback, createReceiver, server, type Webhook } from './support/webhook-receiver.js';

/** Two apps with a callback, whose answers the test gives one by one. */
async function setUp() {
  const answers: ((status: number) => void)[] = [];
  const receiver = createReceiver();
  receiver.answer = () =>
    new Promise((resolve) => answers.push((status) => resolve(new Response(null, { status }))));
  const time = createTestClock();
  const service = createTestService({ clock: time.clock, sendWebhook: receiver.sendWebhook });
  const other = basic('key2:secret');
  for (const as of [server, other]) {
    await service.call('PUT /v2/apps/me/callback-api', { as, json: callback });
  }
  const members = ({ data }: Webhook): string =>
    (data['member'] as { appUserId: string }).appUserId;
  return {
    ...service,
    time,
    register: async (count: number, as = server) => {
      for (let n = 1; n <= count; n++) {
        await service.call('POST /v2/apps/me/members', { as, json: { appUserId: `m${n}` } });
      }
      await settled();
    },
    other,
    sent: () => receiver.received.map(members),
    appsOf: () => receiver.received.map(({ app }) => (app as { id: number }).id),
    answer: async (index: number, status = 204) => {
      answers[index]?.(status);
      await settled();
    },
  };
}

const first = (count: number): string[] => Array.from({ length: count }, (_, n) => `m${n + 1}`);

describe('the webhooks of an app', () => {
  it('are eight at once at most, and the others follow in their order', async () => {
    const { register, sent, answer } = await setUp();
    await register(20);
    assert.deepEqual(sent(), first(8));
    await answer(5);
    assert.deepEqual(sent(), first(9));
    await answer(0);
    await answer(8);
    assert.deepEqual(sent(), first(11));
    for (let index = 0; index < 20; index++) await answer(index);
    assert.deepEqual(sent(), first(20));
  });

  it('do not hold up those of another', async () => {
    const { register, appsOf, other } = await setUp();
    await register(20);
    await register(2, other);
    assert.deepEqual(appsOf().slice(8), [otherApp.id, otherApp.id]);
  });

  it('that failed go before those that happened later, and wait without a place', async () => {
    const { register, sent, answer, time } = await setUp();
    await register(20);
    await answer(0, 500);
    assert.deepEqual(sent(), first(9));
    time.advance(1000);
    await settled();
    assert.deepEqual(sent(), first(9));
    await answer(1);
    assert.deepEqual(sent(), [...first(9), 'm1']);
  });
});

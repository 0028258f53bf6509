import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refused } from './support/calls.js';
import { createCast, run } from './support/cast.js';
import { target } from './support/target.js';

const { app, enter } = createCast();
const credentials = { id: `hook${run}`, password: crypto.randomUUID() };

describe('the callback of an app', () => {
  it('is not taken when it leads nowhere, so that the one before stays', async () => {
    for (const wrong of [{}, { url: 'nowhere' }, { url: 'javascript:alert(1)' }]) {
      refused(await app('PUT /callback-api', { ...credentials, ...wrong }), 400);
    }
  });

  // The tests would replace the app's own callback, so they run only where a receiver is given.
  const { receiver } = target;
  if (!receiver) return;

  it('hears of a new member, with the credentials that it was registered with', async () => {
    const heard: { readonly as: string | null; readonly body: Webhook }[] = [];
    let onHeard = (): void => {};
    const end = await receiver.listen((request) => {
      const as = request.headers.get('Authorization');
      void request.json().then((body) => {
        heard.push({ as, body: body as Webhook });
        onHeard();
      });
    });
    try {
      const { status } = await app('PUT /callback-api', { url: receiver.url, ...credentials });
      assert.equal(Math.floor(status / 100), 2);
      const { appUserId } = await enter('hooked');
      const tellsOfIt = (): boolean =>
        heard.some(
          ({ body }) =>
            body.type === 'MEMBER_CREATED' && JSON.stringify(body.data).includes(appUserId),
        );
      while (!tellsOfIt()) await new Promise<void>((resolve) => (onHeard = resolve));
      const { id, password } = credentials;
      for (const { as, body } of heard) {
        assert.equal(as, `Basic ${btoa(`${id}:${password}`)}`);
        assert.ok(body.id);
        assert.ok(!Number.isNaN(Date.parse(body.createdAt)));
        assert.equal(body.app.state, 'ACTIVE');
        assert.equal(typeof body.app.id, 'number');
        assert.equal(typeof body.app.name, 'string');
        assert.match(body.app.defaultRtmpOutputMode, /^(RTMP|CMAF|RTMP_CMAF)$/);
      }
      assert.equal(new Set(heard.map(({ body }) => body.id)).size, heard.length);
    } finally {
      await end();
    }
  });
});

interface Webhook {
  readonly id: string;
  readonly type: string;
  readonly app: {
    readonly id: number;
    readonly state: string;
    readonly name: string;
    readonly defaultRtmpOutputMode: string;
  };
  readonly data: unknown;
  readonly createdAt: string;
}

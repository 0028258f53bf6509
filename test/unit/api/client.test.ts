import { expect } from '@open-wc/testing';
import { FfcClient } from '../../../src/api/client.js';
import type { FfcErrorReason } from '../../../src/core/errors.js';
import { failure, failureOf, json, pageOf, room, setUp, thrownBy } from './support.js';

const grant = { webRtcServerUrl: 'wss://media.test', webRtcToken: 'rtc-token' };
const rooms = 'https://api.test/v2/members/me/video-rooms';

interface Row {
  readonly name: string;
  readonly call: (client: FfcClient) => Promise<unknown>;
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
  readonly answer: () => Response;
}

const rows: Row[] = [
  {
    name: 'me',
    call: (client) => client.me(),
    method: 'GET',
    url: 'https://api.test/v2/members/me',
    answer: () => json({ appUserId: 'mina' }),
  },
  {
    name: 'createRoom',
    call: (client) => client.createRoom({ type: 'VIDEO_CONFERENCE', title: 'New' }),
    method: 'POST',
    url: rooms,
    body: { type: 'VIDEO_CONFERENCE', title: 'New' },
    answer: () => json(room, 201),
  },
  {
    name: 'listRooms',
    call: (client) => client.listRooms(),
    method: 'GET',
    url: rooms,
    answer: () => json(pageOf([room])),
  },
  {
    name: 'getRoom by id',
    call: (client) => client.getRoom(7),
    method: 'GET',
    url: `${rooms}/7`,
    answer: () => json(room),
  },
  {
    name: 'getRoom by an id in text',
    call: (client) => client.getRoom(' 7 '),
    method: 'GET',
    url: `${rooms}/7`,
    answer: () => json(room),
  },
  {
    name: 'getRoom by uuid',
    call: (client) => client.getRoom(room.uuid),
    method: 'GET',
    url: `${rooms}/uuid/${room.uuid}`,
    answer: () => json(room),
  },
  {
    name: 'updateRoom',
    call: (client) => client.updateRoom(7, { title: 'Other' }),
    method: 'PATCH',
    url: `${rooms}/7`,
    body: { title: 'Other' },
    answer: () => json(room),
  },
  {
    name: 'deleteRoom',
    call: (client) => client.deleteRoom(7),
    method: 'DELETE',
    url: `${rooms}/7`,
    answer: () => new Response(null, { status: 204 }),
  },
  {
    name: 'issueRtcToken',
    call: (client) => client.issueRtcToken(7, { password: 'pw', customData: { seat: 1 } }),
    method: 'POST',
    url: `${rooms}/7/web-rtc-tokens`,
    body: { password: 'pw', customData: { seat: 1 } },
    answer: () => json(grant, 201),
  },
  {
    name: 'issueRtcToken without a password',
    call: (client) => client.issueRtcToken(7),
    method: 'POST',
    url: `${rooms}/7/web-rtc-tokens`,
    body: {},
    answer: () => json(grant, 201),
  },
];

describe('FfcClient', () => {
  for (const { name, call, method, url, body, answer } of rows) {
    it(`sends ${name} as ${method} ${new URL(url).pathname}`, async () => {
      const { client, requests } = setUp([answer()]);
      await call(client);
      expect(requests).to.have.length(1);
      const [request] = requests;
      expect(request).to.deep.include({ method, url, body });
      expect(request!.headers.get('authorization')).to.equal('Bearer member-token');
      expect(request!.headers.get('content-type')).to.equal(body ? 'application/json' : null);
    });

    it(`rejects ${name} with room-not-found when the service says so`, async () => {
      const { client } = setUp([failure(404, 'VIDEO_ROOM_NOT_FOUND')]);
      const error = await failureOf(call(client));
      expect(error).to.include({ reason: 'room-not-found', stage: 'api', status: 404 });
    });
  }

  it('sends no cookies, follows no redirect and leaves nothing in the cache', async () => {
    const { client, requests } = setUp([json(room)]);
    await client.getRoom(7);
    expect(requests[0]!.init).to.include({
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
    });
  });

  it('counts pages from 1 in the request and from 0 in the answer', async () => {
    const { client, requests } = setUp([json(pageOf([room], { number: 2, totalPages: 5 }))]);
    const page = await client.listRooms({ page: 2, pageSize: 10 });
    expect(new URL(requests[0]!.url).search).to.equal('?page=3&pageSize=10');
    expect(page).to.include({ number: 2, totalPages: 5, first: false, last: false });
  });

  it('encodes the search, and leaves out empty parameters', async () => {
    const { client, requests } = setUp([json(pageOf([]))]);
    await client.listRooms({ keyword: 'a&b=ㄱ', type: '', sortBy: 'CREATED_AT_DESC' });
    const { searchParams } = new URL(requests[0]!.url);
    expect([...searchParams]).to.deep.equal([
      ['keyword', 'a&b=ㄱ'],
      ['sortBy', 'CREATED_AT_DESC'],
    ]);
  });

  for (const id of ['', '../me', '7/8', '7?x', '-1', 1.5, NaN, 'not-a-uuid']) {
    it(`refuses the room id ${JSON.stringify(id)} before anything is sent`, async () => {
      const { client, requests } = setUp([]);
      const error = await failureOf(client.getRoom(id));
      expect(error).to.include({ reason: 'invalid-room-id', stage: 'setup' });
      expect(requests).to.have.length(0);
    });
  }

  it('ignores the body of the answer to a successful deletion', async () => {
    const { client } = setUp([new Response('<p>gone</p>')]);
    expect(await client.deleteRoom(7)).to.equal(undefined);
  });

  it('rejects values that JSON cannot represent', async () => {
    const { client, requests } = setUp([]);
    const error = await failureOf(client.updateRoom(7, { customData: { big: 1n } }));
    expect(error).to.include({ reason: 'invalid-request', retryable: false });
    expect(requests).to.have.length(0);
  });

  it('uses the global fetch of the time of the call', async () => {
    const { fetch } = globalThis;
    const client = new FfcClient({ endpoint: 'https://api.test', tokenProvider: () => 'token' });
    globalThis.fetch = () => Promise.resolve(json({ appUserId: 'mina' }));
    try {
      expect((await client.me()).appUserId).to.equal('mina');
    } finally {
      globalThis.fetch = fetch;
    }
  });

  describe('set up wrongly', () => {
    it('says when the endpoint is missing', async () => {
      const error = await thrownBy(
        () => new FfcClient({ endpoint: undefined, tokenProvider: () => '' }),
      );
      expect(error.reason).to.equal('missing-endpoint');
    });

    it('reports that both token sources are missing, with the remedy', async () => {
      const error = await thrownBy(() => new FfcClient({ endpoint: 'sandbox', tokenUrl: ' ' }));
      expect(error).to.include({ reason: 'missing-token-source', stage: 'setup' });
      expect(error.message).to.contain('tokenProvider').and.to.contain('token-url');
    });

    it('says when the token URL is of another origin', async () => {
      const error = await thrownBy(
        () => new FfcClient({ endpoint: 'sandbox', tokenUrl: 'https://evil.test/token' }),
      );
      expect(error.reason).to.equal('invalid-token-url');
    });
  });

  describe('failing', () => {
    const mapping: [number, string | undefined, FfcErrorReason, boolean][] = [
      [400, 'INVALID_HTTP_MESSAGE_BODY', 'invalid-request', false],
      [400, 'REQUEST_LOCKED', 'rate-limited', true],
      [400, 'VIDEO_ROOM_NOT_FOUND', 'invalid-request', false],
      [403, undefined, 'forbidden', false],
      [404, 'VIDEO_ROOM_NOT_FOUND', 'room-not-found', false],
      [500, 'MEDIA_SERVICE_INTERNAL_SERVER_ERROR', 'media-server-unreachable', true],
      [404, 'MEMBER_NOT_FOUND', 'not-found', false],
      [404, undefined, 'not-found', false],
      [408, undefined, 'timeout', true],
      [409, undefined, 'invalid-request', false],
      [410, undefined, 'not-found', false],
      [422, undefined, 'invalid-request', false],
      [429, undefined, 'rate-limited', true],
      [500, 'INTERNAL_SERVER_ERROR', 'server-error', true],
      [500, 'VIDEO_ROOM_NOT_FOUND', 'server-error', true],
      [503, undefined, 'server-error', true],
    ];
    for (const [status, errorCode, reason, retryable] of mapping) {
      it(`makes ${reason} of ${status} ${errorCode ?? 'without a code'}`, async () => {
        const { client } = setUp([failure(status, errorCode)], { retry: { retries: 0 } });
        const error = await failureOf(client.getRoom(7));
        expect(error).to.include({ reason, retryable, status, errorCode, stage: 'api' });
      });
    }

    it('makes wrong-password of a 403 to a password, and forbidden of one without', async () => {
      const { client } = setUp([failure(403), failure(403)]);
      const withPassword = await failureOf(client.issueRtcToken(7, { password: 'guess' }));
      const without = await failureOf(client.issueRtcToken(7));
      expect([withPassword.reason, without.reason]).to.deep.equal(['wrong-password', 'forbidden']);
    });

    const noCodes = [
      '<html>Bad gateway</html>',
      '',
      'null',
      '[]',
      '{"errorCode":5}',
      '{"errorCode":"<b>A_CODE</b>"}',
      `{"errorCode":"${'A'.repeat(101)}"}`,
    ];
    for (const body of noCodes) {
      it(`takes no error code from ${body.slice(0, 40) || 'nothing'}`, async () => {
        const { client } = setUp([new Response(body, { status: 400 })]);
        const error = await failureOf(client.me());
        expect(error).to.include({ reason: 'invalid-request', errorCode: undefined });
      });
    }

    it('keeps passwords, tokens and bodies out of errors', async () => {
      const secrets = ['member-token', 's3cret-pw', 'leaked body text', 'rtc-secret'];
      const answers = [
        () => failure(400, 'INVALID_HTTP_MESSAGE_BODY'),
        () => failure(403),
        () => json({ webRtcToken: 'rtc-secret' }, 201),
        () => json({ webRtcServerUrl: 'rtc-secret', webRtcToken: 'rtc-secret' }, 201),
        () => new Response('rtc-secret', { status: 201 }),
        () => new Response('{"webRtcToken":"rtc-secret"', { status: 201 }),
      ];
      for (const answer of answers) {
        const { client } = setUp([answer()]);
        const error = await failureOf(client.issueRtcToken(7, { password: 's3cret-pw' }));
        const told = [JSON.stringify(error), error.message, error.stack, String(error.cause)];
        for (const secret of secrets) expect(told.join('\n')).not.to.contain(secret);
      }
    });
  });
});

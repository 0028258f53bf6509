import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { after, before, describe, it } from 'node:test';
import { dispose, Room, RoomEvent } from '@livekit/rtc-node';
import { startSandbox, type Sandbox } from '../../sandbox/start.js';
import { isOpen, plainEnv, portIn, until } from './support/processes.js';
import type { AnswerBody } from './support/service.js';

describe('a sandbox with its LiveKit server', () => {
  const reports: string[] = [];
  let sandbox: Sandbox;

  before(async () => {
    sandbox = await startSandbox({ env: plainEnv, report: (line) => reports.push(line) });
  });

  after(async () => {
    await sandbox.stop();
    await dispose();
  });

  async function call(
    user: string,
    route: string,
    request: object = {},
  ): Promise<{ status: number; body: AnswerBody }> {
    const [method = '', path = ''] = route.split(' ');
    const answer = await fetch(`${sandbox.url}ffc/token?user=${user}`, { method: 'POST' });
    const { accessToken } = (await answer.json()) as { accessToken: string };
    const response = await fetch(`${sandbox.serviceUrl}/v2/members/me${path}`, {
      method,
      headers: { Authorization: `Bearer ${accessToken}` },
      ...(method === 'POST' && { body: JSON.stringify({ type: 'VIDEO_CONFERENCE', ...request }) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : {}) as AnswerBody };
  }

  const createRoom = async (): Promise<number> => (await call('mina', 'POST /video-rooms')).body.id;

  async function join(user: string, id: number, customData?: object): Promise<Room> {
    const route = `POST /video-rooms/${id}/web-rtc-tokens`;
    const { status, body } = await call(user, route, customData && { customData });
    assert.equal(status, 201);
    const room = new Room();
    await room.connect(body.webRtcServerUrl, body.webRtcToken, {
      autoSubscribe: true,
      dynacast: false,
    });
    return room;
  }

  const becomes = (id: number, state: string): Promise<void> =>
    until(async () => (await call('mina', `GET /video-rooms/${id}`)).body.videoRoomState === state);

  it('says where LiveKit is and where it came from', () => {
    assert.match(reports[0] ?? '', /^LiveKit: ws:\/\/127\.0\.0\.1:\d+, .+ \(.+\)\.$/);
  });

  it('shows a room LIVE for as long as somebody is in it', async () => {
    const id = await createRoom();
    const mina = await join('mina', id);
    await becomes(id, 'LIVE');
    const jun = await join('jun', id);
    assert.equal(jun.remoteParticipants.get('mina')?.name, 'Mina Kim');
    await mina.disconnect();
    await jun.disconnect();
    await becomes(id, 'LIVE_INACTIVE');
  });

  it('shows others the name that somebody asks for with the RTC token', async () => {
    const id = await createRoom();
    const mina = await join('mina', id);
    const jun = await join('jun', id, { displayName: 'Juni' });
    await until(() => Promise.resolve(mina.remoteParticipants.has('jun')));
    const metadata = mina.remoteParticipants.get('jun')?.metadata ?? '';
    const { customData } = JSON.parse(metadata) as { customData: { displayName: string } };
    assert.equal(customData.displayName, 'Juni');
    await Promise.all([mina.disconnect(), jun.disconnect()]);
  });

  it('ends the call of a room that is deleted', async () => {
    const id = await createRoom();
    const mina = await join('mina', id);
    const disconnected = once(mina, RoomEvent.Disconnected);
    assert.equal((await call('mina', `DELETE /video-rooms/${id}`)).status, 200);
    await disconnected;
  });

  it('says in a call that it is recorded, until somebody stops that', async () => {
    const { body } = await call('mina', 'POST /video-rooms', {
      canAutoRoomCompositeRecording: true,
    });
    const mina = await join('mina', body.id);
    await until(() => Promise.resolve(mina.metadata === '{"isRecording":true}'));
    const jun = await join('jun', body.id);
    assert.equal(jun.metadata, '{"isRecording":true}');
    const stopped = await fetch(`${sandbox.serviceUrl}/__recordings/${body.id}`, {
      method: 'DELETE',
    });
    assert.equal(stopped.status, 204);
    await until(() => Promise.resolve(mina.metadata === '' && jun.metadata === ''));
    await Promise.all([mina.disconnect(), jun.disconnect()]);
  });

  it('can cut the signalling of its calls without ending them', async () => {
    const id = await createRoom();
    const mina = await join('mina', id);
    await becomes(id, 'LIVE');
    const reconnected = once(mina, RoomEvent.Reconnected);
    const cut = await fetch(`${sandbox.serviceUrl}/__faults`, {
      method: 'POST',
      body: JSON.stringify({ kind: 'cut-signal' }),
    });
    assert.equal(cut.status, 201);
    const { hits, id: fault } = (await cut.json()) as { hits: number; id: number };
    assert.equal(hits, 1);
    await assert.rejects(join('jun', id));
    assert.equal((await call('mina', `GET /video-rooms/${id}`)).body.videoRoomState, 'LIVE');
    await fetch(`${sandbox.serviceUrl}/__faults/${fault}`, { method: 'DELETE' });
    await reconnected;
    await mina.disconnect();
  });

  it('says aloud that LiveKit has died, and goes on without calls', async () => {
    const id = await createRoom();
    const mina = await join('mina', id);
    await becomes(id, 'LIVE');
    await sandbox.livekit.kill();
    assert.match(reports.join('\n'), /LiveKit has died, and all calls with it/);
    assert.ok(sandbox.livekit.outage());
    await becomes(id, 'LIVE_INACTIVE');
    const { status, body } = await call('mina', `POST /video-rooms/${id}/web-rtc-tokens`);
    assert.deepEqual([status, body.errorCode], [500, 'MEDIA_SERVICE_INTERNAL_SERVER_ERROR']);
    await sandbox.livekit.restart();
    assert.equal(sandbox.livekit.outage(), undefined);
    await mina.disconnect();
    await (await join('mina', id)).disconnect();
  });

  it('can be reached from this machine only', async () => {
    const ports = [sandbox.url, sandbox.serviceUrl, sandbox.livekit.url].map(portIn);
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const port of ports) {
      assert.equal(await isOpen(port), true);
      for (const { address } of outside) assert.equal(await isOpen(port, address), false);
    }
  });

  it('hands out tokens to its own page only, and only to people that it knows', async () => {
    const ask = async (query: string, headers?: Record<string, string>): Promise<number> => {
      const init = { method: 'POST', ...(headers && { headers }) };
      return (await fetch(`${sandbox.url}ffc/token${query}`, init)).status;
    };
    assert.equal(await ask('?user=mina'), 200);
    assert.equal(await ask('?user=mina', { Origin: sandbox.url.slice(0, -1) }), 200);
    assert.equal(await ask('?user=mina', { Origin: 'https://elsewhere.test' }), 403);
    assert.equal(await ask('?user=mina', { 'Sec-Fetch-Site': 'same-site' }), 403);
    assert.equal(await ask('?user=nobody'), 401);
    assert.equal(await ask(''), 401);
    const read = await fetch(`${sandbox.url}ffc/token?user=mina`);
    assert.equal(read.status, 405);
  });

  it('lets no web page steer it', async () => {
    const ask = async (headers: Record<string, string>): Promise<number> =>
      (await fetch(`${sandbox.serviceUrl}/__webhooks`, { headers })).status;
    assert.equal(await ask({}), 200);
    assert.equal(await ask({ Origin: 'https://elsewhere.test' }), 404);
    assert.equal(await ask({ 'Sec-Fetch-Site': 'cross-site' }), 404);
    assert.equal(await ask({ 'Sec-Fetch-Site': 'same-site' }), 404);
  });

  it('gives its page the facts that it needs, and no secret', async () => {
    const text = await (await fetch(`${sandbox.url}ffc/config`)).text();
    const config = JSON.parse(text) as { endpoint: string; users: { appUserName: string }[] };
    assert.equal(config.endpoint, sandbox.serviceUrl);
    assert.deepEqual(
      config.users.map(({ appUserName }) => appUserName),
      ['Mina Kim', 'Jun Park', 'Alex Rivera', 'Sara Haddad'],
    );
    for (const secret of [sandbox.apiKey, sandbox.apiSecret, sandbox.livekit.secret]) {
      assert.ok(!text.includes(secret));
    }
  });

  it('serves its page under a strict policy, and no other file of this machine', async () => {
    const page = await fetch(sandbox.url);
    assert.equal(page.status, 200);
    const policy = page.headers.get('Content-Security-Policy') ?? '';
    assert.match(
      policy,
      /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'/,
    );
    assert.ok(policy.includes(sandbox.livekit.url) && policy.includes(sandbox.serviceUrl));
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-hashes|'unsafe-eval'/);
    for (const path of ['@fs/etc/passwd', '.git/config', '..%2f..%2fetc%2fpasswd']) {
      const { status } = await fetch(sandbox.url + path);
      assert.ok(status === 403 || status === 404, path);
    }
  });

  it('survives requests that no browser makes', async () => {
    const port = portIn(sandbox.url);
    for (const request of [
      'GET // HTTP/1.1\r\nHost: a\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: a b:c\r\n\r\n',
      'GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n',
      'POST /ffc/token?user=%E0%A4%A HTTP/1.1\r\nHost: ::\r\nContent-Length: 0\r\n\r\n',
      'not HTTP at all\r\n\r\n',
    ]) {
      const socket = connect(port, '127.0.0.1');
      socket.write(request);
      const [answer] = (await once(socket, 'data')) as [Buffer];
      assert.match(String(answer), /^HTTP\/1\.1 [2-4]/);
      socket.destroy();
    }
    assert.equal((await fetch(sandbox.url)).status, 200);
  });

  it('says before it is ready that the LiveKit of somebody else refuses its keys', async () => {
    const { url, key } = sandbox.livekit;
    const named = { FFC_LIVEKIT_URL: url, FFC_LIVEKIT_KEY: key, FFC_LIVEKIT_SECRET: 'another' };
    const said: string[] = [];
    const report = (line: string): void => void said.push(line);
    const other = await startSandbox({ env: { ...plainEnv, ...named }, report });
    await other.stop();
    assert.match(said.join('\n'), /calls cannot connect: it does not take FFC_LIVEKIT_KEY/);
    const good = { ...named, FFC_LIVEKIT_SECRET: sandbox.livekit.secret };
    said.length = 0;
    const same = await startSandbox({ env: { ...plainEnv, ...good }, report });
    await same.stop();
    assert.doesNotMatch(said.join('\n'), /cannot connect/);
  });
});

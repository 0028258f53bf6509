import { expect } from '@open-wc/testing';
import type { RoomQuery } from '../../../src/api/types.js';
import { createMockChannels } from '../../../src/mock/channels.js';
import { FfcError } from '../../../src/core/errors.js';
import { createMockPush } from '../../../src/mock/push.js';
import { createMockService, createMockServices, demoPassword } from '../../../src/mock/index.js';

const now = () => Date.UTC(2025, 5, 1, 9);

async function errorOf(work: Promise<unknown>): Promise<FfcError> {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).to.be.instanceOf(FfcError);
  return thrown as FfcError;
}

describe('createMockPush', () => {
  it('does not stop for a handler that throws, as the real stream does not', () => {
    const { reportError } = globalThis;
    const reported: unknown[] = [];
    const heard: string[] = [];
    const push = createMockPush();
    const { signal } = new AbortController();
    const mistake = new Error('A mistake of the app.');
    push.subscribe(
      () => {
        throw mistake;
      },
      { signal },
    );
    push.subscribe(({ type }) => heard.push(type), { signal });
    try {
      globalThis.reportError = (error) => reported.push(error);
      push.tell({ type: 'gap' });
    } finally {
      globalThis.reportError = reportError;
    }
    expect(heard).to.deep.equal(['gap']);
    expect(reported).to.deep.equal([mistake]);
  });
});

describe('createMockService', () => {
  const titles = async (query: RoomQuery) => {
    const { content } = await createMockService({ now }).listRooms(query);
    return content.map(({ title }) => title);
  };

  it('has a room of each sort', async () => {
    const { content, totalElements } = await createMockService().listRooms();
    expect(totalElements).to.equal(6);
    expect(new Set(content.map((room) => room.videoRoomState))).to.include.keys(
      'LIVE',
      'LIVE_INACTIVE',
      'SCHEDULED',
      'ENDED',
    );
    expect(content.filter((room) => room.policy.hasPassword)).to.have.length(1);
    expect(content.filter((room) => room.type === 'BROADCAST_RTMP')).to.have.length(1);
  });

  it('makes rooms as the service does: scheduled, and with a channel of their title', async () => {
    const service = createMockService({ rooms: [] });
    const { id } = await service.createRoom({
      type: 'VIDEO_CONFERENCE',
      title: 'One',
      password: 'x',
    });
    const room = await service.getRoom(id);
    expect(room.videoRoomState).to.equal('SCHEDULED');
    expect(room.scheduledAt).to.equal(undefined);
    expect(room.channel).to.deep.equal({ id, channelState: 'CREATED', name: 'One' });
    expect([room.protocol, room.creatorType, room.lastSessionNo]).to.deep.equal([
      'WEB_RTC',
      'MEMBER',
      0,
    ]);
    service.putRoom({ ...room, title: 'Two', videoRoomState: 'LIVE' });
    const channels = createMockChannels({ room: () => service.rooms[0] });
    const { channelState, name } = await channels.getChannel(id);
    expect([channelState, name]).to.deep.equal(['OPENED', 'Two']);
  });

  it('removes fields that are set to null', async () => {
    const service = createMockService({ rooms: [] });
    const scheduledAt = '2030-01-01T00:00:00Z';
    const { id, policy } = await service.createRoom({
      ...{ type: 'VIDEO_CONFERENCE', title: 'One', description: 'Two' },
      ...{ password: 'secret', scheduledAt },
    });
    expect(policy.hasPassword).to.equal(true);
    const room = await service.updateRoom(id, {
      ...{ description: null, password: null, scheduledAt: null },
    });
    expect([room.title, room.description, room.scheduledAt]).to.deep.equal([
      'One',
      undefined,
      undefined,
    ]);
    expect(room.policy.hasPassword).to.equal(false);
    expect((await service.issueRtcToken(id)).webRtcToken).to.be.a('string');
  });

  it('finds, filters and sorts', async () => {
    expect(await titles({ keyword: '  DESIGN ' })).to.deep.equal(['Weekly design review']);
    expect(await titles({ keyword: '회의' })).to.deep.equal(['제품팀 아침 회의']);
    expect(await titles({ videoRoomState: 'LIVE' })).to.deep.equal(['Weekly design review']);
    expect(await titles({ type: 'BROADCAST_RTMP' })).to.have.length(1);
    expect(await titles({ appUserId: 'nobody' })).to.be.empty;
    const newest = await titles({ sortBy: 'CREATED_AT_DESC' });
    expect(await titles({ sortBy: 'CREATED_AT_ASC' })).to.deep.equal([...newest].reverse());
  });

  it('gives pages that count from 0', async () => {
    const service = createMockService();
    const page = await service.listRooms({ page: 1, pageSize: 4 });
    expect(page).to.include({
      number: 1,
      size: 4,
      totalPages: 2,
      totalElements: 6,
      first: false,
      last: true,
    });
    expect(page.content).to.have.length(2);
    const empty = await service.listRooms({ keyword: 'nothing like it' });
    expect(empty).to.include({ totalPages: 0, first: true, last: true });
  });

  it('creates, changes and deletes a room', async () => {
    const service = createMockService({ now });
    const room = await service.createRoom({ type: 'VIDEO_CONFERENCE', title: 'New' });
    expect(room).to.include({ id: 7, title: 'New', createdAt: '2025-06-01T09:00:00.000Z' });
    const changed = await service.updateRoom(7, { title: 'Newer', password: 'secret' });
    expect(changed).to.include({ title: 'Newer' });
    expect(changed.policy.hasPassword).to.be.true;
    expect(JSON.stringify(changed)).not.to.include('secret');
    await service.deleteRoom(7);
    expect((await errorOf(service.getRoom(7))).reason).to.equal('room-not-found');
  });

  it('keeps the limits of the service', async () => {
    const service = createMockService();
    const type = 'VIDEO_CONFERENCE';
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`k${i}`, 'v']));
    const long = 'x'.repeat(51);
    const refused = [
      [{ type: '' }, 'EMPTY_VIDEO_ROOM_TYPE'],
      [{ type: 'BROADCAST_RTMP' }, 'EMPTY_VIDEO_ROOM_SCHEDULED_AT'],
      [{ type, customType: long }, 'CUSTOM_TYPE_SIZE_UPPER_LIMIT_EXCEEDED'],
      [{ type, customData: many }, 'CUSTOM_DATA_ITEM_COUNT_UPPER_LIMIT_EXCEEDED'],
      [{ type, customData: { [long]: 'v' } }, 'CUSTOM_DATA_ITEM_NAME_SIZE_UPPER_LIMIT_EXCEEDED'],
      [{ type, customData: { k: long } }, 'CUSTOM_DATA_ITEM_VALUE_SIZE_UPPER_LIMIT_EXCEEDED'],
    ] as const;
    for (const [input, errorCode] of refused) {
      const error = await errorOf(service.createRoom(input));
      expect(error).to.include({ reason: 'invalid-request', status: 400, errorCode });
    }
  });

  it('lets into a locked room with its password only', async () => {
    const service = createMockService();
    expect((await errorOf(service.issueRtcToken(3))).reason).to.equal('wrong-password');
    const wrong = await errorOf(service.issueRtcToken(3, { password: 'guess' }));
    expect(wrong).to.include({ reason: 'wrong-password', status: 403 });
    expect(await service.issueRtcToken(3, { password: demoPassword })).to.have.keys(
      'webRtcServerUrl',
      'webRtcToken',
    );
  });

  it('fails once on demand, and waits while it is held', async () => {
    const service = createMockService();
    const error = new FfcError({ reason: 'rate-limited', stage: 'api', message: 'Slow down.' });
    service.failNext('me', error);
    expect(await errorOf(service.me())).to.equal(error);
    const release = service.hold('me');
    let answered = false;
    const asking = service.me().then(() => (answered = true));
    await service.listRooms();
    expect(answered).to.be.false;
    release();
    await asking;
    expect(service.calls).to.deep.equal({ me: 2, listRooms: 1 });
  });

  it('gives up a slow call that is aborted', async () => {
    const service = createMockService({ latency: 60_000 });
    const abort = new AbortController();
    const asking = service.createRoom({ type: 'VIDEO_CONFERENCE' }, { signal: abort.signal });
    abort.abort();
    expect((await errorOf(asking)).reason).to.equal('aborted');
    expect(service.rooms).to.have.length(6);
  });
});

describe('createMockServices', () => {
  it('gives a new session for each visit, with the same people', async () => {
    const services = createMockServices();
    services.session.crowd(2);
    const prepared = services.session;
    expect(await services.createSession({})).to.equal(prepared);
    prepared.removeParticipant('guest1');
    const next = await services.createSession({});
    expect(next).to.equal(services.session);
    expect(next).not.to.equal(prepared);
    expect(services.session.script().map(({ identity }) => identity)).to.deep.equal(['guest2']);
  });
});

describe('the end of a call for everybody', () => {
  it('is no method of the mock, unless it is wanted', () => {
    expect('endRoom' in createMockService()).to.equal(false);
  });

  it('ends the room and the session, and can be held back and fail', async () => {
    const services = createMockServices({ service: { canEndRooms: true, now } });
    const { service, rooms, session } = services;
    await session.connect({ url: 'wss://media.invalid', token: 'token' });
    service.failNext('endRoom', new FfcError({ reason: 'forbidden', stage: 'api', message: '' }));
    expect((await errorOf(rooms.endRoom!(1))).reason).to.equal('forbidden');
    expect(session.connection.state).to.equal('connected');
    const release = service.hold('endRoom');
    const ended = rooms.endRoom!(1);
    expect(session.connection.state).to.equal('connected');
    release();
    await ended;
    expect(session.connection).to.deep.equal({ state: 'disconnected', reason: 'room-ended' });
    const { videoRoomState, liveEndedAt } = await rooms.getRoom(1);
    expect([videoRoomState, liveEndedAt]).to.deep.equal(['ENDED', '2025-06-01T09:00:00.000Z']);
  });

  it('leaves a preview alone', async () => {
    const { rooms, session } = createMockServices({ service: { canEndRooms: true } });
    await session.setCameraEnabled(true);
    await rooms.endRoom!(1);
    expect(session.connection.state).to.equal('new');
    expect(session.participants()[0]?.tracks.length).to.equal(1);
  });
});

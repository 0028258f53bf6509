import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readMember, readRoom, readRoomPage, readRtcGrant } from '../../../src/api/schema.js';
import type { VideoRoom } from '../../../src/api/types.js';
import { FfcError } from '../../../src/core/errors.js';
import { silentLogger, type Logger } from '../../../src/core/logger.js';
import { pageOf, room, thrownBy } from './support.js';

const encode = (value: unknown): string => JSON.stringify(value);

describe('readRoom', () => {
  it('needs an id, a type and a state, and nothing else', () => {
    const read = readRoom('{"id":1,"type":"WEBINAR","videoRoomState":"LIVE"}');
    expect(read).to.include({ id: 1, type: 'WEBINAR', videoRoomState: 'LIVE', title: undefined });
    expect(read.policy).to.deep.equal({
      hasPassword: false,
      manuallyApproval: false,
      canAutoRoomCompositeRecording: false,
    });
  });

  for (const field of ['id', 'type', 'videoRoomState']) {
    for (const value of [undefined, null, {}]) {
      it(`refuses a room whose ${field} is ${encode(value)}, and names the field`, async () => {
        const error = await thrownBy(() => readRoom(encode({ ...room, [field]: value })));
        expect(error).to.include({ reason: 'invalid-response', stage: 'api' });
        expect(error.message).to.contain(field);
      });
    }
  }

  it('says how a room is carried, where the service does', () => {
    expect(readRoom(encode({ ...room, protocol: 'WEB_RTC' })).protocol).to.equal('WEB_RTC');
    expect(readRoom(encode({ ...room, protocol: null })).protocol).to.equal(undefined);
  });

  it('keeps values that a later version of the service may invent', () => {
    const read = readRoom(encode({ ...room, type: 'HOLOGRAM', videoRoomState: 'DREAMING' }));
    expect(read).to.include({ type: 'HOLOGRAM', videoRoomState: 'DREAMING' });
  });

  it('leaves out fields that it does not know', () => {
    expect(readRoom(encode({ ...room, brandNew: 1 }))).not.to.have.property('brandNew');
  });

  it('treats null and a wrong kind as missing', () => {
    const read = readRoom(encode({ ...room, title: null, description: 7, policy: [], member: {} }));
    expect(read).to.include({ title: undefined, description: undefined, member: undefined });
    expect(read.policy.hasPassword).to.equal(false);
  });

  it('keeps the valid fields of the policy and of the owner', () => {
    const member = { id: 'seven', appUserId: 'mina', appUserName: 'Mina' };
    const read = readRoom(encode({ ...room, member, policy: { hasPassword: true } }));
    expect(read.policy).to.include({ hasPassword: true, manuallyApproval: false });
    expect(read.member).to.include({ id: undefined, appUserId: 'mina', appUserName: 'Mina' });
  });

  it('keeps custom data only when it is an object', () => {
    const read = (customData: unknown) => readRoom(encode({ ...room, customData })).customData;
    expect(read({ seat: 1 })).to.deep.equal({ seat: 1 });
    for (const other of [null, 'text', 5, [1]]) expect(read(other)).to.equal(undefined);
  });

  it('refuses an id that JavaScript cannot count to', async () => {
    const error = await thrownBy(() => readRoom(encode(room).replace('7', '9007199254740993')));
    expect(error.reason).to.equal('invalid-response');
  });

  it('keeps long text as it came', () => {
    const title = 'x'.repeat(1_000_000);
    expect(readRoom(encode({ ...room, title })).title).to.equal(title);
  });
});

describe('readMember', () => {
  it('keeps the app’s fields of a member', () => {
    const mina = { id: 1, appUserId: 'mina', email: 'mina@example.com', country: 'KR', lang: null };
    expect(readMember(encode(mina))).to.include({ ...mina, lang: undefined });
  });

  it('keeps the address of a picture as it is stored', () => {
    for (const appUserProfileImgUrl of ['', '/me.png', 'me.png', 'javascript:alert(1)']) {
      const read = readMember(encode({ appUserId: 'mina', appUserProfileImgUrl }));
      expect(read).to.include({ appUserProfileImgUrl });
    }
  });
});

describe('readRoomPage', () => {
  it('leaves out an entry that makes no sense, and says which', () => {
    const lines: unknown[] = [];
    const logger: Logger = { debug: (_, facts) => lines.push(facts), warn: () => {} };
    const answer = encode(pageOf([room, 'secret', { ...room, id: null }, room]));
    const page = readRoomPage(answer, logger);
    expect(page.content.map(({ id }) => id)).to.deep.equal([7, 7]);
    expect(lines).to.deep.equal([
      { index: 1, fields: 'all' },
      { index: 2, fields: 'id' },
    ]);
  });

  it('takes first and last as they are answered, else works them out', () => {
    const read = (rest: object) => readRoomPage(encode(pageOf([room], rest)), silentLogger);
    expect(read({ first: false, last: false })).to.include({ first: false, last: false });
    expect(read({})).to.include({ first: true, last: true });
    expect(read({ number: 1, totalPages: 3 })).to.include({ first: false, last: false });
  });

  const broken = {
    'no content': pageOf([room], { content: undefined }),
    'content that is no list': pageOf([room], { content: {} }),
    'a negative number': pageOf([room], { number: -1 }),
    'half a page': pageOf([room], { totalPages: 1.5 }),
    'a total in words': pageOf([room], { totalElements: 'many' }),
    'a list': [room],
    nothing: null,
  };
  for (const [what, answer] of Object.entries(broken)) {
    it(`refuses a page with ${what}`, async () => {
      const error = await thrownBy(() => readRoomPage(encode(answer), silentLogger));
      expect(error.reason).to.equal('invalid-response');
    });
  }
});

describe('readRtcGrant', () => {
  for (const scheme of ['ws', 'wss', 'http', 'https']) {
    it(`takes a ${scheme} URL`, () => {
      const grant = { webRtcServerUrl: `${scheme}://media.test`, webRtcToken: 'token' };
      expect(readRtcGrant(encode(grant))).to.deep.equal(grant);
    });
  }

  const broken = [
    { webRtcServerUrl: 'javascript:alert(1)', webRtcToken: 'token' },
    { webRtcServerUrl: 'media.test', webRtcToken: 'token' },
    { webRtcServerUrl: 'wss://media.test', webRtcToken: '' },
    { webRtcServerUrl: 'wss://media.test' },
    { webRtcToken: 'token' },
  ];
  for (const grant of broken) {
    it(`refuses ${encode(grant)}`, async () => {
      const error = await thrownBy(() => readRtcGrant(encode(grant)));
      expect(error.reason).to.equal('invalid-response');
    });
  }
});

describe('any answer at all', () => {
  const texts = [
    'uuid',
    'accessLevel',
    'title',
    'description',
    'customType',
    'scheduledAt',
    'cancelledAt',
    'liveStartedAt',
    'liveEndedAt',
    'createdAt',
    'lastModifiedAt',
  ] as const;

  function expectRoom(read: VideoRoom): void {
    expect(read.id).to.satisfy(Number.isSafeInteger);
    expect([typeof read.type, typeof read.videoRoomState]).to.deep.equal(['string', 'string']);
    for (const name of texts) expect(read[name]).to.satisfy(isTextOrUndefined);
    for (const flag of Object.values(read.policy)) expect(flag).to.be.a('boolean');
    expect(read.customData).to.satisfy(isObjectOrUndefined);
    if (read.member) {
      expect(read.member.appUserId).to.be.a('string');
      expect(read.member.appUserProfileImgUrl).to.satisfy(isTextOrUndefined);
      expect(read.member.id).to.satisfy(isCountOrUndefined);
    }
  }

  function check(read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof FfcError)) throw error;
      expect(error.reason).to.equal('invalid-response');
    }
  }

  const anyJson = fc.jsonValue({ maxDepth: 4 });
  const field = fc.oneof(anyJson, fc.constant(undefined), fc.constantFrom('__proto__', 1e400, -1));
  const roomLike = fc.record(
    {
      id: fc.oneof(fc.nat(), field),
      type: fc.oneof(fc.string(), field),
      videoRoomState: fc.oneof(fc.string(), field),
      member: fc.oneof(fc.record({ id: field, appUserId: field }), field),
      policy: fc.oneof(fc.record({ hasPassword: field }), field),
      customData: field,
      ...Object.fromEntries(texts.map((name) => [name, field])),
    },
    { requiredKeys: [] },
  );

  it('gives a room of the right types or invalid-response, for objects like rooms', () => {
    fc.assert(fc.property(roomLike, (it) => check(() => expectRoom(readRoom(encode(it))))));
  });

  it('gives a page of the right types or invalid-response, for objects like pages', () => {
    const count = fc.oneof({ weight: 9, arbitrary: fc.nat() }, field);
    const pageLike = fc.record({
      content: fc.oneof({ weight: 9, arbitrary: fc.array(fc.oneof(roomLike, anyJson)) }, field),
      number: count,
      size: count,
      totalPages: count,
      totalElements: count,
      first: field,
      last: field,
    });
    fc.assert(
      fc.property(pageLike, (it) =>
        check(() => {
          const { content, first, last, ...counts } = readRoomPage(encode(it), silentLogger);
          content.forEach(expectRoom);
          expect([typeof first, typeof last]).to.deep.equal(['boolean', 'boolean']);
          for (const value of Object.values(counts)) expect(value).to.be.at.least(0);
        }),
      ),
    );
  });

  for (const read of [readMember, readRoom, readRtcGrant]) {
    it(`never breaks ${read.name}, JSON or not`, () => {
      const answer = fc.oneof(fc.string(), fc.json());
      fc.assert(fc.property(answer, (text) => check(() => void read(text))));
    });
  }
});

function isTextOrUndefined(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function isObjectOrUndefined(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null);
}

function isCountOrUndefined(value: unknown): boolean {
  return value === undefined || Number.isSafeInteger(value);
}

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseMember, toDisplayName } from '../../../src/state/member.js';

const text = (metadata: unknown): string =>
  typeof metadata === 'string' ? metadata : JSON.stringify(metadata);
/** Metadata that only the server can write. */
const parse = (metadata: unknown) => parseMember(text(metadata), 'Server name', 'id-1', false);
/** Metadata that the participant may have written. */
const claim = (metadata: unknown, identity = 'id-1', canUpdateMetadata?: boolean) =>
  parseMember(text(metadata), 'Server name', identity, canUpdateMetadata);

const details = {
  appUserId: 'mina',
  appUserName: 'Mina Kim',
  appUserProfileImgUrl: 'https://example.com/mina.png',
  channelMemberType: 'OPERATOR',
  customData: { team: 'Design' },
};
const mina = {
  verified: true,
  appUserId: 'mina',
  name: 'Mina Kim',
  picture: 'https://example.com/mina.png',
  role: 'OPERATOR',
  customData: { team: 'Design' },
};

describe('parseMember', () => {
  it('reads the details at the top and under appUser', () => {
    expect(parse(details)).to.deep.equal(mina);
    expect(parse({ appUser: details })).to.deep.equal(mina);
  });

  it('reads each detail where it is', () => {
    const { appUserName, ...rest } = details;
    expect(parse({ appUserName, appUser: rest })).to.deep.equal(mina);
    expect(parse({ appUserName: 7, appUser: details }).name).to.equal('Mina Kim');
  });

  const garbage: Record<string, unknown> = {
    'no JSON': 'mina',
    'an open brace': '{"appUserName":',
    nothing: '',
    null: null,
    'a number': 7,
    'a text': '"Mina"',
    'an array': [details],
    'an appUser that is an array': { appUser: [details] },
    'an appUser that is null': { appUser: null },
    'details of the wrong types': {
      appUserId: 1,
      appUserName: { first: 'Mina' },
      appUserProfileImgUrl: ['https://example.com/mina.png'],
      channelMemberType: true,
      customData: 'Design',
    },
    'custom data that is an array': { customData: ['Design'] },
    'a list as deep as it can be': '['.repeat(60_000) + ']'.repeat(60_000),
  };
  for (const [what, metadata] of Object.entries(garbage)) {
    it(`ignores ${what}`, () => {
      expect(parse(metadata)).to.deep.equal({
        verified: true,
        appUserId: undefined,
        name: 'Server name',
        picture: undefined,
        role: undefined,
        customData: undefined,
      });
    });
  }

  it('ignores endless metadata without losing time', () => {
    const long = JSON.stringify({ ...details, padding: 'x'.repeat(1024 * 1024) });
    expect(parse(long).name).to.equal('Server name');
  });

  it('falls back to the name of the server, then to the identity, then to a question mark', () => {
    expect(parseMember(undefined, 'Server name', 'id-1').name).to.equal('Server name');
    expect(parseMember(undefined, ' ', 'id-1').name).to.equal('id-1');
    expect(parseMember(undefined, '', '').name).to.equal('?');
  });

  it('puts the name that was chosen at the join before the name of the member', () => {
    const named = { ...details, customData: { team: 'Design', displayName: ' Dr. Kim ' } };
    expect(parse(named)).to.include({ name: 'Dr. Kim', appUserId: 'mina' });
    expect(parse({ appUser: named }).name).to.equal('Dr. Kim');
    for (const displayName of ['', '\u200b', 7, null]) {
      expect(parse({ ...details, customData: { displayName } }).name).to.equal('Mina Kim');
    }
  });

  it('takes no name that nobody can see', () => {
    for (const name of ['', '   ', '\u200b', '\u3164', '\u202e', '\u0000', '\u200d', '\ufeff']) {
      expect(parse({ appUserName: name }).name, JSON.stringify(name)).to.equal('Server name');
    }
  });

  it('keeps a name on one line, in its own direction, and short', () => {
    expect(parse({ appUserName: '  Mina\n\tKim\u0007 ' }).name).to.equal('Mina Kim');
    expect(parse({ appUserName: 'abc\u202egnp.exe' }).name).to.equal('abcgnp.exe');
    expect(parse({ appUserName: 'x'.repeat(5000) }).name).to.have.length(100);
    expect(parse({ appUserName: '👩‍💻 Mina' }).name).to.equal('👩‍💻 Mina');
    expect(parse({ appUserName: '😀'.repeat(200) }).name).to.equal('😀'.repeat(100));
  });

  it('leaves markup as the text that it is', () => {
    const name = '<img src=x onerror=alert(1)>';
    expect(parse({ appUserName: name }).name).to.equal(name);
  });

  it('takes a picture from the web only', () => {
    const picture = (url: unknown) => parse({ appUserProfileImgUrl: url }).picture;
    expect(picture('http://example.com/a b.png')).to.equal('http://example.com/a%20b.png');
    for (const url of [
      'javascript:alert(1)',
      'data:image/png;base64,AAAA',
      'blob:https://example.com/1',
      'file:///etc/passwd',
      '/relative.png',
      '//example.com/x.png',
      'https://',
      `https://example.com/${'x'.repeat(3000)}`,
    ]) {
      expect(picture(url), url).to.equal(undefined);
    }
  });

  it('freezes the member and its data to the bottom', () => {
    const member = parse({ ...details, customData: { nested: { list: [{}] } } });
    const nested = member.customData?.['nested'] as { list: object[] };
    for (const part of [member, member.customData, nested, nested.list, nested.list[0]]) {
      expect(part).to.be.frozen;
    }
  });

  it('does not let metadata reach a prototype', () => {
    const member = parse('{"__proto__":{"appUserName":"x"},"customData":{"__proto__":{"a":1}}}');
    expect(member.name).to.equal('Server name');
    expect(Object.keys(member.customData!)).to.be.empty;
    expect(Object.assign({}, member.customData)).not.to.have.property('a');
  });

  it('never throws, and always finds a name to show', () => {
    const metadata = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc
        .record(
          {
            appUserId: fc.anything(),
            appUserName: fc.oneof(fc.anything(), fc.string({ unit: 'binary' })),
            appUserProfileImgUrl: fc.oneof(fc.anything(), fc.webUrl()),
            channelMemberType: fc.anything(),
            customData: fc.anything(),
            appUser: fc.anything(),
          },
          { requiredKeys: [] },
        )
        .map((facts) => {
          try {
            return JSON.stringify(facts);
          } catch {
            return undefined;
          }
        }),
      fc.constant(undefined),
    );
    const anyText = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(metadata, anyText, anyText, fc.boolean(), (raw, name, identity, mayUpdate) => {
        const member = parseMember(raw, name, identity, mayUpdate);
        expect(member.name.trim()).to.equal(member.name);
        expect(Array.from(member.name).length).to.be.within(1, 100);
        expect(member.name).not.to.match(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        if (member.picture !== undefined) expect(member.picture).to.match(/^https?:\/\//);
      }),
    );
  });
});

describe('metadata that a participant may have written itself', () => {
  for (const [what, canUpdateMetadata] of [
    ['may change it', true],
    ['may perhaps change it', undefined],
  ] as const) {
    it(`does not show a claimed member for a participant who ${what}`, () => {
      for (const metadata of [details, { appUser: details }]) {
        expect(claim(metadata, 'mallory', canUpdateMetadata)).to.deep.equal({
          verified: false,
          appUserId: undefined,
          name: 'Server name',
          picture: undefined,
          role: undefined,
          customData: undefined,
        });
      }
    });

    it(`gives a name but no role when it names no member, and the participant ${what}`, () => {
      const { appUserId, ...rest } = details;
      const member = claim(rest, appUserId, canUpdateMetadata);
      expect(member).to.include({ verified: false, name: 'Mina Kim', role: undefined });
    });
  }

  it('is believed when a participant who may perhaps change it names itself by its identity', () => {
    expect(claim(details, 'mina', undefined)).to.deep.equal(mina);
  });

  it('gives a name and a picture but no role when a participant who may change it names itself', () => {
    expect(claim(details, 'mina', true)).to.deep.equal({
      ...mina,
      verified: false,
      role: undefined,
    });
  });

  it('does not match a missing identity', () => {
    for (const appUserId of ['', ' ', null, undefined]) {
      expect(claim({ ...details, appUserId }, '')).to.include({ verified: false, role: undefined });
    }
  });

  it('does not let a second appUserId, of another place, pass for the first', () => {
    const metadata = { appUserId: 'mina', appUser: { ...details, appUserId: 'mallory' } };
    expect(claim(metadata, 'mallory')).to.include({ verified: false, role: undefined });
  });
});

describe("a name of one's own", () => {
  it('is one line that the service carries', () => {
    expect(toDisplayName('  Dr.\nKim ')).to.equal('Dr. Kim');
    expect(toDisplayName('x'.repeat(200))).to.equal('x'.repeat(50));
    expect(toDisplayName('😀'.repeat(200))).to.equal('😀'.repeat(25));
    expect(toDisplayName(`${'x'.repeat(49)}😀`)).to.equal('x'.repeat(49));
  });

  it('is none where there is nothing to see', () => {
    for (const name of [undefined, '', ' ', '\u200b']) {
      expect(toDisplayName(name)).to.equal(undefined);
    }
  });
});

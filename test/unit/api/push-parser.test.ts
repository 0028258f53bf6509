import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { createEventParser } from '../../../src/api/push-parser.js';
import { thrownBy } from './support.js';

const encoder = new TextEncoder();

/** Parses a stream that arrives in these pieces. */
function read(...pieces: (string | Uint8Array)[]) {
  const position = { lastEventId: '', retry: 1000 };
  const events: string[] = [];
  const feed = createEventParser(position, (data) => events.push(data));
  for (const piece of pieces) feed(typeof piece === 'string' ? encoder.encode(piece) : piece);
  return { events, ...position };
}

/** Cuts bytes at these places. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const edges = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length];
  edges.sort((a, b) => a - b);
  return edges.slice(1).map((end, index) => bytes.slice(edges[index], end));
}

describe('an event stream', () => {
  for (const [name, end] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`may end its lines with ${name}`, () => {
      expect(read(`data: a${end}data: b${end}${end}data: c${end}${end}`).events).to.deep.equal([
        'a\nb',
        'c',
      ]);
    });
  }

  it('may mix them', () => {
    expect(read('data: a\r\ndata: b\rdata: c\n\r\n').events).to.deep.equal(['a\nb\nc']);
  });

  it('may begin with a byte order mark', () => {
    expect(
      read(new Uint8Array([0xef, 0xbb]), new Uint8Array([0xbf]), 'data: a\n\n').events,
    ).to.deep.equal(['a']);
  });

  it('loses one space after a colon, and no more', () => {
    expect(read('data:a\ndata: b\ndata:  c\ndata\ndata:\n\n').events).to.deep.equal([
      'a\nb\n c\n\n',
    ]);
  });

  it('ignores comments, unknown fields and events without data', () => {
    const { events } = read(': beat\n\nevent: x\n\nnonsense\ndata2: b\n : c\n\ndata: a\n\n');
    expect(events).to.deep.equal(['a']);
  });

  it('tells an empty line of data as an event', () => {
    expect(read('data\n\n').events).to.deep.equal(['']);
  });

  it('does not tell an event that was cut off', () => {
    expect(read('data: a\n\nid: 2\ndata: b\n')).to.deep.include({
      events: ['a'],
      lastEventId: '',
    });
  });

  it('keeps the id of the last event, until another is named', () => {
    expect(read('id: 1\ndata: a\n\ndata: b\n\n').lastEventId).to.equal('1');
    expect(read('id: 1\n\nid: 2\ndata: b\n\n').lastEventId).to.equal('2');
    expect(read('id: 1\n\nid\n\n').lastEventId).to.equal('');
    expect(read('id: 1\n\nid: a\0b\n\n').lastEventId).to.equal('1');
  });

  it('says how long to wait, in digits only', () => {
    expect(read('retry: 2500\n').retry).to.equal(2500);
    for (const value of ['', '-1', '1e3', '1.5', ' 7', 'soon']) {
      expect(read(`retry: ${value}\n`).retry).to.equal(1000);
    }
  });

  it('has the same events however it is cut into pieces', () => {
    const line = fc.oneof(
      fc.constantFrom('data', 'data:', 'id: 1', 'id:', 'retry: 7', ': beat', '', '', 'event: x'),
      fc.string({ unit: 'grapheme' }).map((text) => `data: ${text}`),
      fc.string({ unit: 'binary' }),
    );
    const stream = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')))
      .map((lines) => lines.flat().join(''));
    fc.assert(
      fc.property(stream, fc.boolean(), fc.array(fc.nat()), (text, mark, places) => {
        const bytes = encoder.encode((mark ? '\ufeff' : '') + text);
        expect(read(...cut(bytes, places))).to.deep.equal(read(bytes));
        expect(read(...Array.from(bytes, (byte) => new Uint8Array([byte])))).to.deep.equal(
          read(bytes),
        );
      }),
    );
  });

  it('returns the events that were written to it', () => {
    const data = fc.array(
      fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, '')),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(fc.array(data), fc.constantFrom('\n', '\r\n', '\r'), (events, end) => {
        const text = events.map(
          (lines) => lines.map((line) => `data: ${line}${end}`).join('') + end,
        );
        expect(read(text.join('')).events).to.deep.equal(events.map((lines) => lines.join('\n')));
      }),
    );
  });

  it('is given up when an event does not end', async () => {
    const piece = 'x'.repeat(300_000);
    for (const lines of [['data: ', piece], [`data: ${piece}\n`]]) {
      const endless = Array.from({ length: 4 }, () => lines).flat();
      const error = await thrownBy(() => read(...endless));
      expect(error.reason).to.equal('invalid-response');
    }
  });
});

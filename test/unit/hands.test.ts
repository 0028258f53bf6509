import { expect } from '@open-wc/testing';
import { createCell } from '../../src/core/cell.js';
import { Hands } from '../../src/features/signals/hands.js';
import { readSignal } from '../../src/features/signals/signal.js';
import { createFeature } from '../../src/features/signals/signals-feature.js';
import type { RoomHandle } from '../../src/parts/room-handle.js';
import { signsOf } from '../../src/parts/signs.js';
import type { ParticipantSnapshot } from '../../src/state/types.js';

describe('raised hands', () => {
  it('have the same order for everybody, whatever the order of their messages', () => {
    const raised = [
      ['jun', 2],
      ['ada', 1],
      ['mina', 2],
      ['kwame', 3],
    ] as const;
    const expected = ['ada', 'jun', 'mina', 'kwame'];
    for (const order of [raised, raised.toReversed(), raised.toSorted()]) {
      const hands = new Hands();
      for (const [identity, number] of order) hands.raise(identity, number);
      expect(hands.identities).to.deep.equal(expected);
      expect(hands.next).to.equal(4);
    }
  });

  it('keep their place when they are sent again, and lose it when they are lowered', () => {
    const hands = new Hands();
    hands.raise('ada', 1);
    hands.raise('jun', 2);
    expect(hands.raise('jun', 1)).to.equal(false);
    expect(hands.lower('ada')).to.equal(true);
    expect(hands.lower('ada')).to.equal(false);
    hands.raise('ada', hands.next);
    expect(hands.identities).to.deep.equal(['jun', 'ada']);
  });

  it('do not run out of numbers', () => {
    const hands = new Hands();
    hands.raise('last', 1_000_000);
    expect(readSignal(`{"type":"hand","raised":true,"order":${hands.next}}`)).to.include({
      order: 1_000_000,
    });
  });
});

describe('a message of people’s signs', () => {
  it('has only known fields and values', () => {
    const signals = [
      { type: 'hand', raised: true, order: 3 },
      { type: 'hand', raised: false },
      { type: 'reaction', name: 'clap' },
      { type: 'mute' },
    ];
    for (const signal of signals) {
      expect(readSignal(JSON.stringify({ ...signal, more: 1 }))).to.deep.equal(signal);
    }
  });

  it('is ignored when it is anything else', () => {
    const texts = [
      undefined,
      '',
      'hand',
      'null',
      '[]',
      '{"type":"unmute"}',
      '{"type":"hand","raised":"true","order":1}',
      '{"type":"hand","raised":true}',
      '{"type":"hand","raised":true,"order":0}',
      '{"type":"hand","raised":true,"order":1.5}',
      '{"type":"hand","raised":true,"order":1e300}',
      '{"type":"reaction","name":"constructor"}',
      '{"type":"reaction","name":["clap"]}',
      `{"type":"mute","more":"${'x'.repeat(100_000)}"}`,
    ];
    for (const text of texts) expect(readSignal(text), text?.slice(0, 60)).to.equal(undefined);
  });
});

describe('a call with 500 raised hands', () => {
  it('is not slowed down by them or by invalid signals', () => {
    const host = document.createElement('div');
    const store = { phase: createCell({ state: 'connected' }), on: () => () => {} };
    const room = { store, host, isInCall: true } as unknown as RoomHandle;
    const end = new AbortController();
    const signals = createFeature(room, end.signal);
    let told = 0;
    host.addEventListener('ffc-hand-change', () => told++);
    const receive = (identity: string, text: string): void => {
      const participant = { identity, member: {} } as ParticipantSnapshot;
      signals.receive({ participant, topic: 'ffc.signal', data: new Uint8Array(), text });
    };
    const start = performance.now();
    for (let n = 500; n > 0; n--) {
      receive(`guest${n}`, `{"type":"hand","raised":true,"order":${n}}`);
      receive(`guest${n}`, '{"type":"hand","raised":true,"order":-1}');
      receive(`guest${n}`, 'x'.repeat(15_000));
    }
    const time = performance.now() - start;
    const hands = signsOf(room).hands.getSnapshot();
    expect([told, hands.length, hands[0], hands[499]]).to.deep.equal([
      500,
      500,
      'guest1',
      'guest500',
    ]);
    expect(time, 'milliseconds for all of them').to.be.below(500);
    end.abort();
    expect(signsOf(room).hands.getSnapshot()).to.deep.equal([]);
  });
});

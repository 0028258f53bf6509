import { expect } from '@open-wc/testing';
import { Emitter } from '../../src/core/emitter.js';

interface Events {
  ring: number;
}

describe('Emitter', () => {
  it('takes the same function twice as two subscriptions, as a cell does', () => {
    const emitter = new Emitter<Events>();
    const heard: number[] = [];
    const listen = (times: number): void => void heard.push(times);
    const off = emitter.on('ring', listen);
    emitter.on('ring', listen);
    emitter.emit('ring', 1);
    expect(heard).to.deep.equal([1, 1]);
    off();
    off();
    emitter.emit('ring', 2);
    expect(heard).to.deep.equal([1, 1, 2]);
    expect(emitter.size).to.equal(1);
  });

  it('ends only the subscription whose signal aborts', () => {
    const emitter = new Emitter<Events>();
    const abort = new AbortController();
    let heard = 0;
    const listen = () => heard++;
    emitter.on('ring', listen, { signal: abort.signal });
    emitter.on('ring', listen);
    abort.abort();
    emitter.emit('ring', 1);
    expect(heard).to.equal(1);
  });
});

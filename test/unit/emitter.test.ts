import { expect } from '@open-wc/testing';
import { createCell } from '../../src/core/cell.js';
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

  it('goes on after a listener that throws, also where there is no `reportError`, as in Node', () => {
    const { reportError } = globalThis;
    const { error } = console;
    const logged: unknown[] = [];
    const heard: number[] = [];
    const mistake = new Error('A mistake of the app.');
    const emitter = new Emitter<Events>();
    const cell = createCell(0);
    for (const subscribe of [
      (listen: (value: number) => void) => emitter.on('ring', listen),
      (listen: (value: number) => void) => cell.subscribe(listen),
    ]) {
      subscribe(() => {
        throw mistake;
      });
      subscribe((value) => heard.push(value));
    }
    try {
      Reflect.deleteProperty(globalThis, 'reportError');
      console.error = (...args) => logged.push(...args);
      emitter.emit('ring', 1);
      cell.set(2);
    } finally {
      Object.assign(globalThis, { reportError });
      console.error = error;
    }
    expect(heard).to.deep.equal([1, 2]);
    expect(logged).to.deep.equal([mistake, mistake]);
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

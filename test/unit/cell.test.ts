import { expect } from '@open-wc/testing';
import { createCell } from '../../src/core/cell.js';

describe('createCell', () => {
  it('notifies with a frozen snapshot when the value changes', () => {
    const cell = createCell({ muted: false });
    const seen: unknown[] = [];
    cell.subscribe((value) => seen.push(value));
    cell.set({ muted: true });
    expect(seen).to.deep.equal([{ muted: true }]);
    expect(cell.getSnapshot()).to.be.frozen;
  });

  it('notifies nobody of an equal value, and keeps the same object', () => {
    const cell = createCell({ ids: 1 });
    const before = cell.getSnapshot();
    let calls = 0;
    cell.subscribe(() => calls++);
    cell.set({ ids: 1 });
    expect(calls).to.equal(0);
    expect(cell.getSnapshot()).to.equal(before);
  });

  it('gives the newest value alone to those after a subscriber that sets another one', () => {
    const cell = createCell(0);
    const seen: number[] = [];
    cell.subscribe((value) => cell.set(Math.min(value + 1, 3)));
    cell.subscribe((value) => seen.push(value));
    cell.set(1);
    expect(new Set(seen)).to.deep.equal(new Set([3]));
  });

  it('forgets a subscriber whose signal aborts', () => {
    const cell = createCell(0);
    const abort = new AbortController();
    let calls = 0;
    cell.subscribe(() => calls++, { signal: abort.signal });
    abort.abort();
    cell.set(1);
    expect(calls).to.equal(0);
    expect(cell.size).to.equal(0);
  });
});

import { expect } from '@open-wc/testing';
import { abortable, delay } from '../../src/core/abort.js';
import { unhandledRejections } from '../support/unhandled.js';

const aborted = (): AbortSignal => AbortSignal.abort(new Error('cancelled'));
const messageOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'resolved',
    (error: unknown) => (error as Error).message,
  );

describe('work that can be aborted', () => {
  it('leaves no rejection unhandled when the signal had aborted before', async () => {
    const unhandled = await unhandledRejections(async () => {
      const work = Promise.reject(new Error('failed'));
      expect(await messageOf(abortable(work, aborted()))).to.equal('cancelled');
    });
    expect(unhandled).to.deep.equal([]);
  });

  it('leaves no rejection unhandled when the work fails after the abort', async () => {
    const unhandled = await unhandledRejections(async () => {
      const abort = new AbortController();
      let fail: (error: Error) => void = () => {};
      const work = new Promise((_, reject) => (fail = reject));
      const call = abortable(work, abort.signal);
      abort.abort(new Error('cancelled'));
      fail(new Error('failed'));
      expect(await messageOf(call)).to.equal('cancelled');
    });
    expect(unhandled).to.deep.equal([]);
  });

  it('rejects with its own failure when that comes first', async () => {
    const { signal } = new AbortController();
    expect(await messageOf(abortable(Promise.reject(new Error('failed')), signal))).to.equal(
      'failed',
    );
  });

  it('does not wait when the signal had aborted before', async () => {
    expect(await messageOf(delay(60_000, aborted()))).to.equal('cancelled');
  });

  for (const milliseconds of [Infinity, 2 ** 31]) {
    it(`does not end a wait of ${milliseconds} ms at once, which no timer can hold`, async () => {
      const { signal } = new AbortController();
      const wait = delay(milliseconds, signal).then(() => 'the long one');
      expect(await Promise.race([wait, delay(1).then(() => 'the short one')])).to.equal(
        'the short one',
      );
    });
  }
});

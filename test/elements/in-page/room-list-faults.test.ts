import { expect } from '@open-wc/testing';
import type { InPageSandbox } from '../../../sandbox/in-page/in-page-sandbox.js';
import { eventually } from '../../support/element-suite.js';
import { createWorld, listening, openList, rowOf } from '../../support/in-page-bench.js';
import { dialogOf, part, send, text, titles } from '../../support/list-bench.js';

const path = '/v2/members/me/video-rooms';
const review = 'Weekly design review';

const retry = (root: ShadowRoot): HTMLButtonElement =>
  [...root.querySelectorAll<HTMLButtonElement>('button[part=button]')].find(
    (button) => text(button) === 'Try again',
  )!;

const tokenOf = (sandbox: InPageSandbox, appUserId: string): string | Promise<string> =>
  sandbox.tokenProvider(appUserId)({
    reason: 'initial',
    signal: new AbortController().signal,
  });

describe('<ffc-room-list> when the in-page sandbox fails', () => {
  for (const { kind, says } of [
    { kind: '401', says: 'Your session has expired' },
    { kind: '500', says: 'Something went wrong on our side' },
    { kind: 'garbage', says: 'Unexpected answer from the service' },
  ] as const) {
    it(`${kind}: shows the failure, and recovers after it`, async () => {
      const { sandbox } = createWorld();
      await sandbox.faults.add({ path, kind });
      const { list, root } = await openList(sandbox);
      expect(text(part({ root }, 'blank-title'))).to.equal(says);
      await expect(list).to.be.accessible();
      await sandbox.faults.clear();
      retry(root).click();
      await eventually(list, () => rowOf({ root }, review));
      expect(part({ root }, 'blank')).to.equal(null);
    });
  }

  it('no answer: gives up after a while, and goes on once there is one', async () => {
    const { sandbox, clock } = createWorld();
    // Mina gets a token first, so that the list waits only for its rooms.
    await sandbox.client('mina').me();
    await sandbox.faults.add({ path, kind: 'nothing' });
    const opening = openList(sandbox);
    await clock.pass(15_000);
    const { list, root } = await opening;
    const says = 'The service is taking too long to respond';
    expect(text(part({ root }, 'blank-title'))).to.equal(says);
    await sandbox.faults.clear();
    retry(root).click();
    await eventually(list, () => rowOf({ root }, review));
  });

  it('429: waits as long as the service asks for, and then comes', async () => {
    const { sandbox, clock } = createWorld();
    await sandbox.faults.add({ path, kind: '429', retryAfter: 3, times: 1 });
    const opening = openList(sandbox);
    expect(await clock.pass())
      .to.be.at.least(3000)
      .and.below(4000);
    const { root } = await opening;
    expect(titles({ root })).to.contain(review);
  });

  it('429 without end: says that it was too much', async () => {
    const { sandbox, clock } = createWorld();
    await sandbox.faults.add({ path, kind: '429', retryAfter: 3 });
    const opening = openList(sandbox);
    await clock.pass();
    await clock.pass();
    const { root } = await opening;
    expect(text(part({ root }, 'blank-title'))).to.equal('Too many requests');
  });

  it('an expired token is renewed without a word, for the stream as well', async () => {
    const { sandbox, clock } = createWorld();
    const { list, root } = await openList(sandbox);
    await listening(sandbox);
    const old = await tokenOf(sandbox, 'mina');
    const errors: Event[] = [];
    list.addEventListener('ffc-error', (event) => errors.push(event));
    await sandbox.expireTokens();
    const headers = { authorization: `Bearer ${old}` };
    const refused = await sandbox.fetch(sandbox.endpoint + path, { headers });
    expect(refused.status).to.equal(401);
    await list.refresh();
    expect(titles({ root })).to.contain(review);
    sandbox.cutStreams();
    await listening(sandbox, 0);
    await clock.pass();
    await listening(sandbox);
    expect(errors).to.deep.equal([]);
  });

  it('keeps the rooms when they cannot be loaded again', async () => {
    const { sandbox } = createWorld();
    const { list, root } = await openList(sandbox);
    await sandbox.faults.add({ path, kind: '500' });
    await list.refresh().catch(() => {});
    const note = await eventually(list, () => part({ root }, 'note'));
    expect(text(note)).to.contain('may be out of date');
    expect(titles({ root })).to.contain(review);
    await sandbox.faults.clear();
    note.querySelector('button')!.click();
    await eventually(list, () => !part({ root }, 'note'));
  });

  it('a change that failed says so in its dialog, and is not shown as done', async () => {
    const { sandbox } = createWorld();
    const { list, root } = await openList(sandbox);
    await sandbox.faults.add({ path, kind: '500', method: 'POST' });
    part({ root }, 'create-button')!.click();
    send(await dialogOf({ list, root }));
    const alert = await eventually(list, () => part({ root }, 'dialog-error'));
    expect(text(alert)).to.contain('Something went wrong on our side');
    expect((await sandbox.client('jun').listRooms()).totalElements).to.equal(4);
  });
});

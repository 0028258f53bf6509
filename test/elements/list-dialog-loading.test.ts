import { expect } from '@open-wc/testing';
import * as content from '../../src/elements/room-list/content.js';
import { LazyContent } from '../../src/elements/room-list/lazy-content.js';
import { createRoomListStore } from '../../src/state/list/room-list-store.js';
import { eventually, nextEvent } from '../support/element-suite.js';
import { openList } from '../support/list-bench.js';

describe('the code of a list’s dialogs that cannot be loaded', () => {
  it('is reported as `load-failed`, and is loaded again on the next click', async () => {
    const { list, service } = await openList();
    const lazy = new LazyContent(list);
    await lazy.loadContent();
    let loads = 0;
    lazy.content = {
      ...content,
      importDialogs: () => {
        loads++;
        return loads === 1 ? Promise.reject(new TypeError('offline')) : content.importDialogs();
      },
    };
    const { signal } = new AbortController();
    const store = createRoomListStore({ rooms: service });
    const open = (): Promise<void> =>
      lazy.openDialog(
        { action: 'create' },
        { say: () => Promise.resolve(), pick: () => {}, connection: () => ({ store, signal }) },
      );
    const failed = nextEvent(list, 'ffc-error');
    await open();
    const { error } = await failed;
    expect(error).to.include({ reason: 'load-failed', retryable: true });
    expect(lazy.missing).to.equal(error);
    expect(list.shadowRoot!.querySelector('dialog')).to.equal(null);
    const closed = open();
    const dialog = await eventually(list, () => list.shadowRoot!.querySelector('dialog'));
    expect(lazy.missing).to.equal(undefined);
    expect(loads).to.equal(2);
    dialog.close();
    await closed;
    store.dispose();
  });
});

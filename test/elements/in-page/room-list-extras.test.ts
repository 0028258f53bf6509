import { expect } from '@open-wc/testing';
import { createChannelApi } from '../../../src/api/channel-calls.js';
import { eventually } from '../../support/element-suite.js';
import {
  createWorld,
  idOf,
  joinChannels,
  openList,
  type PageList,
  rowOf,
} from '../../support/in-page-bench.js';
import { part, text, titles } from '../../support/list-bench.js';

const review = 'Weekly design review';
const standUp = '제품팀 아침 회의';
const oneToOne = 'One-to-one';
const launch = 'Product launch broadcast';

/** Resolves when the list shows exactly these titles. */
const showing = (list: PageList, ...wanted: string[]): Promise<boolean> =>
  eventually(list.list, () => titles(list).join() === wanted.join());

const pageButtons = ({ root }: PageList): HTMLButtonElement[] => [
  ...root.querySelectorAll<HTMLButtonElement>('[part=page-button]'),
];

describe('<ffc-room-list> over the in-page sandbox', () => {
  it('shows the faces of who is online in a live room to those who may know, and a number to others', async () => {
    const { sandbox } = createWorld();
    const id = await idOf(sandbox, review);
    await joinChannels(sandbox, 'jun', review);
    await sandbox.join(id, 'jun');
    const minas = await openList(sandbox, { appUserId: 'mina' });
    const found = await eventually(minas.list, () =>
      rowOf(minas, review)!.querySelector('[part=faces]'),
    );
    expect(found.getAttribute('aria-label')).to.contain('Jun');
    await expect(minas.list).to.be.accessible();
    const alexs = await openList(sandbox, { appUserId: 'alex' });
    const refused = await createChannelApi(sandbox.client('alex'))
      .listChannelMembers(id)
      .catch((error: unknown) => error);
    expect(refused).to.have.property('reason', 'forbidden');
    const counted = await eventually(alexs.list, () =>
      rowOf(alexs, review)!.querySelector('[part=faces]'),
    );
    expect(text(counted)).to.equal('1 person is here');
    expect(counted.querySelector('.avatar') === null).to.equal(true);
  });

  it('filters by type, by access level and by owner', async () => {
    const { sandbox } = createWorld();
    const list = await openList(sandbox, { type: 'broadcast-rtmp' });
    await showing(list, launch);
    Object.assign(list.list, { type: '', accessLevel: 'private' });
    await eventually(list.list, () => part(list, 'blank'));
    Object.assign(list.list, { accessLevel: 'public', owner: 'jun' });
    await showing(list, standUp);
  });

  it('keeps its filters from page to page', async () => {
    const { sandbox } = createWorld();
    const list = await openList(sandbox, { type: 'video-conference', pageSize: 2 });
    await showing(list, review, standUp);
    expect(text(part(list, 'page'))).to.equal('1 / 2');
    pageButtons(list)[1]!.click();
    await showing(list, oneToOne);
    Object.assign(list.list, { owner: 'jun', page: 1 });
    await showing(list, standUp);
    expect(part(list, 'pager') === null).to.equal(true);
  });
});

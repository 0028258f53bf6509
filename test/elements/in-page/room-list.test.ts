import { expect } from '@open-wc/testing';
import { createChannelApi } from '../../../src/api/channel-calls.js';
import { eventually, nextEvent } from '../../support/element-suite.js';
import {
  createWorld,
  idOf,
  joinChannels,
  listening,
  openList,
  type PageList,
  rowOf,
  stateOf,
} from '../../support/in-page-bench.js';
import {
  dialogGone,
  dialogOf,
  part,
  press,
  send,
  show,
  text,
  titles,
  type,
} from '../../support/list-bench.js';

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

/** Resolves with a button of a row once the list knows that the member may use it. */
const buttonOf = (list: PageList, title: string, name: string): Promise<HTMLButtonElement> =>
  eventually(list.list, () =>
    rowOf(list, title)?.querySelector<HTMLButtonElement>(`[name=${name}]`),
  );

describe('<ffc-room-list> over the in-page sandbox', () => {
  it('shows the rooms of the service, newest first', async () => {
    const { sandbox } = createWorld();
    const list = await openList(sandbox);
    expect(titles(list)).to.deep.equal([review, standUp, oneToOne, launch]);
    expect(stateOf(list, review)).to.equal('Open');
    expect(stateOf(list, launch)).to.equal('Scheduled');
    expect(rowOf(list, oneToOne)!.querySelector('[aria-label="Needs a password"]')).to.exist;
    await expect(list.list).to.be.accessible();
  });

  it('goes from page to page', async () => {
    const { sandbox } = createWorld();
    const list = await openList(sandbox, { pageSize: 3 });
    expect(titles(list)).to.deep.equal([review, standUp, oneToOne]);
    pageButtons(list)[1]!.click();
    await showing(list, launch);
    expect(text(part(list, 'page'))).to.equal('2 / 2');
    pageButtons(list)[0]!.click();
    await showing(list, review, standUp, oneToOne);
  });

  for (const form of ['NFC', 'NFD']) {
    it(`finds a Korean title by a word that is written in ${form}`, async () => {
      const { sandbox } = createWorld();
      const list = await openList(sandbox);
      type(list, '제품팀'.normalize(form));
      await showing(list, standUp);
    });
  }

  it('finds a room by its description, and says so when there is none', async () => {
    const { sandbox } = createWorld();
    const list = await openList(sandbox);
    type(list, 'SINCE LAST week');
    await showing(list, review);
    type(list, 'nothing of the kind');
    await eventually(list.list, () => text(part(list, 'blank-title')) === 'No rooms found');
  });

  it('leaves out rooms in another state than the requested one', async () => {
    const { sandbox } = createWorld();
    await sandbox.join(await idOf(sandbox, standUp), 'jun');
    const list = await openList(sandbox);
    const states = list.root.querySelector<HTMLSelectElement>('select[aria-label=Status]')!;
    states.value = 'LIVE';
    states.dispatchEvent(new Event('change', { bubbles: true }));
    await showing(list, standUp);
    states.value = 'SCHEDULED';
    states.dispatchEvent(new Event('change', { bubbles: true }));
    await showing(list, review, oneToOne, launch);
  });

  it('creates a room that the service then has, with its password', async () => {
    const { sandbox } = createWorld();
    const list = await openList(sandbox);
    part(list, 'create-button')!.click();
    send(await dialogOf(list), { title: '분기 회고', password: 'secret' });
    const { room } = await nextEvent(list.list, 'ffc-room-created');
    await dialogGone(list);
    await showing(list, '분기 회고', review, standUp, oneToOne, launch);
    const seenByJun = await sandbox.client('jun').getRoom(room.id);
    expect(seenByJun).to.include({ title: '분기 회고', videoRoomState: 'SCHEDULED' });
    expect(seenByJun.policy.hasPassword).to.be.true;
  });

  it('changes a room of the member’s own', async () => {
    const { sandbox } = createWorld();
    const list = await openList(sandbox);
    (await buttonOf(list, review, 'edit')).click();
    send(await dialogOf(list), { title: 'Design review' });
    const { room } = await nextEvent(list.list, 'ffc-room-updated');
    await eventually(list.list, () => rowOf(list, 'Design review'));
    expect((await sandbox.client('jun').getRoom(room.id)).title).to.equal('Design review');
  });

  it('deletes a room of the member’s own', async () => {
    const { sandbox } = createWorld();
    const list = await openList(sandbox);
    (await buttonOf(list, review, 'delete')).click();
    send(await dialogOf(list));
    await showing(list, standUp, oneToOne, launch);
    expect((await sandbox.client('jun').listRooms()).totalElements).to.equal(3);
  });

  it('offers neither for rooms of somebody else', async () => {
    const { sandbox } = createWorld();
    const list = await openList(sandbox);
    for (const name of ['edit', 'delete']) {
      await eventually(list.list, () => rowOf(list, review)!.querySelector(`[name=${name}]`));
      expect(rowOf(list, standUp)!.querySelector(`[name=${name}]`)).to.be.null;
    }
  });

  it('opens the picked room in the <ffc-room> that `for` names', async () => {
    const { sandbox } = createWorld();
    const room = document.createElement('ffc-room');
    Object.assign(room, { id: 'call', noPersist: true, services: sandbox.roomServices('mina') });
    show(room);
    await joinChannels(sandbox, 'mina', review);
    const list = await openList(sandbox, { htmlFor: 'call' });
    press(rowOf(list, review), 'pick');
    await eventually(room, () => room.state === 'prejoin');
    await room.join({ camera: false, microphone: false });
    await eventually(list.list, () => stateOf(list, review) === 'Live');
    await room.leave();
    await eventually(list.list, () => stateOf(list, review) === 'Open');
  });

  it('brings live rooms of other pages to the first one', async () => {
    const { sandbox } = createWorld();
    await sandbox.join(await idOf(sandbox, standUp), 'jun');
    const list = await openList(sandbox, { pageSize: 1 });
    await showing(list, standUp, review);
    expect(text(part(list, 'page'))).to.equal('1 / 4');
    pageButtons(list)[1]!.click();
    await showing(list, standUp);
    await sandbox.leave(await idOf(sandbox, standUp), 'jun');
    pageButtons(list)[0]!.click();
    await showing(list, review);
  });

  it('shows each member their own private rooms', async () => {
    const { sandbox } = createWorld({ rooms: [] });
    for (const appUserId of ['mina', 'jun']) {
      const title = `Notes of ${appUserId}`;
      const facts = { type: 'VIDEO_CONFERENCE', accessLevel: 'PRIVATE' } as const;
      await sandbox.client(appUserId).createRoom({ ...facts, title });
    }
    const minas = await openList(sandbox, { appUserId: 'mina' });
    const juns = await openList(sandbox, { appUserId: 'jun' });
    expect(titles(minas)).to.deep.equal(['Notes of mina']);
    expect(titles(juns)).to.deep.equal(['Notes of jun']);
  });

  it('shows no rooms of another app, not even for a member of the same name', async () => {
    const { sandbox } = createWorld();
    const [, app] = sandbox.apps;
    const here = await openList(sandbox);
    const there = await openList(sandbox, { app });
    expect(text(part(there, 'blank-title'))).to.equal('No rooms yet');
    await sandbox.client('mina', app).createRoom({ type: 'VIDEO_CONFERENCE', title: 'There' });
    await Promise.all([here.list.refresh(), there.list.refresh()]);
    expect(titles(here)).not.to.contain('There');
    expect(titles(there)).to.deep.equal(['There']);
  });
});

describe('<ffc-room-list> told by the in-page sandbox', () => {
  it('shows a room as live during its call to all who joined its channel', async () => {
    const { sandbox } = createWorld();
    const minas = await openList(sandbox, { appUserId: 'mina' });
    const juns = await openList(sandbox, { appUserId: 'jun' });
    for (const member of ['mina', 'jun']) await joinChannels(sandbox, member, standUp);
    await listening(sandbox, 2);
    const id = await idOf(sandbox, standUp);
    await sandbox.join(id, 'alex');
    for (const list of [minas, juns]) {
      await eventually(list.list, () => stateOf(list, standUp) === 'Live');
      expect(stateOf(list, review)).to.equal('Open');
    }
    await sandbox.leave(id, 'alex');
    for (const list of [minas, juns]) {
      await eventually(list.list, () => stateOf(list, standUp) === 'Open');
    }
  });

  it('is not told of a room that somebody else has created, and finds it with the next look', async () => {
    const { sandbox } = createWorld();
    const list = await openList(sandbox, { appUserId: 'jun' });
    await listening(sandbox);
    await sandbox.client('mina').createRoom({ type: 'VIDEO_CONFERENCE', title: 'Just now' });
    await list.list.refresh();
    await showing(list, 'Just now', review, standUp, oneToOne, launch);
  });

  it('goes on from where the stream was cut', async () => {
    const { sandbox, clock } = createWorld();
    const list = await openList(sandbox);
    await joinChannels(sandbox, 'mina', review, standUp);
    await listening(sandbox);
    const [first, second] = [await idOf(sandbox, review), await idOf(sandbox, standUp)];
    await sandbox.join(first, 'jun');
    await eventually(list.list, () => stateOf(list, review) === 'Live');
    sandbox.cutStreams();
    await listening(sandbox, 0);
    await sandbox.leave(first, 'jun');
    await sandbox.join(second, 'jun');
    expect(stateOf(list, review)).to.equal('Live');
    await clock.pass();
    await eventually(list.list, () => stateOf(list, review) === 'Open');
    await eventually(list.list, () => stateOf(list, standUp) === 'Live');
  });

  it('refreshes after it may have missed events', async () => {
    const { sandbox, clock } = createWorld();
    const list = await openList(sandbox);
    await listening(sandbox);
    sandbox.cutStreams();
    await listening(sandbox, 0);
    await sandbox.join(await idOf(sandbox, review), 'jun');
    // The wait before the stream opens again may be behind that of another request.
    const passing = (async (): Promise<never> => {
      for (;;) await clock.pass();
    })();
    await Promise.race([passing, eventually(list.list, () => stateOf(list, review) === 'Live')]);
  });

  it('gets no events of another app', async () => {
    const { sandbox } = createWorld();
    const [, app] = sandbox.apps;
    const there = sandbox.client('mina', app);
    const { id } = await there.createRoom({ type: 'VIDEO_CONFERENCE', title: 'There' });
    const list = await openList(sandbox);
    const other = await openList(sandbox, { app });
    await createChannelApi(there).joinChannel(id);
    await joinChannels(sandbox, 'mina', review);
    await listening(sandbox, 2);
    const loads: Event[] = [];
    list.list.addEventListener('ffc-rooms-load', (event) => loads.push(event));
    await sandbox.join(id, 'mina');
    await eventually(other.list, () => stateOf(other, 'There') === 'Live');
    await sandbox.join(await idOf(sandbox, review), 'mina');
    await eventually(list.list, () => stateOf(list, review) === 'Live');
    expect(loads).to.deep.equal([]);
  });
});

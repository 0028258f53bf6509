import { expect } from '@open-wc/testing';
import type { RoomUpdate, VideoRoom } from '../../src/api/types.js';
import { createMockService, type MockService } from '../../src/mock/service.js';
import { eventually, nextEvent, nextMacrotask } from '../support/element-suite.js';
import {
  dialogGone,
  dialogOf,
  failure,
  type ListBench,
  openList,
  part,
  press,
  rows,
  send,
  serviceWith,
  text,
} from '../support/list-bench.js';

/** Opens the dialog to create a room in an empty list. */
async function creating(service = createMockService({ rooms: [] })) {
  const bench = await openList({ service });
  part(bench, 'create-button')!.click();
  return { ...bench, dialog: await dialogOf(bench) };
}

/** Opens the dialog to edit the only room, and records the changes that the service receives. */
async function editing(facts: Partial<VideoRoom>, password?: string) {
  const service = serviceWith(1, facts);
  if (password) service.putRoom(service.rooms[0]!, password);
  const asked: RoomUpdate[] = [];
  const update = service.updateRoom.bind(service);
  service.updateRoom = (id, change, options) => {
    asked.push(change);
    return update(id, change, options);
  };
  const bench = await openList({ service });
  press(rows(bench)[0], 'edit');
  return { ...bench, asked, dialog: await dialogOf(bench) };
}

const field = (dialog: HTMLElement, name: string): HTMLInputElement =>
  dialog.querySelector<HTMLInputElement>(`[name=${name}]`)!;
const tick = (dialog: HTMLElement, name: string): boolean => (field(dialog, name).checked = true);

const theRoom = async (bench: ListBench, service: MockService): Promise<VideoRoom> => {
  await dialogGone(bench);
  return service.rooms[0]!;
};

describe('the form of a room', () => {
  it('stays open with its text when a framework sets new services, and uses them', async () => {
    const bench = await creating();
    const { dialog, list } = bench;
    field(dialog, 'title').value = 'Typed';
    const service = createMockService({ rooms: [] });
    for (let renderings = 0; renderings < 3; renderings++) {
      list.services = { rooms: service };
      await list.updateComplete;
    }
    expect(dialog.isConnected && field(dialog, 'title').value).to.equal('Typed');
    send(dialog, {});
    expect((await theRoom(bench, service)).title).to.equal('Typed');
  });

  it('stays over the page with its text when the list moves', async () => {
    const { list, dialog } = await creating();
    field(dialog, 'title').value = 'Planning';
    const parent = document.createElement('div');
    document.body.prepend(parent);
    parent.append(list);
    expect(dialog.matches(':modal')).to.equal(true);
    await nextEvent(dialog, 'close');
    expect(dialog.matches(':modal'), 'after the event of the move').to.equal(true);
    expect(field(dialog, 'title').value).to.equal('Planning');
    list.remove();
    parent.remove();
  });

  it('makes one with a time, an access level, a type, approval and recording', async () => {
    const bench = await creating();
    const { dialog, service } = bench;
    tick(dialog, 'manuallyApproval');
    tick(dialog, 'canAutoRoomCompositeRecording');
    send(dialog, {
      title: ' Planned ',
      scheduledAt: '2031-05-06T07:08',
      accessLevel: 'MEMBER',
      type: 'WEBINAR',
      password: ' secret ',
    });
    const room = await theRoom(bench, service);
    expect([room.title, room.type, room.accessLevel]).to.deep.equal([
      'Planned',
      'WEBINAR',
      'MEMBER',
    ]);
    expect(room.scheduledAt).to.equal(new Date('2031-05-06T07:08').toISOString());
    expect(room.policy).to.deep.equal({
      hasPassword: true,
      manuallyApproval: true,
      canAutoRoomCompositeRecording: true,
    });
    await service.issueRtcToken(room.id, { password: ' secret ' });
  });

  it('requests nothing that the person has not chosen', async () => {
    const service = createMockService({ rooms: [] });
    const asked: object[] = [];
    const create = service.createRoom.bind(service);
    service.createRoom = (input, options) => {
      asked.push(input);
      return create(input, options);
    };
    const bench = await creating(service);
    send(bench.dialog);
    await dialogGone(bench);
    expect(asked).to.deep.equal([{ type: 'VIDEO_CONFERENCE' }]);
  });

  it('offers to join the new room, and opens it', async () => {
    const bench = await creating();
    const picked: string[] = [];
    bench.list.addEventListener('ffc-room-select', ({ room }) => picked.push(room.title ?? ''));
    field(bench.dialog, 'title').value = 'Now';
    field(bench.dialog, 'second').click();
    await dialogGone(bench);
    await eventually(bench.list, () => picked.length > 0);
    expect(picked).to.deep.equal(['Now']);
  });

  it('sends only changed fields, and can remove a time', async () => {
    const scheduledAt = '2031-05-06T07:08:09.123Z';
    const { dialog, asked, ...bench } = await editing({ scheduledAt, accessLevel: 'RESTRICTED' });
    expect(field(dialog, 'scheduledAt').value).to.match(/^2031-05-0\dT/);
    expect(field(dialog, 'accessLevel').value).to.equal('RESTRICTED');
    expect(dialog.querySelector('[name=type]')).to.be.null;
    send(dialog, { title: 'New title' });
    await dialogGone(bench);
    expect(asked).to.deep.equal([{ title: 'New title', description: '' }]);
    await nextMacrotask();
    press(rows(bench)[0], 'edit');
    const again = await dialogOf(bench);
    tick(again, 'manuallyApproval');
    send(again, { scheduledAt: '' });
    await dialogGone(bench);
    const expected = { title: 'New title', description: '', scheduledAt: null };
    expect(asked[1]).to.deep.equal({ ...expected, manuallyApproval: true });
  });

  it('sets, changes and removes a password, and keeps it otherwise', async () => {
    const { dialog, asked, service, ...bench } = await editing({}, 'old');
    send(dialog);
    await dialogGone(bench);
    expect(asked[0]).not.to.have.property('password');
    const change = async (prepare: (dialog: HTMLDialogElement) => void): Promise<VideoRoom> => {
      await nextMacrotask();
      press(rows(bench)[0], 'edit');
      const next = await dialogOf(bench);
      prepare(next);
      send(next);
      await dialogGone(bench);
      return service.rooms[0]!;
    };
    await change((next) => (field(next, 'password').value = 'new'));
    await service.issueRtcToken(1, { password: 'new' });
    const open = await change((next) => tick(next, 'removePassword'));
    expect(open.policy.hasPassword).to.equal(false);
    await change((next) => {
      expect(next.querySelector('[name=removePassword]')).to.be.null;
      field(next, 'password').value = 'again';
    });
    await service.issueRtcToken(1, { password: 'again' });
  });

  it('takes only a time to come, says so beside the field, and keeps one that has passed', async () => {
    const bench = await creating();
    const { dialog, service } = bench;
    send(dialog, { title: 'Late', scheduledAt: '2001-02-03T04:05' });
    const invalid = dialog.querySelector('#time-invalid')!;
    expect(text(invalid)).to.equal('Choose a date and a time that are still to come.');
    expect(field(dialog, 'scheduledAt').getAttribute('aria-invalid')).to.equal('true');
    expect(bench.root.activeElement === field(dialog, 'scheduledAt')).to.equal(true);
    expect(service.calls.createRoom).to.equal(undefined);
    await expect(bench.list).to.be.accessible();
    send(dialog, { scheduledAt: '2031-05-06T07:08' });
    expect((await theRoom(bench, service)).title).to.equal('Late');
    bench.list.remove();

    const old = await editing({ scheduledAt: '2021-05-06T07:08:09Z' });
    send(old.dialog, { title: 'Renamed' });
    await dialogGone(old);
    expect(old.asked).to.deep.equal([{ title: 'Renamed', description: '' }]);
  });

  it('shows a password on request, and takes none where it is removed', async () => {
    const { dialog } = await editing({}, 'old');
    const password = field(dialog, 'password');
    expect(password.type).to.equal('password');
    field(dialog, 'showPassword').click();
    expect(password.type).to.equal('text');
    field(dialog, 'showPassword').click();
    expect(password.type).to.equal('password');
    field(dialog, 'removePassword').click();
    expect(password.disabled).to.equal(true);
    field(dialog, 'removePassword').click();
    expect(password.disabled).to.equal(false);
  });

  it('says in words of its own that nobody may create a room here', async () => {
    const service = createMockService({ rooms: [] });
    service.failNext('createRoom', failure('forbidden'));
    const bench = await creating(service);
    send(bench.dialog, { title: 'Mine' });
    const alert = await eventually(bench.list, () => part(bench, 'dialog-error'));
    expect(text(alert)).to.equal('You can’t create rooms here. Ask whoever runs this page.');
  });

  it('keeps its buttons within reach in a low window, in both languages', async () => {
    for (const lang of ['en', 'ko']) {
      const bench = await openList({ service: serviceWith(1), properties: { lang } });
      part(bench, 'create-button')!.click();
      const dialog = await dialogOf(bench);
      dialog.querySelector('details')!.open = true;
      Object.assign(dialog.style, { maxBlockSize: '240px' });
      const submit = dialog.querySelector('[part=submit-button]')!.getBoundingClientRect();
      const box = dialog.getBoundingClientRect();
      expect(dialog.scrollHeight).to.be.greaterThan(dialog.clientHeight);
      expect(submit.bottom).to.be.at.most(box.bottom);
      expect(submit.top).to.be.at.least(box.top);
      await expect(bench.list).to.be.accessible();
      bench.list.remove();
    }
  });
});

import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
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
  titles,
} from '../support/list-bench.js';

async function openCreate(bench: ListBench): Promise<HTMLDialogElement> {
  const button = part(bench, 'create-button')!;
  button.focus();
  button.click();
  return dialogOf(bench);
}

const field = (dialog: HTMLDialogElement, name: string): HTMLInputElement =>
  dialog.querySelector<HTMLInputElement>(`[name=${name}]`)!;
const cancelButton = (dialog: HTMLDialogElement): HTMLButtonElement =>
  dialog.querySelector<HTMLButtonElement>('[type=button]')!;
const status = (bench: ListBench): string => text(bench.root.querySelector('[role=status]'));

describe('<ffc-room-list> creating', () => {
  it('asks in a dialog, with the focus in its first field', async () => {
    const bench = await openList();
    const dialog = await openCreate(bench);
    expect(dialog.matches(':modal')).to.be.true;
    expect(bench.root.activeElement === field(dialog, 'title')).to.equal(true);
    await expect(bench.list).to.be.accessible();
  });

  it('creates the room, shows it, says so, and moves the focus to it', async () => {
    const bench = await openList({ service: serviceWith(2) });
    send(await openCreate(bench), {
      title: ' Stand-up ',
      description: 'Every day',
      password: ' secret ',
    });
    const { room } = await nextEvent(document, 'ffc-room-created');
    expect(room).to.include({ title: 'Stand-up', description: 'Every day' });
    expect(room.type).to.equal('VIDEO_CONFERENCE');
    expect(room.policy.hasPassword).to.be.true;
    await dialogGone(bench);
    await eventually(bench.list, () => rows(bench).length === 3);
    expect(titles(bench)[0]).to.equal('Stand-up');
    expect(status(bench)).to.equal('“Stand-up” was created. 3 rooms');
    const row = rows(bench)[0]!;
    await eventually(bench.list, () => row.contains(bench.root.activeElement));
    expect(bench.root.activeElement).to.have.attribute('name', 'pick');
    await bench.service.issueRtcToken(room.id, { password: ' secret ' });
  });

  it('needs nothing to be filled in', async () => {
    const bench = await openList({ service: serviceWith(0) });
    send(await openCreate(bench));
    const { room } = await nextEvent(bench.list, 'ffc-room-created');
    expect(room).to.include({ title: undefined, description: undefined });
    await eventually(bench.list, () => titles(bench)[0] === 'Untitled room');
  });

  it('waits for the service, and can neither be sent twice nor closed meanwhile', async () => {
    const bench = await openList();
    const release = bench.service.hold('createRoom');
    const dialog = await openCreate(bench);
    send(dialog, { title: 'Slow' });
    send(dialog);
    cancelButton(dialog).click();
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(dialog.open).to.be.true;
    expect(text(dialog.querySelector('[type=submit]'))).to.equal('Creating…');
    expect(titles(bench)).not.to.include('Slow');
    release();
    await dialogGone(bench);
    expect(bench.service.calls.createRoom).to.equal(1);
  });

  it('shows a failure in the dialog, and keeps the typed values', async () => {
    const bench = await openList();
    bench.service.failNext('createRoom', failure('invalid-request'));
    const dialog = await openCreate(bench);
    const told = nextEvent(bench.list, 'ffc-error');
    send(dialog, { title: 'Mine', description: 'What for', password: 'secret' });
    expect((await told).error.reason).to.equal('invalid-request');
    const alert = await eventually(bench.list, () => part(bench, 'dialog-error'));
    expect(text(alert)).to.contain('That didn’t work');
    expect(alert.closest('[role=alert]')).to.exist;
    expect(field(dialog, 'title').value).to.equal('Mine');
    expect(field(dialog, 'description').value).to.equal('What for');
    await expect(bench.list).to.be.accessible();
    send(dialog);
    await dialogGone(bench);
    await eventually(bench.list, () => titles(bench).includes('Mine'));
  });

  it('shows the failure of a dialog that the browser closed all the same', async () => {
    const bench = await openList();
    const release = bench.service.hold('createRoom');
    bench.service.failNext('createRoom', failure('forbidden'));
    const dialog = await openCreate(bench);
    send(dialog, { title: 'Mine' });
    dialog.close();
    release();
    await eventually(bench.list, () => part(bench, 'dialog-error'));
    expect(dialog.open).to.be.true;
  });

  it('forgets everything when it is cancelled, and gives the focus back', async () => {
    const bench = await openList();
    const dialog = await openCreate(bench);
    field(dialog, 'password').value = 'secret';
    cancelButton(dialog).click();
    await dialogGone(bench);
    expect(bench.root.activeElement === part(bench, 'create-button')).to.equal(true);
    expect(bench.service.calls.createRoom).to.equal(undefined);
    await nextMacrotask();
    expect(field(await openCreate(bench), 'password').value).to.equal('');
  });

  it('opens one dialog however often it is asked to', async () => {
    const bench = await openList();
    part(bench, 'create-button')!.click();
    part(bench, 'create-button')!.click();
    await dialogOf(bench);
    await nextMacrotask();
    expect(bench.root.querySelectorAll('dialog')).to.have.length(1);
  });

  it('goes away with the list', async () => {
    const bench = await openList();
    await openCreate(bench);
    bench.list.remove();
    await dialogGone(bench);
  });

  it('never has the password in an event, an attribute or the markup', async () => {
    const bench = await openList();
    bench.service.failNext('createRoom', failure('server-error'));
    const dialog = await openCreate(bench);
    send(dialog, { title: 'Mine', password: 'hush-hush' });
    const { error } = await nextEvent(bench.list, 'ffc-error');
    expect(`${error.message} ${JSON.stringify(error)}`).not.to.contain('hush-hush');
    expect(bench.root.innerHTML).not.to.contain('hush-hush');
  });
});

describe('<ffc-room-list> editing', () => {
  it('starts from the values of the room, and shows the service’s answer', async () => {
    const bench = await openList({ service: serviceWith(2, { description: 'Before' }) });
    press(rows(bench)[1], 'edit');
    const dialog = await dialogOf(bench);
    expect(field(dialog, 'title').value).to.equal('Room 1');
    expect(field(dialog, 'description').value).to.equal('Before');
    expect(field(dialog, 'password').value).to.equal('');
    send(dialog, { title: 'Renamed', description: '' });
    const { room } = await nextEvent(bench.list, 'ffc-room-updated');
    expect(room).to.include({ id: 1, title: 'Renamed', description: '' });
    await dialogGone(bench);
    await bench.list.updateComplete;
    expect(titles(bench)).to.deep.equal(['Room 2', 'Renamed']);
    expect(status(bench)).to.contain('“Renamed” was saved.');
  });
});

describe('<ffc-room-list> deleting', () => {
  const openDelete = async (bench: ListBench, index: number): Promise<HTMLDialogElement> => {
    const button = rows(bench)[index]!.querySelector<HTMLButtonElement>('[name=delete]')!;
    button.focus();
    button.click();
    return dialogOf(bench);
  };

  it('asks first, by the room’s name, with the focus on the way out', async () => {
    const bench = await openList({ service: serviceWith(2) });
    const dialog = await openDelete(bench, 0);
    expect(text(dialog.querySelector('h2'))).to.equal('Delete “Room 2”?');
    expect(bench.root.activeElement === cancelButton(dialog)).to.equal(true);
    await expect(bench.list).to.be.accessible();
  });

  it('leaves the room when the answer is no', async () => {
    const bench = await openList({ service: serviceWith(2) });
    const dialog = await openDelete(bench, 0);
    await sendKeys({ press: 'Escape' });
    await dialogGone(bench);
    expect(dialog.isConnected).to.be.false;
    expect(bench.service.calls.deleteRoom).to.equal(undefined);
    expect(bench.root.activeElement).to.have.attribute('aria-label', 'Delete “Room 2”');
  });

  it('marks the room until the service has deleted it', async () => {
    const bench = await openList({ service: serviceWith(2) });
    const release = bench.service.hold('deleteRoom');
    send(await openDelete(bench, 0));
    await bench.list.updateComplete;
    expect(rows(bench)[0]).to.have.attribute('aria-busy', 'true');
    expect(rows(bench)[0]!.querySelectorAll('button:disabled')).to.have.length(3);
    expect(rows(bench)[1]).to.have.attribute('aria-busy', 'false');
    release();
    const { room } = await nextEvent(document, 'ffc-room-deleted');
    expect(room.title).to.equal('Room 2');
    await dialogGone(bench);
    await eventually(bench.list, () => rows(bench).length === 1);
    expect(status(bench)).to.equal('“Room 2” was deleted. 1 room');
  });

  for (const { what, index, next } of [
    { what: 'the room that moved up', index: 0, next: 'Room 2' },
    { what: 'the one before the last', index: 2, next: 'Room 2' },
  ]) {
    it(`moves the focus to ${what}`, async () => {
      const bench = await openList({ service: serviceWith(3) });
      send(await openDelete(bench, index));
      await dialogGone(bench);
      await eventually(bench.list, () => text(bench.root.activeElement) === next);
      expect(bench.root.activeElement).to.have.attribute('name', 'pick');
    });
  }

  it('moves the focus to the remaining action when it was the only room', async () => {
    const bench = await openList({ service: serviceWith(1) });
    send(await openDelete(bench, 0));
    await dialogGone(bench);
    await eventually(bench.list, () => bench.root.activeElement);
    expect(bench.root.activeElement === part(bench, 'create-button')).to.equal(true);
    expect(text(part(bench, 'blank-title'))).to.equal('No rooms yet');
  });

  it('shows the page before when the last page is empty now', async () => {
    const bench = await openList({ service: serviceWith(3), properties: { pageSize: 2, page: 2 } });
    const loaded = nextEvent(bench.list, 'ffc-rooms-load');
    send(await openDelete(bench, 0));
    expect(await loaded).to.include({ page: 1, total: 2 });
    expect(bench.list.page).to.equal(1);
    await bench.list.updateComplete;
    expect(titles(bench)).to.deep.equal(['Room 3', 'Room 2']);
  });

  it('shows a failure in the dialog, and offers another try', async () => {
    const bench = await openList({ service: serviceWith(2) });
    bench.service.failNext('deleteRoom', failure('forbidden'));
    const dialog = await openDelete(bench, 0);
    send(dialog);
    const alert = await eventually(bench.list, () => part(bench, 'dialog-error'));
    expect(text(alert)).to.contain('You don’t have permission to do this');
    expect(rows(bench)).to.have.length(2);
    send(dialog);
    await dialogGone(bench);
    await eventually(bench.list, () => rows(bench).length === 1);
  });
});

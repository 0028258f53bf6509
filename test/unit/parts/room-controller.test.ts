import { expect, fixtureCleanup, html } from '@open-wc/testing';
import { nextMacrotask, warningsDuring } from '../../support/element-suite.js';
import { FakeRoom, find, partIn, place, shellIn } from '../../support/fake-room.js';

afterEach(() => fixtureCleanup());

describe('RoomController, with a room around its host', () => {
  it('finds the nearest one, through shadow roots', async () => {
    const box = await place(html`
      <fake-room title="outer"
        ><fake-room title="inner"><fake-shell></fake-shell></fake-room
      ></fake-room>
    `);
    const root = shellIn(box);
    root.innerHTML = '<fake-part></fake-part>';
    expect(partIn(root).room).to.equal(find(box, '[title=inner]'));
  });

  it('finds one in the shadow root that the host is slotted into, whenever that comes', async () => {
    const box = await place(html`<fake-shell><fake-part></fake-part></fake-shell>`);
    const part = partIn(box);
    expect(part.room).to.equal(undefined);
    const root = shellIn(box);
    root.innerHTML = '<fake-room title="a"><slot></slot></fake-room>';
    await nextMacrotask();
    expect(part.room).to.equal(find(root, '[title=a]'));
  });

  it('changes to another room that is put around the slot of the host', async () => {
    const box = await place(html`<fake-shell><fake-part></fake-part></fake-shell>`);
    const root = shellIn(box);
    root.innerHTML =
      '<fake-room title="a"><slot></slot></fake-room><fake-room title="b"></fake-room>';
    await nextMacrotask();
    const part = partIn(box);
    find(root, '[title=b]').append(find(root, 'slot'));
    await nextMacrotask();
    expect(part.room).to.equal(find(root, '[title=b]'));
    expect(part.log).to.deep.equal(['+a', '-a', '+b']);
  });

  it('follows its host from room to room', async () => {
    const box = await place(html`
      <fake-room title="a"><fake-part></fake-part></fake-room>
      <fake-room title="b"></fake-room>
    `);
    const part = partIn(box);
    find(box, '[title=b]').append(part);
    expect(part.room).to.equal(find(box, '[title=b]'));
    part.remove();
    expect(part.room).to.equal(undefined);
    expect(part.log).to.deep.equal(['+a', '-a', '+b', '-b']);
  });

  it('finds one whose class is defined after it', async () => {
    const box = await place(html`<late-room title="late"><fake-part></fake-part></late-room>`);
    const part = partIn(box);
    expect(part.room).to.equal(undefined);
    customElements.define('late-room', class extends FakeRoom {});
    await nextMacrotask();
    expect(part.room).to.equal(find(box, 'late-room'));
  });

  it('redraws its host for the cells that it watches, and for no others', async () => {
    const box = await place(html`<fake-room><fake-part></fake-part></fake-room>`);
    const part = partIn(box);
    await part.updateComplete;
    const { renders } = part;
    box.querySelector('fake-room')!.cell.set(1);
    await part.updateComplete;
    expect(part.renders).to.equal(renders + 1);
    part.remove();
    expect(box.querySelector('fake-room')!.cell.size).to.equal(0);
  });

  it('says once that there is none', async () => {
    const warnings = await warningsDuring(async () => {
      const box = await place(html`<fake-part></fake-part>`);
      await nextMacrotask();
      box.append(partIn(box));
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/<fake-part> stands in no <ffc-room>/);
  });
});

import { expect, fixtureCleanup, html } from '@open-wc/testing';
import { nextMacrotask, warningsDuring } from '../../support/element-suite.js';
import {
  createRoom,
  FakePart,
  FakeRoom,
  find,
  partIn,
  place,
  shellIn,
  waitsDuring,
} from '../../support/fake-room.js';

afterEach(() => fixtureCleanup());

describe('RoomController, with `for`', () => {
  it('finds the room with the id, before one around its host', async () => {
    const box = await place(html`
      <fake-room title="around"><fake-part for="r"></fake-part></fake-room>
      <fake-room id="r" title="named"></fake-room>
    `);
    expect(partIn(box).room).to.equal(find(box, '[title=named]'));
  });

  it('looks outwards from the root of its host', async () => {
    const box = await place(html`
      <fake-room id="r" title="outside"></fake-room>
      <fake-shell></fake-shell>
    `);
    const root = shellIn(box);
    root.innerHTML = '<fake-part for="r"></fake-part>';
    const part = partIn(root);
    expect(part.room).to.equal(find(box, '[title=outside]'));
    root.append(createRoom('r', 'beside'));
    await nextMacrotask();
    expect(part.room).to.equal(find(root, '[title=beside]'));
    find(root, '[title=beside]').remove();
    await nextMacrotask();
    expect(part.room).to.equal(find(box, '[title=outside]'));
  });

  it('follows when the room is taken off the page and another takes its place', async () => {
    const box = await place(html`
      <fake-room id="r" title="old"></fake-room>
      <fake-part for="r"></fake-part>
    `);
    const part = partIn(box);
    const next = createRoom('r', 'new');
    find(box, '[title=old]').replaceWith(next);
    await nextMacrotask();
    expect(part.room).to.equal(next);
    next.remove();
    await nextMacrotask();
    expect(part.room).to.equal(undefined);
    expect(part.controller.missingId).to.equal('r');
    expect(part.log).to.deep.equal(['+old', '-old', '+new', '-new']);
  });

  it('keeps the room while that moves within the page', async () => {
    const box = await place(html`
      <fake-room id="r" title="r"></fake-room>
      <fake-part for="r"></fake-part>
    `);
    box.append(find(box, '[title=r]'));
    await nextMacrotask();
    expect(partIn(box).log).to.deep.equal(['+r']);
  });

  it('follows the id from element to element, and its own attribute', async () => {
    const box = await place(html`
      <fake-room id="one" title="a"></fake-room>
      <fake-room id="two" title="b"></fake-room>
      <fake-part for="one"></fake-part>
    `);
    const part = partIn(box);
    const [a, b] = [find(box, '[title=a]'), find(box, '[title=b]')];
    a.id = 'three';
    b.id = 'one';
    await nextMacrotask();
    expect(part.room).to.equal(b);
    part.setAttribute('for', 'three');
    await nextMacrotask();
    expect(part.room).to.equal(a);
  });

  it('takes the first of two rooms with one id, and the other when that goes', async () => {
    const box = await place(html`
      <fake-room id="r" title="a"></fake-room>
      <fake-room id="r" title="b"></fake-room>
      <fake-part for="r"></fake-part>
    `);
    const part = partIn(box);
    expect(part.room).to.equal(find(box, '[title=a]'));
    find(box, '[title=a]').remove();
    await nextMacrotask();
    expect(part.room).to.equal(find(box, '[title=b]'));
  });

  it('takes the room around its host when it is empty', async () => {
    const box = await place(html`
      <fake-room title="around"><fake-part for=""></fake-part></fake-room>
    `);
    expect(partIn(box).room).to.equal(find(box, '[title=around]'));
  });

  it('finds a room whose class is defined after it', async () => {
    const box = await place(html`
      <fake-part for="r"></fake-part>
      <later-room id="r"></later-room>
    `);
    const part = partIn(box);
    expect(await warningsDuring(() => undefined)).to.deep.equal([]);
    customElements.define('later-room', class extends FakeRoom {});
    await nextMacrotask();
    expect(part.room).to.equal(find(box, 'later-room'));
  });

  for (const tag of ['fake-panel', 'fake-part', 'div', 'never-defined', 'font-face'] as const) {
    it(`waits when it names a <${tag}>, without a loop`, async () => {
      const waits = await waitsDuring(async () => {
        const box = await place(html`<fake-part for="wrong"></fake-part>`);
        const wrong = document.createElement(tag);
        wrong.id = 'wrong';
        box.append(wrong);
        await nextMacrotask();
        expect(partIn(box).room).to.equal(undefined);
        const room = createRoom('wrong', '');
        wrong.replaceWith(room);
        await nextMacrotask();
        expect(partIn(box).room).to.equal(room);
      });
      expect(waits).to.be.lessThan(3);
    });
  }

  it('warns once about an element that is no room, with the remedy', async () => {
    const warnings = await warningsDuring(async () => {
      const box = await place(html`
        <fake-panel id="list"></fake-panel>
        <fake-part for="list"></fake-part>
        <fake-part for="list"></fake-part>
      `);
      box.append(document.createElement('p'));
      await nextMacrotask();
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/for="list" names a <fake-panel>, which is no room/);
  });

  it('says once that nothing has the id, but not while the page is being put together', async () => {
    const warnings = await warningsDuring(async () => {
      const box = await place(html`<fake-part for="nobody"></fake-part>`);
      await nextMacrotask();
      box.append(document.createElement('p'));
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/nothing here has the id "nobody"/);
    const none = await warningsDuring(() => {
      const box = document.createElement('div');
      box.innerHTML = '<fake-part for="soon"></fake-part>';
      document.body.append(box);
      box.append(createRoom('soon', ''));
      return nextMacrotask().then(() => box.remove());
    });
    expect(none).to.deep.equal([]);
  });
});

describe('RoomController, with `forElement`', () => {
  it('takes that room before any other, inside another shadow root too', async () => {
    const box = await place(html`
      <fake-room title="around"><fake-part for="r"></fake-part></fake-room>
      <fake-room id="r" title="named"></fake-room>
      <fake-shell></fake-shell>
    `);
    const root = shellIn(box);
    root.innerHTML = '<fake-room title="hidden"></fake-room>';
    const part = partIn(box);
    part.forElement = find(root, 'fake-room');
    await part.updateComplete;
    expect(part.room).to.equal(find(root, 'fake-room'));
    part.forElement = null;
    await part.updateComplete;
    expect(part.room).to.equal(find(box, '[title=named]'));
  });

  it('counts when it was set before the part was defined', async () => {
    const room = document.createElement('fake-room');
    const box = await place(html`<late-part></late-part>${room}`);
    const part = box.querySelector('late-part')!;
    part.forElement = room;
    customElements.define('late-part', class extends FakePart {});
    expect(part.room).to.equal(room);
  });

  it('waits for the class of the element', async () => {
    const box = await place(html`<fake-part></fake-part><latest-room></latest-room>`);
    const part = partIn(box);
    part.forElement = find(box, 'latest-room');
    await part.updateComplete;
    expect(part.room).to.equal(undefined);
    customElements.define('latest-room', class extends FakeRoom {});
    await nextMacrotask();
    expect(part.room).to.equal(find(box, 'latest-room'));
  });

  it('explains why it refuses an element that is no room', async () => {
    const box = await place(html`<fake-part></fake-part><fake-panel></fake-panel>`);
    const warnings = await warningsDuring(() => {
      partIn(box).forElement = find(box, 'fake-panel');
    });
    expect(warnings[0]).to.match(/forElement names a <fake-panel>, which is no room/);
  });
});

describe('RoomController, across documents', () => {
  it('finds by `for` the room of the page that it was moved away from', async () => {
    const box = await place(html`
      <fake-room id="r" title="r"></fake-room>
      <fake-part for="r"></fake-part>
      <iframe></iframe>
    `);
    const part = partIn(box);
    (find(box, 'iframe') as HTMLIFrameElement).contentDocument!.body.append(part);
    expect(part.room).to.equal(find(box, 'fake-room'));
    box.append(part);
    expect(part.room).to.equal(find(box, 'fake-room'));
  });
});

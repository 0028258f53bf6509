import { expect } from '@open-wc/testing';
import { svg } from 'lit';
import '../../src/define/commands.js';
import { findControl } from '../../src/parts/registered-controls.js';
import { connectCommands, registerControl } from '../../src/parts/index.js';
import { eventually, nextEvent, nextMacrotask, warningsDuring } from '../support/element-suite.js';
import { arrive, createRoom, joinRoom, openRoom } from '../support/room-bench.js';

const added: Element[] = [];
afterEach(() => {
  for (const element of added.splice(0)) element.remove();
});

/** Adds an element to the page until the end of the test. */
function add(html: string, parent: ParentNode = document.body): HTMLButtonElement {
  const range = document.createRange();
  const element = range.createContextualFragment(html).firstElementChild as HTMLButtonElement;
  parent.append(element);
  added.push(element);
  return element;
}

const microphone = '<button data-ffc-command="toggle-microphone" data-ffc-for="r">Mic</button>';

describe('an element of the page with `data-ffc-command`', () => {
  it('switches the microphone, and shows whether it is on', async () => {
    const { room } = await joinRoom({ properties: { id: 'r' } });
    await eventually(room, () => room.microphone.enabled);
    const button = add(microphone);
    await nextMacrotask();
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    expect(button.disabled).to.equal(false);
    const request = nextEvent(button, 'ffc-microphone-request');
    button.click();
    expect((await request).enabled).to.equal(false);
    await nextEvent(room, 'ffc-track-muted');
    await nextMacrotask();
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    expect(button.textContent).to.equal('Mic');
  });

  it('is disabled while there is no room or no call, and follows both', async () => {
    const button = add('<button data-ffc-command="leave" data-ffc-for="r">Leave</button>');
    await nextMacrotask();
    expect(button.disabled).to.equal(true);
    const { room } = await openRoom('prejoin', { properties: { id: 'r' } });
    expect(button.disabled).to.equal(true);
    await room.join();
    expect(button.disabled).to.equal(false);
    button.click();
    await arrive(room, 'left');
    expect(button.disabled).to.equal(true);
  });

  it('joins, and joins again', async () => {
    const { room } = await openRoom('prejoin', { properties: { id: 'r' } });
    const button = add('<button data-ffc-command="join" data-ffc-for="r">Join</button>');
    await nextMacrotask();
    button.click();
    await arrive(room, 'connected');
    expect(button.disabled).to.equal(true);
    await room.leave();
    button.click();
    await arrive(room, 'connected');
  });

  it('drives the room around it, and opens panels', async () => {
    const { room } = await joinRoom();
    const button = add('<a data-ffc-command="toggle-participants">People</a>', room);
    await nextMacrotask();
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    button.click();
    await nextEvent(room, 'ffc-panel-change');
    expect(button.getAttribute('aria-pressed')).to.equal('true');
  });

  it('takes the names that are in the tags of the buttons', async () => {
    await joinRoom({ properties: { id: 'r' } });
    const names = ['screen-share', 'raise-hand', 'picture-in-picture'];
    const warnings = await warningsDuring(async () => {
      for (const name of names)
        add(`<button data-ffc-command="${name}" data-ffc-for="r"></button>`);
      await nextMacrotask();
    });
    expect(warnings).to.deep.equal([]);
  });

  it('stays as it is where the page cancels the request', async () => {
    const { room } = await joinRoom({ properties: { id: 'r' } });
    await eventually(room, () => room.microphone.enabled);
    const button = add(microphone);
    await nextMacrotask();
    button.addEventListener('ffc-microphone-request', (event) => event.preventDefault());
    button.click();
    await nextMacrotask();
    expect(room.microphone.enabled).to.equal(true);
    expect(button.getAttribute('aria-pressed')).to.equal('true');
  });

  it('may change its command and its room', async () => {
    const { room } = await joinRoom({ properties: { id: 'r', startCameraOff: true } });
    await eventually(room, () => room.microphone.enabled);
    const button = add(microphone);
    await nextMacrotask();
    button.dataset['ffcCommand'] = 'toggle-camera';
    await nextMacrotask();
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    button.dataset['ffcFor'] = 'nothere';
    await nextMacrotask();
    expect(button.disabled).to.equal(true);
    expect(button.hasAttribute('aria-pressed')).to.equal(false);
  });

  it('warns once of an unknown command', async () => {
    createRoom({ properties: { id: 'r', roomId: undefined } });
    let element: HTMLElement | undefined;
    const warnings = await warningsDuring(async () => {
      element = add('<a data-ffc-command="toggle-mike" data-ffc-for="r">Mike</a>');
      add('<button data-ffc-command="toggle-mike" data-ffc-for="r">Mike</button>');
      await nextMacrotask();
      element.click();
    });
    expect(warnings).to.have.lengthOf(2);
    expect(warnings[0]).to.contain('no command "mike"').and.to.contain('microphone');
    expect(element?.getAttribute('aria-disabled')).to.equal('true');
  });

  it('warns of a control that only opens a menu, and names it nowhere', async () => {
    const { room } = await joinRoom({ properties: { id: 'r' } });
    const names = ['devices', 'layout', 'more', 'reactions'];
    await eventually(room, () => names.every(findControl));
    let button: HTMLButtonElement | undefined;
    const warnings = await warningsDuring(async () => {
      [button] = names.map((name) => add(`<b data-ffc-command="${name}" data-ffc-for="r">…</b>`));
      await nextMacrotask();
    });
    expect(button?.getAttribute('aria-disabled')).to.equal('true');
    expect(warnings).to.have.lengthOf(names.length);
    expect(warnings[0]).to.match(/no command "devices" yet.* microphone,/);
    for (const name of names) expect(warnings[0]).not.to.contain(` ${name},`);
  });

  it('is disabled, without a warning, where the browser does not support its control', async () => {
    registerControl({
      name: 'unsupported',
      icon: svg``,
      label: () => 'Unsupported',
      request: () => new Event('app-unsupported'),
      isSupported: () => false,
    });
    await joinRoom({ properties: { id: 'r' } });
    let button: HTMLButtonElement | undefined;
    const warnings = await warningsDuring(async () => {
      button = add('<button data-ffc-command="unsupported" data-ffc-for="r">No</button>');
      await nextMacrotask();
    });
    expect(button?.disabled).to.equal(true);
    expect(warnings).to.deep.equal([]);
  });

  it('is disabled where the room does not offer its control', async () => {
    const { room } = await joinRoom({ properties: { id: 'r', observer: true } });
    const button = add('<button data-ffc-command="camera" data-ffc-for="r">Camera</button>');
    await nextMacrotask();
    expect(button.disabled).to.equal(true);
    room.observer = false;
    await room.updateComplete;
    expect(button.disabled).to.equal(false);
  });

  it('warns once of a room that is not there, and says how to name one', async () => {
    const warnings = await warningsDuring(async () => {
      add('<button data-ffc-command="leave" data-ffc-for="missing">Leave</button>');
      add('<button data-ffc-command="toggle-camera" data-ffc-for="missing">Camera</button>');
      add('<a data-ffc-command="toggle-chat">Chat</a>');
      await nextMacrotask();
    });
    expect(warnings).to.have.lengthOf(2);
    expect(warnings[0]).to.contain('id "missing"').and.to.contain('data-ffc-for');
    expect(warnings[1]).to.contain('<a> stands in no room');
  });

  it('does not warn of a room that follows in the same task, or that was removed', async () => {
    const warnings = await warningsDuring(async () => {
      add('<button data-ffc-command="leave" data-ffc-for="follows">Leave</button>');
      const { room } = createRoom({ properties: { id: 'follows', roomId: undefined } });
      await nextMacrotask();
      room.remove();
      await nextMacrotask();
    });
    expect(warnings).to.deep.equal([]);
  });

  it('works in a shadow root that the page connects, until that ends', async () => {
    const { room } = await joinRoom({ properties: { id: 'r' } });
    await eventually(room, () => room.microphone.enabled);
    const host = add('<div></div>');
    const root = host.attachShadow({ mode: 'open' });
    const button = add(microphone, root);
    const end = connectCommands(root);
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    button.click();
    await nextEvent(room, 'ffc-track-muted');
    await nextMacrotask();
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    end();
    await room.setMicrophoneEnabled(true);
    expect(button.getAttribute('aria-pressed')).to.equal('false');
  });

  it('follows a room outside of its shadow root that comes later or is replaced', async () => {
    const host = add('<div></div>');
    const root = host.attachShadow({ mode: 'open' });
    const button = add(microphone, root);
    const end = connectCommands(root);
    const { room } = await joinRoom({ properties: { id: 'r' } });
    await eventually(room, () => room.microphone.enabled);
    await nextMacrotask();
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    room.remove();
    const { room: next } = await joinRoom({ properties: { id: 'r', startMuted: true } });
    await nextMacrotask();
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    button.click();
    await eventually(next, () => next.microphone.enabled);
    end();
  });

  it('is used by a click on an icon in it that has a shadow root of its own', async () => {
    const { room } = await joinRoom({ properties: { id: 'r' } });
    await eventually(room, () => room.microphone.enabled);
    const button = add(microphone);
    await nextMacrotask();
    const icon = document.createElement('span');
    const inner = document.createElement('i');
    icon.attachShadow({ mode: 'open' }).append(inner);
    button.append(icon);
    const request = nextEvent(button, 'ffc-microphone-request');
    inner.click();
    expect((await request).enabled).to.equal(false);
  });
});

describe('a button with the native `command`', () => {
  it('switches the microphone of the room in `commandfor`, and shows whether it is on', async () => {
    const { room } = await joinRoom({ properties: { id: 'r' } });
    await eventually(room, () => room.microphone.enabled);
    const button = add('<button command="--ffc-toggle-microphone" commandfor="r">Mic</button>');
    await nextMacrotask();
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    button.click();
    await nextEvent(room, 'ffc-track-muted');
    await nextMacrotask();
    expect(button.getAttribute('aria-pressed')).to.equal('false');
  });
});

import { expect } from '@open-wc/testing';
import { demoPassword } from '../../src/mock/index.js';
import { eventually, nextEvent } from '../support/element-suite.js';
import {
  arrive,
  createRoom,
  demoRoom,
  failure,
  joinRoom,
  openRoom,
  type RoomBench,
  shownText,
} from '../support/room-bench.js';

const inShadow = ({ room }: RoomBench, selector: string): HTMLElement =>
  room.shadowRoot!.querySelector<HTMLElement>(selector)!;
const button = (bench: RoomBench): HTMLElement => inShadow(bench, 'button');
const passwordField = ({ room }: RoomBench): HTMLInputElement =>
  room.shadowRoot!.querySelector<HTMLInputElement>('input[type=password]')!;
const textOf = ({ room }: RoomBench): string => shownText(room.shadowRoot!);

/** The sources of the local tracks that are on. */
const ownSources = ({ room }: RoomBench): string[] =>
  room.localParticipant!.tracks.filter(({ muted }) => !muted).map(({ source }) => source);

describe('<ffc-room> state', () => {
  it('idle invites to choose a room', async () => {
    const bench = await openRoom('idle', { properties: { roomId: undefined } });
    expect(textOf(bench)).to.contain('Choose a room');
    await expect(bench.room).to.be.accessible();
  });

  it('loading says that the room is being opened', async () => {
    const bench = await openRoom('loading', {
      prepare: ({ service }) => void service.hold('getRoom'),
    });
    expect(textOf(bench)).to.contain('Opening the room…');
    await expect(bench.room).to.be.accessible();
  });

  it('password asks for it, and goes on with the right one', async () => {
    const bench = await openRoom('password', { properties: { roomId: '3' } });
    await expect(bench.room).to.be.accessible();
    const field = passwordField(bench);
    field.value = demoPassword;
    field.form!.requestSubmit();
    await arrive(bench.room, 'prejoin');
    expect(textOf(bench)).to.contain('Join');
  });

  it('password says that one was wrong, and goes back to the empty field', async () => {
    const bench = await openRoom('password', { properties: { roomId: '3' } });
    const field = passwordField(bench);
    field.focus();
    field.value = 'guess';
    field.form!.requestSubmit();
    await eventually(bench.room, () => textOf(bench).includes('Wrong password'));
    expect(bench.room.shadowRoot!.activeElement === field).to.equal(true);
    expect(field.value).to.equal('');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    await expect(bench.room).to.be.accessible();
  });

  it('password is left out of attributes, markup, events and errors', async () => {
    const bench = await openRoom('password', { properties: { roomId: '3' } });
    const secrets = [demoPassword, 'mock-token'];
    const heard: string[] = [];
    for (const type of ['ffc-state-change', 'ffc-join-request', 'ffc-error'] as const) {
      bench.room.addEventListener(type, (event) => heard.push(JSON.stringify(event)));
    }
    const field = passwordField(bench);
    field.value = demoPassword;
    field.form!.requestSubmit();
    await arrive(bench.room, 'prejoin');
    await bench.room.join();
    await arrive(bench.room, 'connected');
    const everything = bench.room.outerHTML + bench.room.shadowRoot!.innerHTML + heard.join();
    for (const secret of secrets) expect(everything).not.to.contain(secret);
  });

  it('prejoin shows the room’s title', async () => {
    const bench = await openRoom('prejoin');
    await eventually(bench.room, () => textOf(bench).includes('Weekly design review'));
  });

  it('connecting can be given up', async () => {
    const bench = await openRoom('connecting', {
      properties: { autoJoin: true },
      prepare: ({ session }) => void session.hold('connect'),
    });
    expect(textOf(bench)).to.contain('Joining…');
    await expect(bench.room).to.be.accessible();
    button(bench).click();
    await arrive(bench.room, 'left');
    expect(bench.services.session.listeners).to.equal(0);
  });

  it('connected shows title, people, stage and controls', async () => {
    const bench = await joinRoom({ prepare: ({ session }) => void session.crowd(2) });
    await eventually(bench.room, () => textOf(bench).includes('3 people'));
    expect(textOf(bench)).to.contain('Weekly design review');
    expect(inShadow(bench, 'ffc-stage')).to.exist;
    expect(inShadow(bench, 'ffc-control-bar')).to.exist;
    await expect(bench.room).to.be.accessible();
  });

  it('reconnecting lies over the call, and tells a short break from a lost connection', async () => {
    const bench = await joinRoom();
    const stage = inShadow(bench, 'ffc-stage');
    bench.services.session.reconnect('signal');
    await arrive(bench.room, 'reconnecting');
    await eventually(bench.room, () => textOf(bench).includes('Your connection is unstable'));
    await expect(bench.room).to.be.accessible();
    bench.services.session.reconnect('full');
    await eventually(bench.room, () => textOf(bench).includes('Connection lost'));
    bench.services.session.restore();
    await eventually(bench.room, () => !textOf(bench).includes('Connection lost'));
    expect(inShadow(bench, 'ffc-stage') === stage).to.equal(true);
  });

  it('left offers to join again, with the same devices on', async () => {
    const bench = await joinRoom();
    await bench.room.setCameraEnabled(true);
    await bench.room.setMicrophoneEnabled(false);
    await bench.room.leave();
    await arrive(bench.room, 'left');
    expect(textOf(bench)).to.contain('You left the call');
    await expect(bench.room).to.be.accessible();
    button(bench).click();
    await arrive(bench.room, 'connected');
    await eventually(bench.room, () => ownSources(bench).includes('camera'));
    expect(ownSources(bench)).not.to.contain('microphone');
  });

  it('ended says so', async () => {
    const bench = await joinRoom();
    bench.services.session.end('room-ended');
    await arrive(bench.room, 'ended');
    expect(textOf(bench)).to.contain('The call has ended');
    await expect(bench.room).to.be.accessible();
  });

  it('removed says who can help', async () => {
    const bench = await joinRoom();
    bench.services.session.end('removed');
    await arrive(bench.room, 'removed');
    expect(textOf(bench)).to.contain('You were removed from this room');
    await expect(bench.room).to.be.accessible();
  });

  it('removed by another tab offers to take the call back', async () => {
    const bench = await joinRoom();
    bench.services.session.end('duplicate-identity');
    await arrive(bench.room, 'removed');
    expect(textOf(bench)).to.contain('You’re in this call somewhere else');
    expect(button(bench).textContent?.trim()).to.equal('Switch to this device');
    button(bench).click();
    await arrive(bench.room, 'connected');
  });

  it('failed shows the failure, the remedy and the code, and tries again', async () => {
    const bench = await openRoom('failed', {
      prepare: ({ service }) =>
        service.failNext('getRoom', failure({ reason: 'network', retryable: true })),
    });
    expect(bench.room.error?.reason).to.equal('network');
    expect(textOf(bench)).to.contain('Can’t reach the service');
    expect(textOf(bench)).to.contain('network');
    await expect(bench.room).to.be.accessible();
    button(bench).click();
    await arrive(bench.room, 'prejoin');
    expect(bench.room.error).to.equal(undefined);
  });

  it('failed offers no second try where it would be of no use', async () => {
    const bench = await openRoom('failed', { properties: { roomId: '404' } });
    expect(textOf(bench)).to.contain('This room doesn’t exist');
    expect(bench.room.shadowRoot!.querySelector('button.primary')).to.equal(null);
  });

  it('failed after a lost connection joins again at once', async () => {
    const bench = await joinRoom();
    bench.services.session.end('connection-lost');
    await arrive(bench.room, 'failed');
    button(bench).click();
    await arrive(bench.room, 'connected');
  });

  it('is an attribute too, and told in order', async () => {
    const { room } = createRoom({ properties: { autoJoin: true } });
    const states: string[] = [];
    room.addEventListener('ffc-state-change', ({ state, previous }) => {
      expect(room.getAttribute('state') ?? state).to.equal(state);
      states.push(`${previous} > ${state}`);
    });
    await arrive(room, 'connected');
    expect(states).to.deep.equal([
      'idle > loading',
      'loading > connecting',
      'connecting > connected',
    ]);
    expect(room.getAttribute('state')).to.equal('connected');
  });

  it('has a slot for each, and makes nothing for one that is filled', async () => {
    const own = document.createElement('p');
    own.slot = 'stage';
    const bench = await joinRoom({ children: [own] });
    expect(bench.room.shadowRoot!.querySelector('ffc-stage')).to.equal(null);
    expect(own.assignedSlot).to.exist;
    own.remove();
    await eventually(bench.room, () => bench.room.shadowRoot!.querySelector('ffc-stage'));
  });

  it('shows a hostile title as text', async () => {
    const title = '<img src=x onerror=alert(1)>';
    const bench = await joinRoom({ service: { rooms: [demoRoom({ title })] } });
    expect(textOf(bench)).to.contain(title);
    expect(bench.room.shadowRoot!.querySelector('img')).to.equal(null);
  });

  it('fails with a retry when a part of the code cannot be loaded', async () => {
    const FfcRoomElement = customElements.get('ffc-room') as unknown as {
      loadParts: () => Promise<unknown>;
    };
    const { loadParts } = FfcRoomElement;
    FfcRoomElement.loadParts = () => Promise.reject(new TypeError('Failed to fetch'));
    try {
      const bench = createRoom();
      const { error } = await nextEvent(bench.room, 'ffc-error');
      expect(error.reason).to.equal('load-failed');
      await arrive(bench.room, 'failed');
      FfcRoomElement.loadParts = loadParts;
      button(bench).click();
      await arrive(bench.room, 'prejoin');
    } finally {
      FfcRoomElement.loadParts = loadParts;
    }
  });
});

describe('<ffc-room> focus', () => {
  it('follows from state to state when it was inside', async () => {
    const bench = await openRoom('password', { properties: { roomId: '3' } });
    const field = passwordField(bench);
    field.focus();
    field.value = demoPassword;
    field.form!.requestSubmit();
    await arrive(bench.room, 'prejoin');
    const prejoin = inShadow(bench, 'ffc-prejoin');
    await eventually(bench.room, () => prejoin.shadowRoot?.activeElement?.matches('.join'));
    await bench.room.join();
    await arrive(bench.room, 'connected');
    expect(bench.room.shadowRoot!.activeElement === inShadow(bench, '.call')).to.equal(true);
    await bench.room.leave();
    await arrive(bench.room, 'left');
    expect(bench.room.shadowRoot!.activeElement?.textContent).to.contain('You left the call');
  });

  it('stays inside when the button that had it is done', async () => {
    const bench = await joinRoom();
    bench.services.session.blockAudio();
    const bar = await eventually(bench.room, () => inShadow(bench, '[part=sound-bar]'));
    bar.querySelector('button')!.focus();
    bar.querySelector('button')!.click();
    await eventually(bench.room, () => !inShadow(bench, '[part=sound-bar]'));
    expect(bench.room.shadowRoot!.activeElement === inShadow(bench, '.call')).to.equal(true);
  });

  it('comes back from an open menu when the call ends', async () => {
    const bench = await joinRoom();
    const bar = inShadow(bench, 'ffc-control-bar').shadowRoot!;
    const menu = await eventually(bench.room, () => bar.querySelector<HTMLElement>('[part=menu]'));
    const opened = nextEvent(menu, 'toggle');
    menu.showPopover();
    await opened;
    expect(menu.matches(':focus-within')).to.equal(true);
    await bench.room.leave();
    await arrive(bench.room, 'left');
    expect(bench.room.shadowRoot!.activeElement?.textContent).to.contain('You left the call');
  });

  it('is left alone when it was elsewhere', async () => {
    const elsewhere = document.body.appendChild(document.createElement('button'));
    elsewhere.focus();
    await joinRoom();
    expect(document.activeElement === elsewhere).to.equal(true);
    elsewhere.remove();
  });
});

import { expect } from '@open-wc/testing';
import { eventually } from '../support/element-suite.js';
import { arrive, createRoom, openRoom } from '../support/room-bench.js';

/** A field of the page, which counts how often it loses the focus. */
function field(slot = ''): { readonly input: HTMLInputElement; readonly losses: () => number } {
  const input = document.createElement('input');
  input.slot = slot;
  input.setAttribute('aria-label', 'Notes');
  let losses = 0;
  input.addEventListener('blur', () => losses++);
  return { input, losses: () => losses };
}

const press = (room: HTMLElement, selector: string): void => {
  const button = room.shadowRoot!.querySelector<HTMLElement>(selector)!;
  button.focus();
  button.click();
};

describe('<ffc-room> focus', () => {
  it('stays in a field of the page through all changes of the screen', async () => {
    const { input, losses } = field();
    const { room, services } = createRoom({ children: [input] });
    await room.updateComplete;
    input.focus();
    expect(document.activeElement === input).to.equal(true);
    await arrive(room, 'prejoin');
    await room.join();
    await arrive(room, 'connected');
    services.session.reconnect('full');
    await eventually(room, () => room.state === 'reconnecting');
    services.session.restore();
    await arrive(room, 'connected');
    services.session.addParticipant({ identity: 'ada' });
    await room.leave();
    await room.updateComplete;
    room.roomId = '3';
    await arrive(room, 'password');
    room.roomId = '404';
    await arrive(room, 'failed');
    room.roomId = undefined;
    await arrive(room, 'idle');
    await room.updateComplete;
    expect(losses()).to.equal(0);
    expect(document.activeElement === input).to.equal(true);
  });

  it('stays in a field in a slot of the call while the call reconnects', async () => {
    const { input, losses } = field('header');
    const { room, services } = createRoom({ children: [input], properties: { autoJoin: true } });
    await arrive(room, 'connected');
    input.focus();
    services.session.reconnect('signal');
    await eventually(room, () => room.state === 'reconnecting');
    services.session.restore();
    await arrive(room, 'connected');
    expect(losses()).to.equal(0);
  });

  it('stays in a field beside the room', async () => {
    const { input, losses } = field();
    document.body.append(input);
    const { room } = createRoom({ properties: { autoJoin: true } });
    input.focus();
    await arrive(room, 'connected');
    await room.leave();
    await room.updateComplete;
    expect(losses()).to.equal(0);
    input.remove();
  });

  it('moves on when the button that had it has gone', async () => {
    const { room } = await openRoom('prejoin');
    await room.join();
    await room.leave();
    await arrive(room, 'left');
    press(room, '[part=button]');
    await arrive(room, 'connected');
    await eventually(room, () => room.shadowRoot!.activeElement?.part.contains('call'));
  });

  it('moves inside when the room itself had it', async () => {
    const { room } = createRoom();
    room.tabIndex = -1;
    room.focus();
    await arrive(room, 'prejoin');
    await eventually(room, () => room.shadowRoot!.activeElement);
  });
});

import { expect } from '@open-wc/testing';
import '../../src/define/ffc-room-list.js';
import { versions } from '../../src/core/versions.js';
import type { FfcError } from '../../src/core/errors.js';
import { eventually } from '../support/element-suite.js';
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

const inShadow = ({ room }: RoomBench, selector: string): HTMLElement | null =>
  room.shadowRoot!.querySelector<HTMLElement>(selector);
const textOf = ({ room }: RoomBench): string => shownText(room.shadowRoot!);
const back = (bench: RoomBench): HTMLElement | null => inShadow(bench, '[part~=back]');

afterEach(() => {
  for (const list of document.querySelectorAll('ffc-room-list')) list.remove();
});

function listFor(id: string): HTMLElement {
  const list = document.createElement('ffc-room-list');
  list.htmlFor = id;
  document.body.append(list);
  return list;
}

/** A host in the call, whose identity is the name as well. */
function hostNamed(name: string): { readonly identity: string; readonly metadata: string } {
  const member = { appUserId: name, name, channelMemberType: 'OPERATOR' };
  return { identity: name, metadata: JSON.stringify(member) };
}

describe('<ffc-room> after a call', () => {
  it('says how long it was', async () => {
    const bench = await joinRoom();
    await bench.room.leave();
    await arrive(bench.room, 'left');
    expect(textOf(bench)).to.match(/You left the call · \d+ sec/);
  });

  it('says no length where the call was never joined', async () => {
    const bench = await openRoom('prejoin');
    await bench.room.leave();
    await arrive(bench.room, 'left');
    expect(inShadow(bench, '[part=duration]')).to.equal(null);
  });

  it('shows the slot “after-call” once a call is over, and not after one that can go on', async () => {
    const slotAfter = async (end: (bench: RoomBench) => unknown): Promise<boolean> => {
      const bench = await joinRoom();
      const rating = document.createElement('button');
      rating.slot = 'after-call';
      rating.textContent = 'Good';
      bench.room.append(rating);
      await end(bench);
      await eventually(bench.room, () => inShadow(bench, '.end'));
      await expect(bench.room).to.be.accessible();
      expect(rating.checkVisibility()).to.equal(inShadow(bench, '[name=after-call]') !== null);
      return rating.checkVisibility();
    };
    const ended = (reason: 'removed' | 'room-ended' | 'duplicate-identity' | 'connection-lost') =>
      slotAfter(({ services }) => services.session.end(reason));
    expect(await slotAfter(({ room }) => room.leave())).to.equal(true);
    expect(await ended('room-ended')).to.equal(true);
    expect(await ended('removed')).to.equal(true);
    expect(await ended('duplicate-identity')).to.equal(false);
    expect(await ended('connection-lost')).to.equal(false);
  });

  it('shows no slot “after-call” without a call', async () => {
    const bench = await openRoom('prejoin');
    await bench.room.leave();
    await arrive(bench.room, 'left');
    expect(inShadow(bench, '[name=after-call]') === null).to.equal(true);
  });

  it('shows another picture and other words for each end', async () => {
    const seen = new Set<string>();
    for (const end of ['removed', 'duplicate-identity', 'room-ended', 'connection-lost'] as const) {
      const bench = await joinRoom();
      bench.services.session.end(end);
      await eventually(bench.room, () => inShadow(bench, '.end'));
      seen.add(inShadow(bench, '.emblem')!.innerHTML.replaceAll(/<!--.*?-->/g, ''));
      await expect(bench.room).to.be.accessible();
    }
    const bench = await joinRoom();
    await bench.room.leave();
    await eventually(bench.room, () => inShadow(bench, '.end'));
    seen.add(inShadow(bench, '.emblem')!.innerHTML.replaceAll(/<!--.*?-->/g, ''));
    expect(seen.size).to.equal(5);
  });

  it('tells a room that its host left from one that was closed', async () => {
    const bench = await joinRoom({ session: { participants: [hostNamed('jun')] } });
    bench.services.session.removeParticipant('jun', 'client');
    bench.services.session.end('room-ended');
    await arrive(bench.room, 'ended');
    expect(textOf(bench)).to.contain('The host left');
  });

  it('does not say that the host left where another host was still there', async () => {
    const participants = [hostNamed('jun'), hostNamed('mina')];
    const bench = await joinRoom({ session: { participants } });
    bench.services.session.removeParticipant('jun', 'client');
    bench.services.session.end('room-ended');
    await arrive(bench.room, 'ended');
    expect(textOf(bench)).not.to.contain('The host left');
  });

  it('says that a room was cancelled', async () => {
    const bench = await openRoom('ended', {
      service: { rooms: [demoRoom({ videoRoomState: 'CANCELLED' })] },
    });
    expect(textOf(bench)).to.contain('This call was cancelled');
  });

  it('is in the page’s own words where it has some', async () => {
    const bench = await joinRoom({ properties: { messages: { leftTitle: 'See you' } } });
    await bench.room.leave();
    await arrive(bench.room, 'left');
    expect(textOf(bench)).to.contain('See you');
  });

  it('is in Korean', async () => {
    const bench = await joinRoom();
    bench.room.lang = 'ko';
    await bench.room.leave();
    await eventually(bench.room, () => textOf(bench).includes('화상회의에서 나왔습니다'));
  });
});

describe('the way back to the rooms', () => {
  it('is missing if nothing names the place of the rooms', async () => {
    const bench = await joinRoom();
    await bench.room.leave();
    await arrive(bench.room, 'left');
    expect(back(bench)).to.equal(null);
  });

  it('closes the room and leads to the list that opens its rooms here', async () => {
    const bench = await joinRoom();
    bench.room.id = 'here';
    const list = listFor('here');
    await bench.room.leave();
    await arrive(bench.room, 'left');
    back(bench)!.click();
    await arrive(bench.room, 'idle');
    expect(bench.room.roomId).to.equal(undefined);
    expect(document.activeElement === list).to.equal(true);
  });

  it('is not a list of another room', async () => {
    const bench = await joinRoom();
    bench.room.id = 'here';
    listFor('elsewhere');
    await bench.room.leave();
    await arrive(bench.room, 'left');
    expect(back(bench)).to.equal(null);
  });

  it('is a link to the page that the author names, and the page may cancel it', async () => {
    const bench = await joinRoom({ properties: { backUrl: '/rooms' } });
    await bench.room.leave();
    await arrive(bench.room, 'left');
    expect(back(bench)).to.have.property('href', new URL('/rooms', location.href).href);
    bench.room.addEventListener('ffc-rooms-request', (event) => event.preventDefault());
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    back(bench)!.dispatchEvent(click);
    expect(click.defaultPrevented).to.equal(true);
    await bench.room.updateComplete;
    expect(bench.room.state).to.equal('left');
  });

  it('leads nowhere but to http and https', async () => {
    const bench = await joinRoom({ properties: { backUrl: 'javascript:alert(1)' } });
    await bench.room.leave();
    await arrive(bench.room, 'left');
    expect(back(bench)).to.equal(null);
  });
});

describe('a failed room', () => {
  const open = (error: FfcError): Promise<RoomBench> =>
    openRoom('failed', { prepare: ({ service }) => service.failNext('getRoom', error) });

  it('names the stage that failed', async () => {
    const bench = await open(failure({ reason: 'server-error', stage: 'api', status: 503 }));
    expect(textOf(bench)).to.contain('while asking the service for the room');
    await expect(bench.room).to.be.accessible();
  });

  it('offers a report of facts, and of nothing that somebody wrote', async () => {
    const bench = await open(
      failure({
        reason: 'server-error',
        stage: 'api',
        status: 503,
        errorCode: 'token eyJhbGciOi',
        message: 'secret message',
      }),
    );
    const report = inShadow(bench, '[part=problem-code]')!.textContent;
    expect(report).to.contain('Reason: server-error');
    expect(report).to.contain('Stage: api (service)');
    expect(report).to.contain('Status: 503');
    expect(report).to.contain(`ffc-elements: ${versions['ffc-elements']}`);
    expect(report).to.contain(navigator.userAgent);
    expect(report).to.match(/Time: \d{4}-\d\d-\d\dT/);
    expect(report).not.to.match(/secret|eyJ/);
  });

  it('lets the report be copied, or selects it where the browser does not copy', async () => {
    const bench = await open(failure({ reason: 'server-error', stage: 'api' }));
    inShadow(bench, 'details summary')!.click();
    inShadow(bench, 'details button')!.click();
    await eventually(bench.room, () => /Report copied|report is selected/.test(textOf(bench)));
  });

  it('shows the failure even if the code of its screen cannot be loaded', async () => {
    const bench = createRoom({ properties: { services: undefined, endpoint: 'no address' } });
    await arrive(bench.room, 'failed');
    expect(textOf(bench)).to.contain('The service address isn’t valid');
  });
});

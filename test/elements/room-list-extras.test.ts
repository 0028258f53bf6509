import { expect, waitUntil } from '@open-wc/testing';
import type { Channel, ChannelMember } from '../../src/api/channel-types.js';
import type { Page, VideoRoom } from '../../src/api/types.js';
import type { MockService } from '../../src/mock/service.js';
import type { ListServices } from '../../src/state/list-types.js';
import { eventually } from '../support/element-suite.js';
import {
  failure,
  type ListBench,
  openList,
  part,
  rows,
  serviceWith,
  show,
  text,
  titles,
} from '../support/list-bench.js';

const minutes = (count: number): string => new Date(Date.now() + count * 60_000).toISOString();

const online = (appUserId: string, state = 'ONLINE'): ChannelMember => ({
  channelMemberState: state,
  channelMemberType: 'MEMBER',
  appUser: {
    id: 1,
    appUserId,
    appUserName: appUserId === 'nobody' ? undefined : `${appUserId} Kim`,
    appUserProfileImgUrl: undefined,
    customType: undefined,
  },
});

/** Services that list the people of some rooms, and at most a count for the others. */
function peopled(
  service: MockService,
  people: Readonly<Record<number, ChannelMember[]>>,
  counts: Readonly<Record<number, number>> = {},
) {
  const asked: number[] = [];
  const services: ListServices = {
    rooms: service,
    channels: {
      listChannelMembers: (roomId): Promise<Page<ChannelMember>> => {
        asked.push(roomId);
        const content = people[roomId];
        if (!content) return Promise.reject(failure('forbidden'));
        const size = content.length;
        const page = { number: 0, size, totalPages: 1, totalElements: size };
        return Promise.resolve({ content, ...page, first: true, last: true });
      },
      getChannel: (id): Promise<Channel> => {
        const currentOnlineMemberCount = counts[id];
        if (currentOnlineMemberCount === undefined) return Promise.reject(failure('forbidden'));
        const stats = { currentOnlineMemberCount };
        return Promise.resolve({ id, channelState: 'OPENED', name: undefined, stats });
      },
    },
  };
  return { asked, services };
}

const faces = (bench: ListBench, index: number): Element | null =>
  rows(bench)[index]!.querySelector('[part=faces]');

describe('the faces of a live room', () => {
  it('show the people who are online, with their names', async () => {
    const service = serviceWith(1);
    const { services } = peopled(service, {
      1: ['mina', 'jun', 'sara', 'kwame', 'alex', 'nobody'].map((id) => online(id)),
    });
    const bench = await openList({ properties: { services } });
    const found = await eventually(bench.list, () => faces(bench, 0));
    expect(found).to.have.attribute(
      'aria-label',
      'mina Kim, jun Kim, sara Kim, kwame Kim and 2 others are here',
    );
    expect(found.querySelectorAll('.avatar').length).to.equal(4);
    expect(text(found)).to.contain('+2');
    await expect(bench.list).to.be.accessible();
  });

  it('are left out for empty rooms and for people who are offline', async () => {
    const service = serviceWith(3);
    service.putRoom({ ...service.rooms[0]!, videoRoomState: 'LIVE_INACTIVE' });
    const { asked, services } = peopled(service, {
      1: [online('mina')],
      2: [online('jun', 'OFFLINE')],
      3: [online('sara'), online('jun', 'OFFLINE')],
    });
    const bench = await openList({ properties: { services } });
    await eventually(bench.list, () => faces(bench, 0));
    expect(titles(bench)).to.deep.equal(['Room 3', 'Room 2', 'Room 1']);
    expect(faces(bench, 0)).to.have.attribute('aria-label', 'sara Kim is here');
    await waitUntil(() => asked.length === 2);
    expect(asked).to.deep.equal([3, 2]);
    expect(faces(bench, 1) === null && faces(bench, 2) === null).to.equal(true);
  });

  it('are asked for again once the person is in a call', async () => {
    const target = Object.assign(show(document.createElement('div')), { state: 'idle' });
    target.id = 'the-room';
    const people: Record<number, ChannelMember[]> = {};
    const { asked, services } = peopled(serviceWith(1), people);
    const bench = await openList({ properties: { services, htmlFor: 'the-room' } });
    await waitUntil(() => asked.length === 1);
    people[1] = [online('mina')];
    target.state = 'connected';
    target.dispatchEvent(new Event('ffc-state-change', { bubbles: true }));
    await eventually(bench.list, () => faces(bench, 0));
  });

  it('are only a number where the member may not see the people', async () => {
    const { asked, services } = peopled(serviceWith(1), {}, { 1: 7 });
    const bench = await openList({ properties: { services } });
    const found = await eventually(bench.list, () => faces(bench, 0));
    expect(text(found)).to.equal('7 people are here');
    expect(found.querySelector('.avatar') === null).to.equal(true);
    await bench.list.refresh();
    await eventually(bench.list, () => faces(bench, 0));
    expect(asked).to.deep.equal([1]);
  });

  it('are asked for by name only in rooms of one’s own and in those that one has joined', async () => {
    const service = serviceWith(3);
    const me = await service.me();
    for (const room of [...service.rooms]) {
      const appUserId = room.id === 1 ? me.appUserId : 'jun';
      service.putRoom({ ...room, member: { ...room.member!, appUserId } });
    }
    const people = { 1: [online('sara')], 2: [online('kwame')] };
    const { asked, services } = peopled(service, people, { 3: 9 });
    Object.assign(services.channels!, { hasJoined: (id: number) => id === 2 });
    const bench = await openList({ properties: { services: { ...services, member: service } } });
    await eventually(bench.list, () => rows(bench).every((_, index) => faces(bench, index)));
    expect(text(faces(bench, 0))).to.equal('9 people are here');
    expect(asked).to.deep.equal([2, 1]);
  });

  it('are asked for once where the member may not look', async () => {
    const service = serviceWith(2);
    const { asked, services } = peopled(service, { 1: [online('mina')] });
    const bench = await openList({ properties: { services } });
    await eventually(bench.list, () => faces(bench, 1));
    const errors: Event[] = [];
    bench.list.addEventListener('ffc-error', (event) => errors.push(event));
    await bench.list.refresh();
    await waitUntil(() => asked.length === 3);
    expect(asked).to.deep.equal([2, 1, 1]);
    expect(faces(bench, 0) === null).to.equal(true);
    expect(errors).to.deep.equal([]);
  });
});

describe('the start of a room', () => {
  const withRoom = (scheduledAt: string): Promise<ListBench> =>
    openList({ service: serviceWith(1, { videoRoomState: 'SCHEDULED', scheduledAt }) });
  const time = ({ root }: ListBench): string => text(root.querySelector('time'));

  it('is counted down in its last hour', async () => {
    const bench = await withRoom(minutes(5));
    const first = await eventually(bench.list, () => /^Starts in \d:\d\d$/.exec(time(bench))?.[0]);
    await eventually(bench.list, () => time(bench) !== first);
    expect(time(bench)).to.match(/^Starts in 4:\d\d$/);
    await expect(bench.list).to.be.accessible();
  });

  it('is now, when its time has come', async () => {
    const bench = await withRoom(minutes(-1));
    await eventually(bench.list, () => time(bench) === 'Starts now');
  });

  it('is shown as a relative time before that', async () => {
    const bench = await withRoom(minutes(90));
    await import('../../src/elements/room-list/extras.js');
    await bench.list.refresh();
    expect(time(bench)).to.match(/^Starts in \d hours?$/);
  });
});

describe('the link to a room', () => {
  const copied: string[] = [];
  const stub = (writeText: (text: string) => Promise<void>): void => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  };
  beforeEach(() => {
    copied.length = 0;
    stub((link) => Promise.resolve(void copied.push(link)));
  });
  after(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  const open = async (inviteUrl: string): Promise<ListBench> => {
    const bench = await openList({ service: serviceWith(1), properties: { inviteUrl } });
    await import('../../src/elements/room-list/extras.js');
    return bench;
  };
  const status = (bench: ListBench): string => text(bench.root.querySelector('[role=status]'));
  const button = async (bench: ListBench): Promise<HTMLButtonElement> =>
    eventually(bench.list, () => bench.root.querySelector<HTMLButtonElement>('[name=copy]'));

  it('is copied, and the list says so', async () => {
    const bench = await open('https://app.example/rooms/{id}?as={uuid}');
    const copy = await button(bench);
    expect(copy).to.have.attribute('aria-label', 'Copy the link to “Room 1”');
    copy.click();
    await eventually(bench.list, () => status(bench) === 'Link copied 1 room');
    const { uuid } = bench.list.rooms[0]!;
    expect(copied).to.deep.equal([`https://app.example/rooms/1?as=${uuid}`]);
    await expect(bench.list).to.be.accessible();
  });

  it('starts from the page where it is relative', async () => {
    const bench = await open('/rooms/{id}');
    (await button(bench)).click();
    await eventually(bench.list, () => status(bench).startsWith('Link copied'));
    expect(copied).to.deep.equal([`${location.origin}/rooms/1`]);
  });

  it('is said not to be copied where the browser refuses', async () => {
    stub(() => Promise.reject(new Error('No.')));
    const bench = await open('/rooms/{id}');
    (await button(bench)).click();
    const said = await eventually(bench.list, () => part(bench, 'not-copied'));
    expect(text(said)).to.equal('The link couldn’t be copied');
    expect(status(bench)).to.equal('The link couldn’t be copied 1 room');
  });

  it('is offered only where the app gives an address that can be opened', async () => {
    for (const inviteUrl of ['javascript:alert({id})', 'https://']) {
      const bench = await open(inviteUrl);
      // The copy button loads with the code of the keys, which sets `tabindex`.
      await eventually(bench.list, () => bench.root.querySelector('[tabindex="-1"]'));
      await bench.list.refresh();
      expect(bench.root.querySelector('[name=copy]') === null, inviteUrl).to.equal(true);
    }
  });
});

describe('the sign of the room that is open', () => {
  it('says whether the person is in its call', async () => {
    const target = Object.assign(show(document.createElement('div')), { roomId: '', state: '' });
    target.id = 'the-room';
    const bench = await openList({ service: serviceWith(2), properties: { htmlFor: 'the-room' } });
    const tell = (state: string): void => {
      target.state = state;
      target.dispatchEvent(new Event('ffc-state-change', { bubbles: true }));
    };
    rows(bench)[1]!.querySelector<HTMLElement>('[name=pick]')!.click();
    tell('prejoin');
    await eventually(bench.list, () => text(part(bench, 'current')) === 'Open here');
    tell('connected');
    await eventually(bench.list, () => text(part(bench, 'current')) === 'In this call');
    expect(part(bench, 'current')!.closest('li')!.id).to.equal('room-1');
    target.roomId = bench.list.rooms[0]!.uuid!;
    tell('prejoin');
    await eventually(bench.list, () => part(bench, 'current')?.closest('li')?.id === 'room-2');
    await eventually(bench.list, () => rows(bench)[0]!.querySelector('[aria-current=true]'));
    target.roomId = '';
    tell('idle');
    await eventually(bench.list, () => !part(bench, 'current'));
  });
});

describe('the code that loads after the rooms', () => {
  it('is in Korean too', async () => {
    const facts: Partial<VideoRoom> = {
      videoRoomState: 'SCHEDULED',
      scheduledAt: minutes(5),
    };
    const bench = await openList({
      service: serviceWith(1, facts),
      properties: { lang: 'ko', inviteUrl: '/{id}' },
    });
    await eventually(bench.list, () =>
      /^4:\d\d 후 시작$/.test(text(bench.root.querySelector('time'))),
    );
    expect(bench.root.querySelector('[name=copy]')).to.have.attribute(
      'aria-label',
      '“Room 1” 링크 복사',
    );
  });
});

import { expect, waitUntil } from '@open-wc/testing';
import type { Channel, ChannelMember } from '../../src/api/channel-types.js';
import type { Page } from '../../src/api/types.js';
import type { MockService } from '../../src/mock/service.js';
import type { ListServices } from '../../src/state/list-types.js';
import { eventually } from '../support/element-suite.js';
import {
  failure,
  type ListBench,
  openList,
  rows,
  serviceWith,
  show,
  text,
  titles,
} from '../support/list-bench.js';
import { joinRoom } from '../support/room-bench.js';

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

  it('stay when the answer to an older request arrives later, or a refusal from before the call', async () => {
    const target = Object.assign(show(document.createElement('div')), { state: 'idle' });
    target.id = 'the-room';
    const answers: ((people?: readonly ChannelMember[]) => void)[] = [];
    const { services } = peopled(serviceWith(1), {});
    services.channels!.listChannelMembers = () =>
      new Promise((resolve, reject) =>
        answers.push((content) => {
          if (!content) return reject(failure('forbidden'));
          const size = content.length;
          const page = { number: 0, size, totalPages: 1, totalElements: size };
          resolve({ content, ...page, first: true, last: true });
        }),
      );
    const bench = await openList({ properties: { services, htmlFor: 'the-room' } });
    const shown = (): string | null | undefined => faces(bench, 0)?.getAttribute('aria-label');
    await waitUntil(() => answers.length === 1);
    await bench.list.refresh();
    await waitUntil(() => answers.length === 2);
    answers[1]!([online('mina'), online('jun')]);
    await eventually(bench.list, () => shown() === 'mina Kim and jun Kim are here');
    answers[0]!([online('mina')]);
    await bench.list.refresh();
    await waitUntil(() => answers.length === 3);
    expect(shown()).to.equal('mina Kim and jun Kim are here');
    target.state = 'connected';
    target.dispatchEvent(new Event('ffc-state-change', { bubbles: true }));
    await waitUntil(() => answers.length === 4);
    answers[2]!();
    answers[3]!([online('sara')]);
    await eventually(bench.list, () => shown() === 'sara Kim is here');
    await bench.list.refresh();
    await waitUntil(() => answers.length === 5);
  });

  it('are those of the call that the person is in, as they come and go', async () => {
    const { room, services: call } = await joinRoom();
    room.id = 'the-room';
    const { services } = peopled(serviceWith(1), {}, { 1: 1 });
    const bench = await openList({ properties: { services, htmlFor: 'the-room' } });
    const shown = (): string | null | undefined => faces(bench, 0)?.getAttribute('aria-label');
    const self = room.localParticipant!.name;
    await eventually(bench.list, () => shown() === `${self} is here`);
    const { identity } = call.session.addParticipant({ identity: 'sara', name: 'Sara' });
    await eventually(bench.list, () => shown() === `${self} and Sara are here`);
    call.session.removeParticipant(identity);
    await eventually(bench.list, () => shown() === `${self} is here`);
    room.remove();
    await bench.list.refresh();
    await eventually(bench.list, () => text(faces(bench, 0)) === '1 person is here');
  });

  it('are the service’s for a call of an element that is no room', async () => {
    const target = show(document.createElement('div'));
    Object.assign(target, {
      id: 'the-room',
      roomId: '1',
      state: 'connected',
      participants: ['me'],
    });
    const { services } = peopled(serviceWith(1), {}, { 1: 7 });
    const bench = await openList({ properties: { services, htmlFor: 'the-room' } });
    await eventually(bench.list, () => text(faces(bench, 0)) === '7 people are here');
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

import { expect } from '@open-wc/testing';
import type { VideoRoom } from '../../src/api/types.js';
import { eventually } from '../support/element-suite.js';
import {
  type ListBench,
  openList,
  part,
  rows,
  serviceWith,
  show,
  text,
} from '../support/list-bench.js';

const minutes = (count: number): string => new Date(Date.now() + count * 60_000).toISOString();

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

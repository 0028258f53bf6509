import { expect } from '@open-wc/testing';
import type { VideoRoom } from '../../src/api/types.js';
import { sendKeys } from '@web/test-runner-commands';
import { errors, list as ko } from '../../src/locales/ko.js';
import { eventually, nextEvent } from '../support/element-suite.js';
import {
  dialogGone,
  dialogOf,
  failure,
  type ListBench,
  openList,
  part,
  press,
  rows,
  serviceWith,
  text,
  titles,
} from '../support/list-bench.js';

const minutes = (count: number): string => new Date(Date.now() + count * 60_000).toISOString();

const withRoom = (facts: Partial<VideoRoom>): Promise<ListBench> =>
  openList({ service: serviceWith(1, facts) });

function overlap(one: Element, other: Element): boolean {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

describe('<ffc-room-list> rooms', () => {
  it('show their title, their owner and their state', async () => {
    const bench = await withRoom({ description: 'What changed', liveStartedAt: minutes(-12) });
    expect(text(part(bench, 'description'))).to.equal('What changed');
    expect(text(part(bench, 'badge'))).to.equal('Live');
    expect(text(part(bench, 'facts'))).to.equal('Live Mina Kim Started 12 minutes ago');
    expect(text(part(bench, 'avatar'))).to.equal('MK');
    expect(part(bench, 'avatar')).to.have.attribute('aria-hidden', 'true');
  });

  for (const { facts, expected } of [
    {
      facts: { videoRoomState: 'LIVE', liveStartedAt: minutes(-12) },
      expected: 'Started 12 minutes ago',
    },
    {
      facts: { videoRoomState: 'SCHEDULED', scheduledAt: minutes(119) },
      expected: 'Starts in 2 hours',
    },
    {
      facts: { videoRoomState: 'SCHEDULED', scheduledAt: minutes(-180) },
      expected: 'Was to start 3 hours ago',
    },
    { facts: { videoRoomState: 'ENDED', liveEndedAt: minutes(-60) }, expected: 'Ended 1 hour ago' },
    {
      facts: { videoRoomState: 'ENDED', createdAt: minutes(-3) },
      expected: 'Created 3 minutes ago',
    },
    {
      facts: { videoRoomState: 'CANCELLED', createdAt: minutes(0) },
      expected: 'Created just now',
    },
    {
      facts: { videoRoomState: 'SCHEDULED', scheduledAt: '2031-05-06T07:08:09.123456789Z' },
      expected: /^Starts May \d, 2031, \d+:\d\d/,
    },
    { facts: { createdAt: 'yesterday' }, expected: '' },
    { facts: { createdAt: undefined }, expected: '' },
  ]) {
    it(`tell their time: ${String(expected) || 'none'}`, async () => {
      const bench = await withRoom({ liveStartedAt: undefined, ...facts });
      const time = bench.root.querySelector('time');
      if (expected instanceof RegExp) expect(text(time)).to.match(expected);
      else expect(text(time)).to.equal(expected);
    });
  }

  it('are shown in states and types that are not known yet', async () => {
    const bench = await withRoom({ videoRoomState: 'BEAMED_UP', type: 'HOLO_DECK' });
    expect(text(part(bench, 'badge'))).to.equal('Beamed up');
    expect(text(part(bench, 'hint'))).to.equal('Holo deck — can’t be joined here');
  });

  it('are shown so in Korean too', async () => {
    const service = serviceWith(1, {
      videoRoomState: 'SCHEDULED',
      scheduledAt: minutes(-180),
      type: 'HOLO_DECK',
    });
    const bench = await openList({ service, properties: { lang: 'ko' } });
    const time = await eventually(bench.list, () => {
      const found = text(bench.root.querySelector('time'));
      return found.includes('시작') && found;
    });
    expect(time).to.equal('3시간 전 시작 예정이었음');
    expect(text(part(bench, 'hint'))).to.equal('기타: 여기서는 참여할 수 없음');
    service.putRoom({ ...service.rooms[0]!, videoRoomState: 'BEAMED_UP' });
    await bench.list.refresh();
    await eventually(bench.list, () => text(part(bench, 'badge')) === '기타');
  });

  it('show a lock when they have a password', async () => {
    const { root, list } = await withRoom({
      policy: { hasPassword: true, manuallyApproval: false, canAutoRoomCompositeRecording: false },
    });
    expect(root.querySelector('[role=img][aria-label="Needs a password"]')).to.exist;
    await expect(list).to.be.accessible();
  });

  it('have a name when they have none', async () => {
    for (const title of [undefined, '', '   ']) {
      expect(titles(await withRoom({ title, member: undefined }))).to.deep.equal(['Untitled room']);
    }
  });

  it('fall back to the member’s id, and to nobody', async () => {
    const nobody = { id: 1, appUserName: undefined, appUserProfileImgUrl: undefined };
    const owner = { ...nobody, appUserId: 'mina7', customType: undefined };
    expect(text(part(await withRoom({ member: owner }), 'facts'))).to.contain('mina7');
    expect(rows(await withRoom({ member: undefined }))).to.have.length(1);
  });

  it('show pictures from the web, and nothing else', async () => {
    const pictures: [string, boolean][] = [
      [new URL('/test/support/face.svg', location.href).href, true],
      ['javascript:alert(1)', false],
      ['data:image/svg+xml,<svg/>', false],
      ['//elsewhere.example/me.png', false],
    ];
    for (const [url, shown] of pictures) {
      const bench = await withRoom({
        member: {
          id: 1,
          appUserId: 'mina',
          appUserName: 'Mina',
          appUserProfileImgUrl: url,
          customType: undefined,
        },
      });
      const image = bench.root.querySelector('img');
      expect(image !== null, url).to.equal(shown);
      if (image) expect(image).to.include({ alt: '', referrerPolicy: 'no-referrer' });
    }
  });

  it('are shown even if an app’s own service leaves out almost every field', async () => {
    const bare = { id: 1, type: 'VIDEO_CONFERENCE', videoRoomState: 'LIVE' } as VideoRoom;
    const bench = await openList({
      properties: {
        services: {
          rooms: Object.assign(serviceWith(0), {
            listRooms: () => Promise.resolve({ content: [bare], totalPages: 1, number: 0 }),
          }),
        },
      },
    });
    expect(titles(bench)).to.deep.equal(['Untitled room']);
  });

  it('show hostile titles of any length as text', async () => {
    const title = `<img src=x onerror="window.pwned=true"> ${'W'.repeat(10_000)}`;
    const bench = await withRoom({ title, description: title });
    expect(bench.root.querySelector('img')).to.be.null;
    expect(titles(bench)).to.deep.equal([title]);
    expect(window).not.to.have.property('pwned');
    const row = rows(bench)[0]!;
    expect(row.offsetHeight).to.be.below(200);
    expect(row.scrollWidth).to.be.at.most(row.offsetWidth);
    const label = row.querySelector('[name=delete]')!.getAttribute('aria-label')!;
    expect(label.length).to.be.below(100);
    press(row, 'delete');
    const dialog = await dialogOf(bench);
    expect(dialog.offsetHeight).to.be.below(400);
    expect(dialog.querySelector('img')).to.be.null;
  });

  it('fit from 240 to 1440 pixels, as cards in a narrow list and as rows in a wide one', async () => {
    const bench = await openList({ service: serviceWith(3, { description: 'W'.repeat(300) }) });
    const shapes: string[] = [];
    for (const width of [240, 320, 560, 768, 1440]) {
      bench.list.style.width = `${width}px`;
      expect(bench.list.scrollWidth, `${width}px`).to.be.at.most(bench.list.clientWidth);
      const row = rows(bench)[0]!;
      expect(row.scrollWidth, `${width}px`).to.be.at.most(row.offsetWidth);
      const title = row.querySelector('h3')!.getBoundingClientRect();
      const facts = row.querySelector('.facts')!.getBoundingClientRect();
      shapes.push(facts.left >= title.right ? 'row' : 'card');
      const buttons = [...row.querySelectorAll('[part=row-button]')];
      for (const text of row.querySelectorAll('h3, .facts, [part=description]')) {
        const overlapping = buttons.filter((button) => overlap(button, text));
        expect(overlapping.length, `buttons over ${text.localName}, ${width}px`).to.equal(0);
      }
    }
    expect(shapes).to.deep.equal(['card', 'card', 'card', 'row', 'row']);
  });
});

describe('<ffc-room-list> in another language', () => {
  it('speaks Korean under `lang`, and goes back', async () => {
    const bench = await withRoom({ liveStartedAt: minutes(-12) });
    bench.list.lang = 'ko-KR';
    await eventually(bench.list, () => text(part(bench, 'title')) === ko.heading);
    await eventually(bench.list, () => text(part(bench, 'facts')).includes('12분 전에 시작됨'));
    expect(text(part(bench, 'badge'))).to.equal('진행 중');
    press(rows(bench)[0], 'delete');
    const dialog = await dialogOf(bench);
    expect(text(dialog.querySelector('h2'))).to.equal(ko.deleteTitle('Room 1'));
    await expect(bench.list).to.be.accessible();
    dialog.close();
    await dialogGone(bench);
    bench.list.lang = 'en';
    await eventually(bench.list, () => text(part(bench, 'title')) === 'Rooms');
  });

  it('shows a failure in Korean', async () => {
    const service = serviceWith(1);
    service.failNext('listRooms', failure('network'));
    const bench = await openList({ service, properties: { lang: 'ko' } });
    await eventually(bench.list, () =>
      text(part(bench, 'blank-title')).includes(errors.network.title),
    );
  });

  it('works with an invalid language tag', async () => {
    const service = serviceWith(1, { liveStartedAt: minutes(-12) });
    const bench = await openList({ service, properties: { lang: 'en_US!' } });
    expect(text(part(bench, 'badge'))).to.equal('Live');
    expect(bench.root.querySelector('time')).to.exist;
  });

  it('lets the page replace single words', async () => {
    const bench = await openList({
      service: serviceWith(1),
      properties: { messages: { heading: 'Classes', delete: (room) => `Close ${room}` } },
    });
    expect(text(part(bench, 'title'))).to.equal('Classes');
    expect(text(part(bench, 'create-button'))).to.equal('New room');
    expect(rows(bench)[0]!.querySelector('[name=delete]')).to.have.attribute(
      'aria-label',
      'Close Room 1',
    );
  });
});

describe('<ffc-room-list> by keyboard', () => {
  it('can be traversed with Tab from end to end', async () => {
    const bench = await openList({ service: serviceWith(3), properties: { pageSize: 1 } });
    await eventually(bench.list, () => part(bench, 'filter-button'));
    const seen: string[] = [];
    const focused = (): Element => bench.root.activeElement!;
    part(bench, 'create-button')!.focus();
    for (let step = 0; step < 8; step++) {
      // No Tab after the last button: it would move the focus out of the page.
      if (step > 0) await sendKeys({ press: 'Tab' });
      seen.push(focused().getAttribute('aria-label') ?? text(focused()));
    }
    expect(seen).to.deep.equal([
      'New room',
      'Search rooms',
      'Filters',
      'Status',
      'Sort by',
      'Room 3',
      'Previous',
      'Next',
    ]);
  });

  it('creates, picks and deletes a room', async () => {
    const bench = await openList({ service: serviceWith(1) });
    part(bench, 'create-button')!.focus();
    await sendKeys({ press: 'Enter' });
    await dialogOf(bench);
    await sendKeys({ type: 'Mine' });
    await sendKeys({ press: 'Enter' });
    await eventually(bench.list, () => text(bench.root.activeElement) === 'Mine');

    const picked = nextEvent(bench.list, 'ffc-room-select');
    await sendKeys({ press: 'Enter' });
    expect((await picked).room.title).to.equal('Mine');

    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    await dialogOf(bench);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await dialogGone(bench);
    await eventually(bench.list, () => text(bench.root.activeElement) === 'Room 1');
    expect(titles(bench)).to.deep.equal(['Room 1']);
  });
});

import { expect } from '@open-wc/testing';
import { calendarFile } from '../../src/elements/room/calendar-file.js';
import { eventually } from '../support/element-suite.js';
import { arrive, demoRoom, openRoom, shownText } from '../support/room-bench.js';

const at = (milliseconds: number) => ({
  service: {
    rooms: [
      demoRoom({
        videoRoomState: 'SCHEDULED',
        scheduledAt: new Date(Date.now() + milliseconds).toISOString(),
      }),
    ],
  },
});

describe('<ffc-room> before its time', () => {
  it('counts down and offers an entry for a calendar', async () => {
    const { room } = await openRoom('scheduled', at(3_600_000));
    await eventually(room, () => room.shadowRoot!.querySelector('[part=countdown]'));
    expect(shownText(room.shadowRoot!)).to.contain('This call has not started yet');
    expect(shownText(room.shadowRoot!)).to.match(/(59:5\d|1:00:00)/);
    expect(shownText(room.shadowRoot!)).to.contain('Add to calendar');
    await expect(room).to.be.accessible();
  });

  it('is open to all when its time has come', async () => {
    const { room } = await openRoom('scheduled', at(300));
    await arrive(room, 'prejoin');
  });

  it('is in Korean', async () => {
    const { room } = await openRoom('scheduled', {
      ...at(3 * 86_400_000),
      properties: { lang: 'ko' },
    });
    await eventually(room, () => shownText(room.shadowRoot!).includes('3일 후'));
  });
});

describe('the calendar file of a room', () => {
  const start = Date.UTC(2031, 4, 6, 7, 8, 9);
  const file = calendarFile(
    demoRoom({
      uuid: 'a-uuid',
      title: 'Plans; budgets, and\\or "more"',
      description: `First line\r\nEND:VEVENT\n${'긴 설명 '.repeat(30)}`,
    }),
    start,
    start,
  );
  const lines = file.replaceAll('\r\n ', '').split('\r\n');

  it('has the time in UTC and one event alone', () => {
    expect(lines).to.include('DTSTART:20310506T070809Z');
    expect(lines).to.include('UID:a-uuid@ffc-elements');
    expect(lines.filter((line) => line === 'END:VEVENT').length).to.equal(1);
    expect(file.endsWith('END:VCALENDAR\r\n')).to.equal(true);
  });

  it('escapes special characters', () => {
    expect(lines).to.include('SUMMARY:Plans\\; budgets\\, and\\\\or "more"');
    expect(file).to.contain('First line\\nEND:VEVENT\\n');
  });

  it('has no line of more than 75 bytes', () => {
    const longest = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...longest)).to.be.at.most(75);
  });
});

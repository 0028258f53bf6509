import { expect } from '@open-wc/testing';
import type { RoomQuery } from '../../src/api/types.js';
import { createMockService, type MockService } from '../../src/mock/service.js';
import { eventually, nextEvent } from '../support/element-suite.js';
import {
  createList,
  type ListBench,
  openList,
  part,
  rows,
  serviceWith,
  text,
  titles,
} from '../support/list-bench.js';

/** A list with open filters, and its queries. */
async function openFilters(properties: Partial<ListBench['list']> = {}) {
  const service = createMockService();
  const asked: RoomQuery[] = [];
  const listRooms = service.listRooms.bind(service);
  service.listRooms = (query, options) => {
    asked.push(query ?? {});
    return listRooms(query, options);
  };
  const bench = await openList({ properties: { services: servicesOf(service), ...properties } });
  (await eventually(bench.list, () => part(bench, 'filter-button'))).click();
  await eventually(bench.list, () => part(bench, 'filters'));
  return { ...bench, asked };
}

const servicesOf = (service: MockService) => ({ rooms: service, member: service });

const filter = (bench: Pick<ListBench, 'root'>, label: string): HTMLSelectElement =>
  part(bench, 'filters')!.querySelector<HTMLSelectElement>(`[aria-label="${label}"]`)!;

async function choose(bench: ListBench, label: string, value: string): Promise<void> {
  const loaded = nextEvent(bench.list, 'ffc-rooms-load');
  const field = filter(bench, label);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await loaded;
  await bench.list.updateComplete;
}

const topOf = (element: Element): number => Math.round(element.getBoundingClientRect().top);

const nameOf = (bench: ListBench): string | null =>
  part(bench, 'filter-button')!.getAttribute('aria-label');

describe('the further filters of <ffc-room-list>', () => {
  it('open and close with their button', async () => {
    const bench = await openFilters();
    const button = part(bench, 'filter-button')!;
    expect(button).to.have.attribute('aria-label', 'Filters');
    expect(button).to.have.attribute('aria-expanded', 'true');
    await expect(bench.list).to.be.accessible();
    button.click();
    await eventually(bench.list, () => !part(bench, 'filters'));
    expect(button).to.have.attribute('aria-expanded', 'false');
  });

  it('ask for a type, an access level and the member’s own rooms', async () => {
    const bench = await openFilters();
    await choose(bench, 'Type', 'BROADCAST_RTMP');
    expect(titles(bench)).to.deep.equal(['Product launch broadcast']);
    expect(bench.list.type).to.equal('BROADCAST_RTMP');
    await choose(bench, 'Type', '');
    await choose(bench, 'Who can enter', 'PUBLIC');
    await eventually(bench.list, () => filter(bench, 'Whose rooms'));
    await choose(bench, 'Whose rooms', 'me');
    expect(bench.asked.at(-1)).to.include({ accessLevel: 'PUBLIC', appUserId: 'me' });
    expect(bench.list).to.include({ accessLevel: 'PUBLIC', owner: 'me' });
    expect(nameOf(bench)).to.equal('Filters (2)');
    await expect(bench.list).to.be.accessible();
  });

  it('are cleared with the search where nothing is found', async () => {
    const bench = await openFilters();
    await choose(bench, 'Who can enter', 'PRIVATE');
    expect(text(part(bench, 'blank-title'))).to.equal('No rooms found');
    part(bench, 'blank')!.querySelector('button')!.click();
    await eventually(bench.list, () => rows(bench).length === 6);
    expect(nameOf(bench)).to.equal('Filters');
    expect(filter(bench, 'Who can enter').value).to.equal('');
  });

  it('are the page’s own until the person chooses others, and again when cleared', async () => {
    const bench = await openFilters({ type: 'video-conference', owner: 'mina' });
    expect(nameOf(bench)).to.equal('Filters');
    expect(filter(bench, 'Type').value).to.equal('VIDEO_CONFERENCE');
    await choose(bench, 'Type', 'WEBINAR');
    expect(nameOf(bench)).to.equal('Filters (1)');
    part(bench, 'blank')!.querySelector('button')!.click();
    await eventually(bench.list, () => rows(bench).length === 5);
    expect(bench.list).to.include({ type: 'video-conference', owner: 'mina' });
  });

  it('read their attributes', async () => {
    const { list } = createList({ service: serviceWith(0) });
    list.setAttribute('access-level', 'private');
    list.setAttribute('owner', 'mina');
    list.setAttribute('invite-url', '/rooms/{id}');
    expect(list).to.include({ accessLevel: 'private', owner: 'mina', inviteUrl: '/rooms/{id}' });
    for (const name of ['access-level', 'owner', 'invite-url']) list.removeAttribute(name);
    expect(list).to.include({ accessLevel: '', owner: '' });
    await list.updateComplete;
  });

  it('appear in space that is kept for their button, so that nothing moves', async () => {
    for (const width of [320, 700]) {
      const bench = createList({ service: createMockService() });
      bench.list.style.inlineSize = `${width}px`;
      await eventually(bench.list, () => bench.root.querySelector('select'));
      const tools = [...bench.root.querySelectorAll('input, select')];
      const before = tools.map(topOf);
      const button = await eventually(bench.list, () => part(bench, 'filter-button'));
      expect(tools.map(topOf), `${width}px`).to.deep.equal(before);
      expect(topOf(button)).to.equal(before[0]);
      expect(bench.list.scrollWidth).to.be.at.most(bench.list.clientWidth);
    }
  });

  it('are in Korean too', async () => {
    const bench = await openFilters({ lang: 'ko' });
    await eventually(bench.list, () => filter(bench, '유형'));
    expect([...filter(bench, '유형').options].map((option) => text(option))).to.deep.equal([
      '유형: 전체',
      '화상회의',
      '인터랙티브 미팅',
      '웨비나',
      '방송',
    ]);
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import type { FfcRoomListElement } from '../../src/elements/room-list/room-list.js';
import type { Person } from './people.js';
import { Suite } from './suite.js';

describe('the rooms of a list', () => {
  const suite = new Suite();
  let mina: Person;
  let jun: Person;

  before(async () => {
    ({ mina, jun } = await suite.call('Standup'));
  });

  after(() => {
    assert.deepEqual([...mina.complaints, ...jun.complaints], []);
  });

  const row = ({ page }: Person, title: string): Locator =>
    page.locator('ffc-room-list li', { hasText: title });

  const titles = ({ page }: Person): Promise<string[]> =>
    page.locator('ffc-room-list h3[part=room-title]').allInnerTexts();

  /** Resolves when the list shows these rooms and no others. */
  const shows = async (person: Person, ...expected: string[]): Promise<void> => {
    await person.page.waitForFunction((wanted) => {
      const root = document.querySelector('ffc-room-list')?.shadowRoot;
      const found = [...(root?.querySelectorAll('[part=room-title]') ?? [])];
      return found.map((title) => title.textContent?.trim()).join() === wanted;
    }, expected.join());
  };

  it('mark the call that the person is in, and come first while they are live', async () => {
    await row(jun, 'Standup').getByText('In this call').waitFor();
    const current = row(jun, 'Standup').locator('[name=pick]');
    assert.equal(await current.getAttribute('aria-current'), 'true');
    assert.equal(await jun.page.locator('ffc-room-list [aria-current]').count(), 1);
    await row(mina, 'Standup').getByText('Live', { exact: true }).waitFor();
    assert.equal((await titles(mina))[0], 'Standup');
  });

  it('show the faces of who is online to those who have joined, and a number to others', async () => {
    const faces = row(mina, 'Standup').getByRole('img', { name: / here$/ });
    await faces.and(mina.page.locator('[aria-label*="Mina"][aria-label*="Jun"]')).waitFor();
    const sara = await suite.person('sara');
    await row(sara, 'Standup').getByText('2 people are here').waitFor();
    assert.equal(
      await row(sara, 'Standup')
        .getByRole('img', { name: / here$/ })
        .count(),
      0,
    );
    assert.deepEqual(sara.complaints, []);
    await sara.close();
  });

  it('have links to copy, which lead others into the room', async () => {
    const { page } = mina;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await row(mina, 'Standup').getByRole('button', { name: 'Copy the link to “Standup”' }).click();
    await page.locator('ffc-room-list [role=status]', { hasText: 'Link copied' }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const { origin } = new URL(page.url());
    assert.match(link, new RegExp(`^${origin}/\\?room=\\d+$`));
    const sara = await suite.person('sara');
    await sara.page.goto(`${link}&user=sara`);
    await sara.state('prejoin');
    await row(sara, 'Standup').getByText('Open here').waitFor();
    await sara.button('Join').click();
    await sara.state('connected');
    await row(sara, 'Standup')
      .locator('[aria-label="Sara Haddad, Mina Kim and Jun Park are here"]')
      .waitFor();
    await row(mina, 'Standup')
      .locator('[aria-label="Mina Kim, Jun Park and Sara Haddad are here"]')
      .waitFor();
    await sara.close();
    await row(mina, 'Standup').locator('[aria-label="Mina Kim and Jun Park are here"]').waitFor();
  });

  it('count down to their start', async () => {
    const { page } = mina;
    await mina.button('New room').first().click();
    await page.getByLabel('Title').fill('Retrospective');
    await page.getByText('More options').click();
    const start = await page.evaluate(() => {
      const at = new Date(Date.now() + 30 * 60_000);
      at.setMinutes(at.getMinutes() - at.getTimezoneOffset());
      return at.toISOString().slice(0, 16);
    });
    await page.getByLabel(/^Starts/).fill(start);
    await mina.button('Create room').click();
    const time = row(mina, 'Retrospective').locator('time');
    await time.filter({ hasText: /^\s*Starts in \d\d:\d\d\s*$/ }).waitFor();
    const first = await time.innerText();
    await time.filter({ hasNotText: first.trim() }).waitFor();
  });

  it('are filtered by type, access and owner, page by page', async () => {
    const sara = await suite.person('sara');
    const { page } = sara;
    await page
      .locator('ffc-room-list')
      .evaluate((list) => ((list as FfcRoomListElement).pageSize = 1));
    await sara.button('Filters').click();
    const choose = (label: string, value: string): Promise<unknown> =>
      page.getByLabel(label, { exact: true }).selectOption(value);
    await choose('Type', 'BROADCAST_RTMP');
    await shows(sara, 'Product launch broadcast');
    await choose('Whose rooms', 'sara');
    await shows(sara, 'Product launch broadcast');
    await choose('Who can enter', 'PRIVATE');
    await page.getByText('No rooms found').waitFor();
    await sara.button('Filters (3)').waitFor();
    await sara.button('Clear search').click();
    await page.getByText(/^Page 1 of \d$/).waitFor();
    await choose('Type', 'VIDEO_CONFERENCE');
    await page
      .locator('ffc-room-list')
      .evaluate((list) => (list as FfcRoomListElement).goToPage(99));
    // The last page has the oldest conference. The broadcast is older, but the filter excludes it.
    await shows(sara, 'One-to-one');
    await sara.button('Previous').click();
    await shows(sara, '제품팀 아침 회의');
    assert.equal(await page.getByLabel('Type', { exact: true }).inputValue(), 'VIDEO_CONFERENCE');
    assert.deepEqual(sara.complaints, []);
    await sara.close();
  });
});

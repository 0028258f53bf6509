import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import type { FfcRoomListElement } from '../../src/elements/room-list/room-list.js';
import type { Person } from './people.js';
import { Suite } from './suite.js';

interface RoomRecord {
  readonly title: string;
  readonly description: string;
  readonly type: string;
  readonly accessLevel: string;
  readonly scheduledAt?: string | null;
  readonly policy: Readonly<
    Record<'hasPassword' | 'manuallyApproval' | 'canAutoRoomCompositeRecording', boolean>
  >;
}

/** What the service has stored of Mina's room of this title, as her app's gateway answers it. */
async function recordOf({ page }: Person, title: string): Promise<object> {
  const record = await page.evaluate(async (title) => {
    const answer = await fetch(`/ffc/rooms?keyword=${title}&appUserId=mina`);
    return ((await answer.json()) as { readonly content: readonly RoomRecord[] }).content[0];
  }, title);
  assert.ok(record, `there is a room “${title}”`);
  const { description, type, accessLevel, scheduledAt, policy } = record;
  return {
    ...{ title: record.title, description, type, accessLevel },
    scheduledAt: scheduledAt ? Date.parse(scheduledAt) : undefined,
    hasPassword: policy.hasPassword,
    manuallyApproval: policy.manuallyApproval,
    canAutoRoomCompositeRecording: policy.canAutoRoomCompositeRecording,
  };
}

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
    await page.getByText(/^1 \/ \d$/).waitFor();
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

  it('are created with all that the dialog offers, and edited', async () => {
    const { page } = mina;
    const dialog = page.getByRole('dialog');
    const scheduledAt = '2099-12-31T10:00';
    await mina.button('New room').first().click();
    await dialog.getByLabel('Title').fill('Investors');
    await dialog.getByLabel('Description').fill('Figures of the year');
    await dialog.getByLabel(/^Password/).fill('numbers');
    await dialog.getByText('More options').click();
    await dialog.getByLabel(/^Starts/).fill(scheduledAt);
    await dialog.getByLabel('Who can enter').selectOption('MEMBER');
    await dialog.getByLabel('Type').selectOption('WEBINAR');
    await dialog.getByLabel('People wait until the host lets them in').check();
    await dialog.getByLabel('Record automatically').check();
    await mina.button('Create room').click();
    const created = row(mina, 'Investors');
    await created.getByText('Figures of the year').waitFor();
    await created.getByRole('img', { name: 'Needs a password' }).waitFor();
    await created.getByText('Member', { exact: true }).waitFor();
    const at = await page.evaluate((time) => new Date(time).toISOString(), scheduledAt);
    assert.deepEqual(await recordOf(mina, 'Investors'), {
      ...{ title: 'Investors', description: 'Figures of the year', type: 'WEBINAR' },
      ...{ accessLevel: 'MEMBER', scheduledAt: Date.parse(at) },
      ...{ hasPassword: true, manuallyApproval: true, canAutoRoomCompositeRecording: true },
    });

    await mina.button('Edit “Investors”').click();
    await dialog.getByLabel('Title').fill('Shareholders');
    await dialog.getByText('More options').click();
    await dialog.getByLabel(/^Starts/).fill('');
    await dialog.getByLabel('Who can enter').selectOption('PUBLIC');
    await dialog.getByLabel('People wait until the host lets them in').uncheck();
    await dialog.getByLabel('Record automatically').uncheck();
    await mina.button('Save').click();
    await row(mina, 'Shareholders').waitFor();
    assert.deepEqual(await recordOf(mina, 'Shareholders'), {
      ...{ title: 'Shareholders', description: 'Figures of the year', type: 'WEBINAR' },
      ...{ accessLevel: 'PUBLIC', scheduledAt: undefined },
      ...{ hasPassword: true, manuallyApproval: false, canAutoRoomCompositeRecording: false },
    });
  });

  it('get another password, and none at last', async () => {
    const dialog = mina.page.getByRole('dialog');
    await mina.button('Edit “Shareholders”').click();
    await dialog.getByLabel(/^New password/).fill('letters');
    await mina.button('Save').click();
    await dialog.waitFor({ state: 'detached' });
    const sara = await suite.person('sara');
    await sara.pick('Shareholders');
    await sara.state('password');
    const field = sara.room.getByRole('textbox', { name: 'Password' });
    await field.fill('numbers');
    await field.press('Enter');
    await sara.room.getByText('Wrong password. Try again.').waitFor();
    await field.fill('letters');
    await field.press('Enter');
    await sara.state('prejoin');

    await mina.button('Edit “Shareholders”').click();
    await dialog.getByLabel('Remove the password').check();
    await mina.button('Save').click();
    await dialog.waitFor({ state: 'detached' });
    // The address of the page names the room, which opens again.
    await sara.page.reload();
    await sara.state('prejoin');
    assert.deepEqual(sara.complaints, []);
    await sara.close();
  });
});

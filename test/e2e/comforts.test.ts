import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import type { Person } from './people.js';
import { Suite } from './suite.js';

const here = ({ page }: Person): Locator => page.locator('ffc-prejoin [part=who-is-here]');

/** Collects the console errors of a page from now on. */
function errorsOf(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}

describe('the list of who is already in a room', () => {
  const suite = new Suite();

  it('shows before a join, as a number to guests and by name to the owner', async () => {
    const mina = await suite.person('mina');
    await mina.create('Already there');
    await mina.pick('Already there');
    const errors = errorsOf(mina.page);
    await here(mina).getByText('No one is here yet').waitFor();
    await mina.join();
    // The page joins the room's channel only after the call. An open chat shows that it has joined.
    await mina.openChat();

    const jun = await suite.person('jun');
    const hisErrors = errorsOf(jun.page);
    await jun.pick('Already there');
    await here(jun).getByText('1 person is here').waitFor();
    await jun.join();
    await jun.openChat();

    await mina.page.reload();
    await mina.pick('Already there');
    await here(mina).getByText('Jun Park is here').waitFor();
    assert.deepEqual([errors, hisErrors], [[], []], 'nothing was asked that is refused');
  });
});

describe('the comforts of a call', () => {
  const suite = new Suite();
  let mina: Person;
  let jun: Person;

  before(async () => {
    ({ mina, jun } = await suite.call('Comfortable'));
  });

  it('has clusters of controls, and the devices beside their switches', async () => {
    await mina.room.evaluate((room) => room.removeAttribute('controls'));
    const bar = mina.page.locator('ffc-control-bar');
    await bar.locator('.cluster').nth(2).waitFor();
    await bar.getByRole('button', { name: 'Audio options' }).click();
    const microphones = bar.locator('fieldset', { hasText: 'Microphone' }).getByRole('radio');
    await microphones.nth(1).click();
    // The menu checks a microphone only once the call uses it.
    await bar.locator('fieldset label:nth-of-type(2) input:checked').first().waitFor();
    await mina.page.keyboard.press('Escape');
    await microphones.first().waitFor({ state: 'hidden' });
  });

  it('shows leaves and joins in the chat', async () => {
    await mina.openChat();
    const lines = mina.chat.locator('[part=chat-system]');
    await jun.room.evaluate((room) => (room as HTMLElementTagNameMap['ffc-room']).leave());
    await jun.state('left');
    await lines.getByText('Jun Park left').waitFor();
    await jun.rejoin();
    await lines.getByText('Jun Park joined').waitFor();
    await mina.chat.getByRole('textbox').press('Escape');
  });

  it('shows the quality of the connection, and the measured values', async () => {
    const sign = mina.room.locator('[part~=connection]');
    await sign.click();
    const dialog = mina.room.getByRole('dialog', { name: 'Connection' });
    await dialog.getByText(/^Direct \((UDP|TCP)\)$/).waitFor();
    await dialog.getByText(/kb\/s/).first().waitFor();
    await mina.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    // A closed dialog returns the focus to its button.
    assert.equal(await sign.evaluate((button) => button.matches(':focus')), true);
  });

  it('shows the measured values of what is received of another person', async () => {
    await mina.openTileMenu('jun');
    await mina.page.getByRole('button', { name: 'Connection', exact: true }).last().click();
    const dialog = mina.page.getByRole('dialog', { name: 'Connection · Jun Park' });
    await dialog.getByText(/^\d+ × \d+$/).waitFor();
    await dialog.getByText(/\b(VP8|VP9|H264|AV1)\b/).waitFor();
    await dialog.getByText(/kb\/s/).waitFor();
    await mina.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('obeys keys while the focus is in the room, and lists them', async () => {
    const { keyboard } = mina.page;
    const microphone = mina.button('Microphone');
    const isOn = (on: boolean): Promise<void> =>
      microphone.and(mina.page.locator(`[aria-pressed=${on}]:not([aria-busy=true])`)).waitFor();
    const isMuted = jun.page.locator('ffc-participant-tile[identity=mina][audio-muted]');
    await mina.button('Leave').focus();
    await keyboard.press('m');
    await isMuted.waitFor();
    await isOn(false);
    // A person who is muted talks for as long as they hold this key.
    await keyboard.down('t');
    await isMuted.waitFor({ state: 'detached' });
    await keyboard.up('t');
    await isMuted.waitFor();
    await isOn(false);

    await keyboard.press('?');
    const help = mina.room.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await help.getByText('Talk while held').waitFor();
    await help.getByText('Microphone').waitFor();
    await keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await keyboard.press('h');
    await jun.event({ type: 'ffc-hand-change', identity: 'mina' });
    await keyboard.press('m');
    await isMuted.waitFor({ state: 'detached' });
    // Outside of the room a key does nothing, which the answer to the next key shows.
    const before = (await mina.events()).length;
    await mina.page.locator('ffc-room-list').getByRole('button').first().focus();
    await keyboard.press('m');
    await mina.button('Leave').focus();
    await keyboard.press('v');
    await jun.event({ type: 'ffc-track-muted', identity: 'mina', source: 'camera' });
    const later = (await mina.events()).slice(before);
    assert.ok(later.some(({ type }) => type === 'ffc-camera-request'));
    assert.ok(later.every(({ type }) => type !== 'ffc-microphone-request'));
    await keyboard.press('v');
    await jun.event({ type: 'ffc-track-unmuted', identity: 'mina', source: 'camera' });
  });

  it('pauses videos while the computer cannot keep up, until the person asks for them', async () => {
    await mina.room.evaluate((room) => {
      (room as HTMLElementTagNameMap['ffc-room']).powerSaver = true;
      // The statistics of a browser whose encoder lacks time. LiveKit reads them every two seconds.
      const { prototype } = RTCRtpSender;
      const { getStats } = prototype as { readonly getStats: () => Promise<RTCStatsReport> };
      prototype.getStats = async function () {
        const stats = new Map<string, object>();
        (await getStats.call(this)).forEach((value: { readonly type: string }, id) => {
          const isSent = value.type === 'outbound-rtp';
          stats.set(id, { ...value, ...(isSent && { qualityLimitationReason: 'cpu' }) });
        });
        return stats;
      };
    });
    await mina.event({ type: 'ffc-track-unsubscribed', identity: 'jun', source: 'camera' });
    const notice = mina.room.locator('.toast', { hasText: 'Your computer can’t keep up' });
    await notice.waitFor();
    await mina.hears();
    await notice.getByRole('button', { name: 'Show video' }).click();
    await mina.sees('jun');
    await notice.waitFor({ state: 'detached' });
  });

  it('speaks the language that the person chooses, and keeps it after a reload', async () => {
    await mina.room.evaluate((room) =>
      (room as HTMLElementTagNameMap['ffc-room']).openPanel('settings'),
    );
    await mina.page.locator('ffc-settings').getByLabel('Language of the call').selectOption('ko');
    await mina.room.getByRole('button', { name: '나가기' }).first().waitFor();
    // The choice is for the call only: the list keeps the language of the page.
    await mina.button('New room').first().waitFor();
    await mina.page.reload();
    await mina.pick('Comfortable');
    await mina.room.getByRole('button', { name: '참여하기' }).click();
    await mina.state('connected');
    await mina.room.getByRole('button', { name: '나가기' }).first().waitFor();
  });

  it('complains of nothing', () => {
    assert.deepEqual([mina.complaints, jun.complaints], [[], []]);
  });
});

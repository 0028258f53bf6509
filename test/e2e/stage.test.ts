import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Person } from './people.js';
import { Suite } from './suite.js';

describe('the stage of a call of two', () => {
  const suite = new Suite();
  let mina: Person;
  let jun: Person;

  before(async () => {
    ({ mina, jun } = await suite.call('Standup'));
    await mina.sees('jun');
  });

  it('lets a person mute another one locally, by the keyboard', async () => {
    const audio = mina.room.locator('audio[data-identity=jun]');
    await mina.openTileMenu('jun');
    await mina.button('Mute for me').click();
    assert.equal(await audio.evaluate((element) => (element as HTMLAudioElement).muted), true);
    await mina.button('Unmute for me').click();
    assert.equal(await audio.evaluate((element) => (element as HTMLAudioElement).muted), false);
    await mina.page.keyboard.press('Escape');
  });

  it('lets a host mute another person for everybody, and pin their video', async () => {
    await mina.openTileMenu('jun');
    await mina
      .button('Mute')
      .and(mina.page.getByText('Mute', { exact: true }))
      .click();
    await jun.event({ type: 'ffc-track-muted', identity: 'jun', source: 'microphone' });
    await mina.openTileMenu('jun');
    await mina.button('Pin to the stage').click();
    await mina.sees('jun');
    await mina.room.evaluate((room) => (room as HTMLElementTagNameMap['ffc-room']).unpin());
  });

  it('shows raised hands in their order, also to those who join later', async () => {
    const place = (seenBy: Person, identity: string, number: number): Promise<void> =>
      seenBy
        .tile(identity)
        .locator('[part=hand]', { hasText: String(number) })
        .waitFor();
    for (const person of [mina, jun]) await person.setControls('hand reactions leave');
    await jun.button('Raise hand').click();
    await place(mina, 'jun', 1);
    await mina.button('Raise hand').click();
    await place(jun, 'mina', 2);
    await jun.leave();
    await place(mina, 'mina', 1);
    await jun.rejoin();
    await place(jun, 'mina', 1);
    await jun.button('Raise hand').click();
    await place(mina, 'jun', 2);
    await mina.button('Raise hand').click();
    await Promise.all([place(mina, 'jun', 1), place(jun, 'jun', 1)]);
    await mina.tile('mina').locator('[part=hand]').waitFor({ state: 'detached' });
  });

  it('shows a reaction to everybody', async () => {
    await jun.button('React').click();
    await jun.page.getByRole('dialog').getByRole('button', { name: 'Party' }).click();
    await Promise.all([mina, jun].map((person) => person.tile('jun').getByText('🎉').waitFor()));
    await mina.event({ type: 'ffc-reaction', identity: 'jun' });
  });

  it('moves the self view to another corner, and minimizes it', async () => {
    const own = mina.tile('mina');
    const before = await own.boundingBox();
    await own.focus();
    await mina.page.keyboard.press('ArrowUp');
    await mina.page.waitForFunction((top) => {
      const room = document.querySelector('ffc-room');
      const stage = room?.shadowRoot?.querySelector('ffc-stage');
      const tile = stage?.shadowRoot?.querySelector('.floating');
      return tile && tile.getBoundingClientRect().top < top - 100;
    }, before?.y ?? 0);
    await mina.button('Minimize your picture').click();
    await mina.button('Show your picture').waitFor();
    await mina.sees('jun');
  });

  it('lets a viewer look closer at a shared screen', async () => {
    await jun.share();
    const screen = mina.page.locator('ffc-participant-tile[source=screen_share]');
    await screen.focus();
    await mina.page.keyboard.press('+');
    await mina.button('125%: reset zoom').click();
    await mina.button('Zoom in').waitFor();
  });
});

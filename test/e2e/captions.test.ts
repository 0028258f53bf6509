import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Room } from 'livekit-client';
import type { Person } from './people.js';
import { Suite } from './suite.js';

describe('captions of a call', () => {
  const suite = new Suite();
  let mina: Person;
  let jun: Person;

  before(async () => {
    ({ mina, jun } = await suite.call('In writing'));
    await mina.tile('jun').waitFor();
    await mina.setControls('captions leave');
  });

  /** Sends a caption as a transcribing agent does: each state of a segment is a text stream. */
  const say = (id: string, text: string, isFinal: boolean): Promise<void> =>
    jun.room.evaluate(
      async (room, [id, text, final]) => {
        const live = (room as HTMLElementTagNameMap['ffc-room']).room as Room;
        await live.localParticipant.sendText(text, {
          topic: 'lk.transcription',
          attributes: { 'lk.segment_id': id, 'lk.transcription_final': final },
        });
      },
      [id, text, String(isFinal)] as const,
    );

  it('show the speaker and the text over the stage, and follow a growing piece', async () => {
    await mina.button('Captions').click();
    const overlay = mina.page.locator('ffc-captions[overlay]');
    await say('one', 'Good', false);
    await overlay.getByText('Good', { exact: true }).waitFor();
    await overlay.getByText('Jun Park').waitFor();
    await say('one', 'Good morning, <b>everybody</b>.', true);
    await overlay.getByText('Good morning, <b>everybody</b>.').waitFor();
    assert.equal(await overlay.locator('[part~=caption]').count(), 1);
  });

  it('keep everything in a log', async () => {
    await say('two', 'Shall we begin?', true);
    await mina.room.evaluate((room) =>
      (room as HTMLElementTagNameMap['ffc-room']).openPanel('captions'),
    );
    const log = mina.page.locator('ffc-captions:not([overlay])');
    for (const text of ['Good morning, <b>everybody</b>.', 'Shall we begin?']) {
      await log.getByText(text).waitFor();
    }
    assert.deepEqual(mina.complaints, []);
  });
});

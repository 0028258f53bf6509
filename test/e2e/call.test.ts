import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { optionsInUse, setLiveKitOptions } from './livekit-options.js';
import type { Person } from './people.js';
import { Suite } from './suite.js';
import type { SeenEvent } from './record-events.js';

describe('a call of two people', () => {
  const suite = new Suite();
  let mina: Person;
  let jun: Person;

  before(async () => {
    ({ mina, jun } = await suite.call('Standup'));
  });

  it('shows each the moving picture of the other', async () => {
    await Promise.all([mina.sees('jun'), jun.sees('mina')]);
    await Promise.all([mina.sees('mina'), jun.sees('jun')]);
  });

  it('lets each hear the other', async () => {
    await Promise.all([mina.hears(), jun.hears()]);
  });

  it('emits the earlier participants and publications to each, in order', async () => {
    await jun.event({ type: 'ffc-track-subscribed', identity: 'mina', source: 'camera' });
    await jun.event({ type: 'ffc-track-subscribed', identity: 'mina', source: 'microphone' });
    const events = await jun.events();
    assert.deepEqual(
      events.filter(({ type }) => type === 'ffc-state-change').map(({ state }) => state),
      ['loading', 'prejoin', 'connecting', 'connected'],
    );
    assert.ok(events.every(({ frozen }) => frozen));
    inOrder(events, [
      { type: 'ffc-room-select', title: 'Standup' },
      { type: 'ffc-join-request' },
      { type: 'ffc-participant-joined', identity: 'jun', name: 'Jun Park', initial: false },
      { type: 'ffc-participant-joined', identity: 'mina', name: 'Mina Kim', initial: true },
      { type: 'ffc-track-published', identity: 'mina', source: 'camera', initial: true },
      { type: 'ffc-track-subscribed', identity: 'mina', source: 'camera' },
    ]);
    await jun.event({
      type: 'ffc-track-published',
      identity: 'jun',
      source: 'camera',
      isLocal: true,
    });
    inOrder(await mina.events(), [
      { type: 'ffc-participant-joined', identity: 'mina', initial: false },
      { type: 'ffc-participant-joined', identity: 'jun', name: 'Jun Park', initial: false },
      { type: 'ffc-track-published', identity: 'jun', initial: false },
      { type: 'ffc-track-subscribed', identity: 'jun' },
    ]);
  });

  it('shows the room as live in every list', async () => {
    const sara = await suite.person('sara');
    await sara.page
      .getByRole('listitem')
      .filter({ hasText: 'Standup' })
      .getByText('Live')
      .waitFor();
    await sara.close();
  });

  it('shows a mute to the other, and its end', async () => {
    const microphone = mina.button('Microphone');
    await microphone.click();
    await jun.event({ type: 'ffc-track-muted', identity: 'mina', source: 'microphone' });
    await mina.event({ type: 'ffc-track-muted', identity: 'mina', isLocal: true });
    await jun.page.locator('ffc-participant-tile[identity="mina"][audio-muted]').waitFor();
    assert.equal(await microphone.getAttribute('aria-pressed'), 'false');
    await microphone.click();
    await jun.event({ type: 'ffc-track-unmuted', identity: 'mina', source: 'microphone' });
  });

  it('shows a stopped camera to the other, and its return', async () => {
    await mina.button('Camera').click();
    await jun.event({ type: 'ffc-track-muted', identity: 'mina', source: 'camera' });
    await jun.page.locator('ffc-participant-tile[identity="mina"][video-muted]').waitFor();
    await mina.button('Camera').click();
    await jun.event({ type: 'ffc-track-unmuted', identity: 'mina', source: 'camera' });
    await jun.sees('mina');
  });

  it('can be controlled by the keyboard alone', async () => {
    await mina.button('Microphone').focus();
    // The button for the choice of microphones is between the two.
    await mina.page.keyboard.press('ArrowRight');
    await mina.page.keyboard.press('ArrowRight');
    const before = (await mina.events()).length;
    await mina.page.keyboard.press('Enter');
    await mina.page.waitForFunction((n) => globalThis.ffcSeen.length > n, before);
    assert.ok(
      (await mina.events()).slice(before).some(({ type }) => type === 'ffc-camera-request'),
    );
    await mina.page.keyboard.press('End');
    // A host has a button behind Leave, which opens its menu.
    await mina.page.keyboard.press('ArrowLeft');
    await mina.page.keyboard.press('Enter');
    await mina.state('left');
  });

  it('emits an event to the other person when one leaves', async () => {
    await jun.event({ type: 'ffc-participant-left', identity: 'mina' });
    await jun.tile('mina').waitFor({ state: 'detached' });
  });

  it('lets the person who left join again', async () => {
    await mina.rejoin();
    await mina.sees('jun');
  });

  it('is encrypted end to end, and follows other options, where a page asks LiveKit for that', async () => {
    const rejoin = async (person: Person): Promise<void> => {
      await person.leave();
      await setLiveKitOptions(person);
      await person.rejoin();
    };
    await Promise.all([rejoin(mina), rejoin(jun)]);
    // The test of the keyboard has turned it off.
    await mina.button('Camera').click();
    const check = async (person: Person, other: string): Promise<void> => {
      await person.sees(other);
      await person.hears();
      await person.room.locator('[part~=lock]').getByText('Encrypted end to end').waitFor();
      assert.deepEqual(await optionsInUse(person, other), {
        isOtherEncrypted: true,
        cameraWidth: 320,
        bundlePolicy: 'max-bundle',
      });
    };
    await Promise.all([check(mina, 'jun'), check(jun, 'mina')]);
  });

  it('ends for everybody when the room is deleted', async () => {
    await mina.button('Delete “Standup”').click();
    await mina.button('Delete room').click();
    await Promise.all([jun.state('ended'), mina.state('ended')]);
    assert.deepEqual([mina.complaints, jun.complaints], [[], []]);
  });
});

/** Asserts that matching events came in this order. */
function inOrder(events: readonly SeenEvent[], wanted: readonly Partial<SeenEvent>[]): void {
  let from = 0;
  for (const facts of wanted) {
    const index = events.findIndex(
      (event, at) =>
        at >= from &&
        Object.entries(facts).every(([key, value]) => event[key as keyof SeenEvent] === value),
    );
    assert.notEqual(index, -1, `${JSON.stringify(facts)} did not come, or not in its place`);
    from = index + 1;
  }
}

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Person } from './people.js';
import { Suite } from './suite.js';

/**
 * Runs in a page before its scripts: the microphone hears one long tone. The media server does not
 * always count the short beeps of the fake microphone as speech.
 */
function speakOnAndOn(): void {
  const { mediaDevices } = navigator;
  const original = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints = {}) => {
    if (!constraints.audio) return original(constraints);
    const context = new AudioContext();
    const heard = context.createMediaStreamDestination();
    const tone = new OscillatorNode(context);
    tone.connect(heard);
    tone.start();
    const { video } = constraints;
    const tracks = video ? (await original({ video })).getVideoTracks() : [];
    return new MediaStream([...heard.stream.getTracks(), ...tracks]);
  };
}

describe('who speaks in a call of three', () => {
  const suite = new Suite();
  let mina: Person;

  before(async () => {
    mina = await suite.person('mina');
    await mina.start('Speakers');
    const jun = await Person.at(suite.browser, suite.sandbox, 'jun', '', speakOnAndOn);
    await jun.enter('Speakers');
    const sara = await suite.joined('sara', 'Speakers');
    await sara.button('Microphone').click();
    await mina.tile('sara').waitFor();
  });

  it('is marked in their tile', async () => {
    await mina.page.locator('ffc-participant-tile[identity=jun][speaking]').waitFor();
    assert.deepEqual(mina.complaints, []);
  });

  it('is named when their tile is scrolled out of sight, and a click scrolls there', async () => {
    await mina.page.setViewportSize({ width: 480, height: 420 });
    await mina.room.evaluate((room) =>
      (room as HTMLElementTagNameMap['ffc-room']).setLayout('scroll'),
    );
    const tiles = mina.room.locator('ffc-stage .scrolling');
    await tiles.evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
    const speaker = mina.button(/Jun.* is speaking/);
    await speaker.click();
    await speaker.waitFor({ state: 'detached' });
    const { left, right } = await mina.tile('jun').evaluate((tile) => tile.getBoundingClientRect());
    assert.ok((left + right) / 2 > 0 && (left + right) / 2 < 480, `from ${left} to ${right}`);
    assert.deepEqual(mina.complaints, []);
  });
});

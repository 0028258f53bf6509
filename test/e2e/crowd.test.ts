import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { dispose } from '@livekit/rtc-node';
import { TrackSource } from 'livekit-server-sdk';
import type { Browser } from 'playwright-core';
import type { Sandbox } from '../../sandbox/start.js';
import { launchChromium } from '../support/chromium.js';
import { Crowd } from '../support/crowd.js';
import { mediaServerOf } from './media-server.js';
import { Person } from './people.js';
import { AppBackend } from './app-backend.js';
import { startWithBuiltPage } from './start.js';

describe('a room with nine others', () => {
  let sandbox: Sandbox;
  let browser: Browser;
  let mina: Person;
  const crowd = new Crowd();
  const identities = Array.from({ length: 9 }, (_, index) => `guest${index}`);

  before(async () => {
    sandbox = await startWithBuiltPage();
    const backend = new AppBackend(sandbox);
    const room = await backend.createRoom('mina', 'Full house');
    const grants = await Promise.all(identities.map((user) => backend.rtcGrant(user, room.id)));
    await crowd.join(
      sandbox.livekit.url,
      grants.map(({ webRtcToken }) => webRtcToken),
    );
    browser = await launchChromium();
    mina = await Person.at(browser, sandbox, 'mina');
    await mina.enter('Full house');
  });

  after(async () => {
    await browser.close();
    await crowd.leave();
    await dispose();
    await sandbox.stop();
  });

  it('shows nine tiles with moving pictures', async () => {
    await Promise.all(identities.map((identity) => mina.sees(identity)));
  });

  it('shows who muted', async () => {
    const { server, media } = await mediaServerOf(sandbox);
    const { tracks } = await server.getParticipant(media.name, 'guest1');
    const microphone = tracks.find(({ source }) => source === TrackSource.MICROPHONE);
    assert.ok(microphone);
    await server.mutePublishedTrack(media.name, 'guest1', microphone.sid, true);
    await mina.event({ type: 'ffc-track-muted', identity: 'guest1', source: 'microphone' });
    await mina.page.locator('ffc-participant-tile[identity="guest1"][audio-muted]').waitFor();
  });

  it('shows the removal to the removed person', async () => {
    const { server, media } = await mediaServerOf(sandbox);
    await server.removeParticipant(media.name, 'guest3');
    await mina.event({ type: 'ffc-participant-left', identity: 'guest3', reason: 'removed' });
    await mina.tile('guest3').waitFor({ state: 'detached' });
  });

  it('takes hostile and broken metadata as text', async () => {
    const { server, media } = await mediaServerOf(sandbox);
    await server.updateParticipant(media.name, 'guest0', {
      metadata: '{"appUserName": not json',
    });
    await server.updateParticipant(media.name, 'guest2', {
      metadata: JSON.stringify({ appUserName: '<img src=x onerror=alert(1)>' }),
    });
    await mina.tile('guest2').getByText('<img src=x onerror=alert(1)>').first().waitFor();
    await mina.tile('guest0').getByText('guest0').first().waitFor();
  });
});

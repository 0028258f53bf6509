import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Browser as Firefox } from 'puppeteer-core';
import type { Sandbox } from '../../sandbox/start.js';
import { launchChromium } from '../support/chromium.js';
import { launchFirefox } from '../support/firefox.js';
import { FirefoxPerson } from './firefox-person.js';
import { Person } from '../e2e/people.js';
import { startWithBuiltPage } from '../e2e/start.js';

describe('a call between Chromium and Firefox', () => {
  let sandbox: Sandbox;
  let chromium: Browser;
  let firefox: Firefox;
  let mina: Person;
  let jun: FirefoxPerson;

  before(async () => {
    sandbox = await startWithBuiltPage();
    [chromium, firefox] = await Promise.all([launchChromium(), launchFirefox()]);
    mina = await Person.at(chromium, sandbox, 'mina');
    await mina.start('Mixed');
    jun = await FirefoxPerson.at(firefox, sandbox, 'jun');
    await jun.pick('Mixed');
    await jun.join();
  });

  after(async () => {
    await chromium?.close();
    await firefox?.close();
    await sandbox?.stop();
  });

  it('shows each the moving picture of the other, and their own', async () => {
    await Promise.all([mina.sees('jun'), jun.sees('mina')]);
    await Promise.all([mina.sees('mina'), jun.sees('jun')]);
  });

  it('lets each hear the other', async () => {
    await Promise.all([mina.hears(), jun.hears()]);
  });

  it('delivers a message to the other person', async () => {
    await mina.openChat();
    await jun.openChat();
    await mina.write('From Chromium');
    await jun.reads('From Chromium');
    await jun.write('From Firefox');
    await mina.reads('From Firefox');
  });

  it('goes on between two in Firefox', async () => {
    const sara = await FirefoxPerson.at(firefox, sandbox, 'sara');
    await sara.pick('Mixed');
    await sara.join();
    await Promise.all([sara.sees('jun'), jun.sees('sara'), sara.hears()]);
    await sara.leave();
    await mina.event({ type: 'ffc-participant-left', identity: 'sara' });
    assert.deepEqual(sara.complaints, []);
    await sara.close();
  });

  it('suppresses noise in Firefox, and says why a machine without WebGL cannot blur', async () => {
    await jun.openSettings();
    await jun.cannotTurnOn('background-blur', 'Turn on hardware acceleration');
    await jun.turnOn('noise-suppression');
    await Promise.all([mina.hears(), mina.sees('jun')]);
  });

  it('ends for each person separately, without errors', async () => {
    await jun.leave();
    await mina.event({ type: 'ffc-participant-left', identity: 'jun' });
    await mina.tile('jun').waitFor({ state: 'detached' });
    assert.deepEqual([mina.complaints, jun.complaints], [[], []]);
  });
});

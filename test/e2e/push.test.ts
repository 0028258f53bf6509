import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { startSandbox } from '../../sandbox/start.js';
import type * as Headless from '../../src/headless.js';
import type { Person } from './people.js';
import { Suite } from './suite.js';

const stream = '/v2/members/me/event-sources';

describe('a list that is never reloaded', () => {
  // Tokens expire so soon that all streams end and all tokens are renewed during the tests.
  const suite = new Suite(() => startSandbox({ tokenLifetime: 10 }));
  let mina: Person;
  let sara: Person;
  let loads = 0;

  before(async () => {
    sara = await suite.person('sara');
    mina = await suite.person('mina');
    await row('Weekly design review').waitFor();
    sara.page.on('framenavigated', () => loads++);
  });

  const row = (title: string): Locator =>
    sara.page.getByRole('listitem').filter({ hasText: title }).first();

  it('shows a room that somebody else has made, once it is live', async () => {
    await mina.start('Pushed');
    await row('Pushed').getByText('Live', { exact: true }).waitFor();
  });

  it('shows a room as not live when everybody has left it', async () => {
    await mina.leave();
    await row('Pushed').getByText('Live', { exact: true }).waitFor({ state: 'detached' });
    await row('Pushed').waitFor();
  });

  it('goes on with another token and another stream when the first token has expired', async () => {
    await sara.page.waitForRequest((request) => request.url().includes(stream), {
      timeout: 60_000,
    });
    await mina.rejoin();
    await row('Pushed').getByText('Live', { exact: true }).waitFor();
    assert.deepEqual([sara.complaints, mina.complaints], [[], []]);
  });

  it('did not need a reload for any of this', () => assert.equal(loads, 0));
});

describe('a chat of two pages', () => {
  const suite = new Suite(startSandbox);
  let people: Person[];

  before(async () => {
    people = await Promise.all(['mina', 'jun'].map((user) => suite.person(user)));
  });

  /** Opens the chat of the first room with the headless core, as an app would. */
  const open = ({ page }: Person): Promise<void> =>
    page.evaluate(async (endpoint) => {
      // The page's server resolves this path. The compiler cannot.
      const source = '/src/headless.ts';
      const core = (await import(source)) as typeof Headless;
      const options = { endpoint, tokenProvider: undefined, tokenUrl: '/ffc/token' };
      const { content } = await core.createListServices(options).rooms.listRooms({
        keyword: 'Weekly design review',
      });
      const chat = core.createChatStore(core.createChatServices(options));
      const lines: string[] = [];
      chat.on('message', ({ message }) => {
        lines.push(`${message.channelMember?.appUser.appUserName}: ${message.message}`);
      });
      await chat.open(content[0]?.id ?? 0);
      Object.assign(globalThis, { ffcChat: { chat, lines } });
    }, suite.sandbox.serviceUrl);

  const say = ({ page }: Person, text: string): Promise<void> =>
    page.evaluate((text) => ffcChat.chat.send(text), text);

  const hears = async ({ page }: Person, ...lines: string[]): Promise<void> => {
    await page.waitForFunction((wanted) => ffcChat.lines.join('\n') === wanted.join('\n'), lines);
  };

  it('delivers each message to the other person, in order and once', async () => {
    const [mina, jun] = people as [Person, Person];
    await open(mina);
    await open(jun);
    await say(mina, 'Hello');
    await hears(jun, 'Mina Kim: Hello');
    await say(jun, '안녕하세요 <b>');
    await hears(mina, 'Mina Kim: Hello', 'Jun Park: 안녕하세요 <b>');
    await hears(jun, 'Mina Kim: Hello', 'Jun Park: 안녕하세요 <b>');
  });
});

declare const ffcChat: {
  readonly chat: Headless.ChatStore;
  readonly lines: readonly string[];
};

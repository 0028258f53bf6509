import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Person } from './people.js';
import { Suite } from './suite.js';

describe('the chat of a call, in two browsers', () => {
  const suite = new Suite();
  let mina: Person;
  let jun: Person;

  before(async () => {
    ({ mina, jun } = await suite.call('Chatting'));
  });

  it('delivers a message to the other person, and emits it on the page', async () => {
    await mina.openChat();
    await jun.openChat();
    await mina.write('Can you read this?');
    await jun.reads('Can you read this?');
    await jun.write('Yes: https://example.com/notes');
    await mina.reads('Yes:');
    await mina.chat.getByRole('link', { name: 'https://example.com/notes' }).waitFor();
    await mina.event({ type: 'ffc-message' });
  });

  it('counts on its button the messages that arrived while it was closed', async () => {
    await jun.chat.getByRole('textbox').press('Escape');
    await jun.chat.waitFor({ state: 'detached' });
    await mina.write('One');
    await mina.write('Two');
    await jun.room.getByRole('button', { name: 'Chat , 2 unread' }).waitFor();
    await jun.openChat();
    await jun.reads('Two');
    await jun.room.getByRole('button', { name: 'Chat', exact: true }).waitFor();
  });

  it('shows earlier messages after a reload', async () => {
    await jun.page.reload();
    await jun.enter('Chatting');
    await jun.openChat();
    for (const text of ['Can you read this?', 'Yes:', 'One', 'Two']) await jun.reads(text);
    await jun.write('I am back');
    await mina.reads('I am back');
  });

  it('causes no errors on either page', () => {
    assert.deepEqual([mina.complaints, jun.complaints], [[], []]);
  });
});

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import type { Person } from './people.js';
import { Suite } from './suite.js';

const chatOf = ({ page }: Person): Locator => page.locator('ffc-chat');
const openChat = ({ room }: Person): Promise<void> =>
  room.getByRole('button', { name: /^Chat/ }).click();

async function write(person: Person, text: string): Promise<void> {
  const field = chatOf(person).getByRole('textbox');
  await field.fill(text);
  await field.press('Enter');
}

/** Resolves when the chat shows another person's message with this text. */
async function reads(person: Person, text: string): Promise<void> {
  await chatOf(person).locator('.message:not(.outgoing)', { hasText: text }).waitFor();
}

describe('the chat of a call, in two browsers', () => {
  const suite = new Suite();
  let mina: Person;
  let jun: Person;

  before(async () => {
    ({ mina, jun } = await suite.call('Chatting'));
  });

  it('delivers a message to the other person, and emits it on the page', async () => {
    await openChat(mina);
    await openChat(jun);
    await write(mina, 'Can you read this?');
    await reads(jun, 'Can you read this?');
    await write(jun, 'Yes: https://example.com/notes');
    await reads(mina, 'Yes:');
    await chatOf(mina).getByRole('link', { name: 'https://example.com/notes' }).waitFor();
    await mina.event({ type: 'ffc-message' });
  });

  it('counts on its button the messages that arrived while it was closed', async () => {
    await chatOf(jun).getByRole('textbox').press('Escape');
    await chatOf(jun).waitFor({ state: 'detached' });
    await write(mina, 'One');
    await write(mina, 'Two');
    await jun.room.getByRole('button', { name: 'Chat , 2 unread' }).waitFor();
    await openChat(jun);
    await reads(jun, 'Two');
    await jun.room.getByRole('button', { name: 'Chat', exact: true }).waitFor();
  });

  it('shows earlier messages after a reload', async () => {
    await jun.page.reload();
    await jun.pick('Chatting');
    await jun.join();
    await openChat(jun);
    for (const text of ['Can you read this?', 'Yes:', 'One', 'Two']) await reads(jun, text);
    await write(jun, 'I am back');
    await reads(mina, 'I am back');
  });

  it('complains of nothing', () => {
    assert.deepEqual([mina.complaints, jun.complaints], [[], []]);
  });
});

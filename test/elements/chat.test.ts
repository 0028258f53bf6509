import { expect } from '@open-wc/testing';
import {
  eventually,
  nextEvent,
  nextMacrotask,
  runElementBaseTests,
} from '../support/element-suite.js';
import { createChat, press, type } from '../support/chat-bench.js';
import { failure } from '../support/room-bench.js';
import { until } from '../unit/state/room-support.js';

const ada = { appUserId: 'ada', appUserName: 'Ada Lovelace' };

runElementBaseTests('ffc-chat', async () => {
  const { element, services } = await createChat();
  services.channels.say(1, ada, 'Hello https://example.com');
  await eventually(element, () => element.shadowRoot!.querySelector('.text a'));
  return { element };
});

describe('<ffc-chat>', () => {
  it('shows earlier and new messages', async () => {
    const { element, services, lines, write } = await createChat({
      history: ({ channels }) => channels.say(1, ada, 'Before'),
    });
    await eventually(element, () => lines().includes('Before'));
    services.channels.say(1, ada, 'Now');
    await eventually(element, () => lines().includes('Now'));
    write('Mine');
    await eventually(element, () => lines().includes('Mine'));
    expect(lines()).to.deep.equal(['today', 'Before', 'Now', 'Mine']);
  });

  it('shows the author, the time and the role of a host', async () => {
    const { element, services, find, write } = await createChat();
    services.channels.say(1, ada, 'Hello');
    const author = await eventually(element, () => find('.author'));
    expect(author.textContent).to.equal('Ada Lovelace');
    expect(find('.role')).to.equal(null);
    expect(find('time')!.getAttribute('datetime')).to.match(/^\d{4}-/);
    // The mock's own member is an operator.
    write('Mine');
    await eventually(element, () => find('.role'));
    expect(find('.role')!.textContent).to.equal('Host');
    const authors = [...element.shadowRoot!.querySelectorAll('.author')];
    expect(authors.at(-1)!.textContent).to.equal('Me (you)');
  });

  it('says that it is empty, and is closed without a call', async () => {
    const { room, element, find, field } = await createChat();
    expect(find('.empty')!.textContent).to.contain('No messages yet');
    await room.leave();
    await eventually(element, () => find('.empty')?.textContent.includes('Join the call first'));
    expect(field.disabled).to.equal(true);
  });

  it('shows why there are no messages, and tries again', async () => {
    const { element, find } = await createChat({
      history: ({ channels }) =>
        channels.failNext('joinChannel', failure({ reason: 'network', retryable: true })),
    });
    const retry = await eventually(element, () => find('.problem .button'));
    await expect(element).to.be.accessible();
    retry.focus();
    retry.click();
    await eventually(element, () => find('.log'));
    expect(element.matches(':focus-within'), 'the focus stays in the chat').to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('shows that newer messages may be missing, and requests them again', async () => {
    const { element, services, chat, find, lines } = await createChat();
    services.channels.failNext('listMessages', failure({ reason: 'network' }));
    await chat.refresh().catch(() => {});
    const notice = await eventually(element, () => find('.notice .link'));
    services.channels.say(1, ada, 'Missed', { silent: true });
    notice.click();
    await eventually(element, () => lines().includes('Missed') && !find('.notice'));
  });

  it('puts a line between days', async () => {
    let now = Date.now() - 24 * 3_600_000;
    const { element, services, lines } = await createChat({ service: { now: () => now } });
    services.channels.say(1, ada, 'Old');
    now = Date.now();
    services.channels.say(1, ada, 'New');
    await eventually(element, () => lines().includes('New'));
    expect(lines()).to.deep.equal(['yesterday', 'Old', 'today', 'New']);
    element.lang = 'ko';
    await eventually(element, () => lines().includes('오늘'));
  });

  it('renders a message without an author as a line, and none without text', async () => {
    const { element, services, lines } = await createChat();
    const { message } = { message: services.channels.say(1, ada, 'x', { silent: true }) };
    const system = { ...message, messageId: 's', channelId: 1, origin: 'SYSTEM' as const };
    services.push.tell({
      type: 'message',
      message: { ...system, channelMember: undefined, message: 'The room was renamed' },
    });
    services.push.tell({
      type: 'message',
      message: { ...system, messageId: 't', message: undefined },
    });
    await eventually(element, () => lines().includes('The room was renamed'));
    expect(lines()).to.have.length(2);
  });
});

describe('the field of <ffc-chat>', () => {
  it('sends on Enter, and breaks the line on Shift and Enter', async () => {
    const { element, field, lines, services } = await createChat();
    type(field, 'One');
    expect(press(field, { key: 'Enter', shiftKey: true })).to.equal(true);
    expect(field.value).to.equal('One');
    type(field, '  One\nTwo  ');
    expect(press(field, { key: 'Enter' })).to.equal(false);
    expect(field.value).to.equal('');
    await eventually(element, () => lines().includes('One\nTwo'));
    expect(services.channels.calls.sendMessage).to.equal(1);
  });

  it('does not send by the key that ends a composition', async () => {
    const { field, services } = await createChat();
    type(field, '안녕');
    press(field, { key: 'Enter', isComposing: true });
    // Safari ends the composition before it sends the key.
    field.dispatchEvent(
      Object.defineProperty(
        new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }),
        'keyCode',
        {
          value: 229,
        },
      ),
    );
    expect(field.value).to.equal('안녕');
    expect(services.channels.calls.sendMessage).to.equal(undefined);
  });

  it('sends no empty text, and says how many characters are too many before they are lost', async () => {
    const { element, field, find, services } = await createChat();
    type(field, ' \n ');
    press(field, { key: 'Enter' });
    type(field, 'x'.repeat(4900));
    await eventually(element, () => find('.limit')?.textContent.includes('100 characters left'));
    type(field, 'x'.repeat(5001));
    await eventually(element, () => find('.limit')?.textContent.includes('1 characters too many'));
    press(field, { key: 'Enter' });
    expect(field.value).to.have.length(5001);
    expect(services.channels.calls.sendMessage).to.equal(undefined);
    await expect(element).to.be.accessible();
  });

  it('has a text again that was sent while the chat was loading, if that fails', async () => {
    const network = failure({ reason: 'network', retryable: true });
    const { element, services, find, field, write, lines, chat } = await createChat({
      history: ({ channels }) => channels.failNext('joinChannel', network),
    });
    const { channels } = services;
    const release = channels.hold('joinChannel');
    channels.failNext('joinChannel', network);
    find('.problem .button')!.click();
    await eventually(element, () => !field.disabled);
    write('Kept');
    type(field, 'More');
    release();
    await until(chat.phase, ({ state }) => state === 'failed');
    await eventually(element, () => find('.problem') && field.disabled);
    await nextMacrotask();
    expect(field.value).to.equal('Kept\nMore');
    find('.problem .button')!.click();
    await eventually(element, () => !field.disabled && find('.log'));
    press(field, { key: 'Enter' });
    await eventually(element, () => lines().includes('Kept\nMore'));
  });

  it('takes the focus of the element', async () => {
    const { element, field } = await createChat();
    element.focus();
    expect(element.shadowRoot!.activeElement === field).to.equal(true);
  });
});

describe('a message that fails', () => {
  it('stays, and is sent again', async () => {
    const { element, services, find, write, lines, chat } = await createChat();
    services.channels.failNext('sendMessage', failure({ reason: 'network' }));
    write('Kept');
    const failed = await eventually(element, () => find('.outgoing .invalid'));
    expect(failed.textContent).to.contain('Not sent');
    expect(find('.outgoing .text')!.textContent).to.equal('Kept');
    await expect(element).to.be.accessible();
    find('.outgoing .link')!.click();
    await until(chat.outbox, ({ length }) => length === 0);
    await eventually(element, () => !find('.outgoing'));
    expect(lines().filter((line) => line === 'Kept')).to.have.length(1);
  });

  it('is not sent twice when only its answer got lost', async () => {
    const { element, services, find, write, chat } = await createChat();
    const { channels } = services;
    channels.failNext('sendMessage', failure({ reason: 'timeout' }));
    write('Arrived');
    await eventually(element, () => find('.outgoing .invalid'));
    channels.say(1, { appUserId: 'me', appUserName: 'Me' }, 'Arrived', { silent: true });
    find('.outgoing .link')!.click();
    await until(chat.outbox, ({ length }) => length === 0);
    expect(channels.calls.sendMessage).to.equal(1);
  });

  it('can be given up', async () => {
    const { element, services, find, write } = await createChat();
    services.channels.failNext('sendMessage', failure({ reason: 'forbidden' }));
    write('Gone');
    await eventually(element, () => find('.outgoing .invalid'));
    [...element.shadowRoot!.querySelectorAll<HTMLElement>('.outgoing .link')].at(-1)!.click();
    await eventually(element, () => !find('.outgoing'));
  });
});

describe('the chat of <ffc-room>', () => {
  it('is a panel, keeps a draft, and counts the messages that arrived while it was closed', async () => {
    const { room, services, element, chat } = await createChat();
    element.remove();
    await room.openPanel('chat');
    const inPanel = await eventually(room, () => room.shadowRoot!.querySelector('ffc-chat'));
    const field = await eventually(inPanel, () => inPanel.shadowRoot!.querySelector('textarea'));
    await eventually(inPanel, () => inPanel.shadowRoot!.activeElement === field);
    type(field, 'Draft');
    await room.closePanel();
    await eventually(room, () => !inPanel.isConnected);
    services.channels.say(1, ada, 'While it was closed');
    await until(chat.unread, (count) => count === 1);
    await room.openPanel('chat');
    await until(chat.unread, (count) => count === 0);
    expect(field.value).to.equal('Draft');
  });

  it('emits ffc-message for each message, also for own ones', async () => {
    const { room, services } = await createChat();
    const theirs = nextEvent(room, 'ffc-message');
    services.channels.say(1, ada, 'Hello');
    expect((await theirs).message.message).to.equal('Hello');
    const mine = nextEvent(room, 'ffc-message');
    await room.sendMessage('Back');
    expect((await mine).message.channelMember?.appUser.appUserId).to.equal('me');
  });

  it('sends by sendMessage(), which rejects for an invalid message', async () => {
    const { room, chat } = await createChat();
    for (const text of ['', ' ', 'x'.repeat(5001)]) {
      const error = await room.sendMessage(text).catch((thrown: unknown) => thrown);
      expect(error).to.include({ name: 'FfcError', reason: 'invalid-request' });
    }
    expect(chat.outbox.getSnapshot()).to.deep.equal([]);
    await room.leave();
    const error = await room.sendMessage('Hello').catch((thrown: unknown) => thrown);
    expect(error).to.include({ name: 'FfcError', reason: 'invalid-state' });
  });
});

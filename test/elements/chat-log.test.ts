import { expect } from '@open-wc/testing';
import { type ChatBenchOptions, createChat, press } from '../support/chat-bench.js';
import { eventually } from '../support/element-suite.js';
import { until } from '../unit/state/room-support.js';

/** The most characters of a message that one task renders. */
const drawnAtOnce = 2800;

const ada = { appUserId: 'ada', appUserName: 'Ada Lovelace' };

describe('the texts of <ffc-chat>', () => {
  it('are text, and only addresses of http and https are links', async () => {
    const { element, services } = await createChat();
    const text =
      '<img src=x onerror=alert(1)> javascript:alert(1) https://a.example/x?y=1, ' +
      '(http://b.example) https://bank.example@evil.example data:text/html,x';
    services.channels.say(1, ada, text);
    const shown = await eventually(element, () => element.shadowRoot!.querySelector('.log .text'));
    expect(shown.textContent).to.equal(text);
    expect(shown.querySelector('img')).to.equal(null);
    const links = [...shown.querySelectorAll('a')];
    expect(links.map(({ href }) => href)).to.deep.equal([
      'https://a.example/x?y=1',
      'http://b.example/',
    ]);
    for (const link of links) {
      expect(link.rel.split(' ')).to.include.members(['noopener', 'noreferrer']);
      expect(link.target).to.equal('_blank');
    }
  });

  for (const [what, text] of [
    ['letters', 'x'.repeat(100_000)],
    ['markup', '<b>https://a.example/</b>'.repeat(4000)],
    ['lines', 'line\n'.repeat(20_000)],
    ['emoji', '👩‍👩‍👧‍👦'.repeat(9000)],
    ['an address', `https://a.example/${'a'.repeat(100_000)}`],
  ] as const) {
    it(`of 100 kB of ${what} do not block the page, and are rendered in steps`, async () => {
      const { element, services, find } = await createChat();
      services.channels.say(1, ada, text);
      const more = await eventually(element, () => find('.message > .link:not(.copy)'));
      const length = (): number => find('.log .text')!.textContent.length;
      const before = length();
      more.click();
      await eventually(element, () => length() > before);
      // The test counts characters, because the time of a task depends on the machine.
      expect(before).to.be.at.most(drawnAtOnce);
      expect(length() - before).to.be.at.most(drawnAtOnce);
      const { scrollWidth, clientWidth } = find('.log')!;
      expect(scrollWidth).to.be.at.most(clientWidth);
    });
  }
});

describe('the scroll position of <ffc-chat>', () => {
  const many = (count: number): ChatBenchOptions => ({
    history: ({ channels }) => {
      for (let n = 0; n < count; n++) channels.say(1, ada, `Message ${n}`);
    },
  });
  const scroll = async (log: HTMLElement, top: number): Promise<void> => {
    const scrolled = new Promise((resolve) =>
      log.addEventListener('scroll', resolve, { once: true }),
    );
    log.scrollTop = top;
    await scrolled;
  };

  it('is at the newest message, and follows new ones', async () => {
    const { element, find, services, lines, chat } = await createChat(many(40));
    const log = find('.log')!;
    const isAtEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 2;
    await eventually(element, () => lines().includes('Message 39') && isAtEnd());
    services.channels.say(1, ada, 'Newest');
    await eventually(element, () => lines().includes('Newest') && isAtEnd());
    expect(chat.unread.getSnapshot()).to.equal(0);
  });

  it('stays when the reader has scrolled and others write, with a button to the new messages', async () => {
    const { element, find, services, lines, chat } = await createChat(many(40));
    const log = find('.log')!;
    await scroll(log, 300);
    const top = log.scrollTop;
    services.channels.say(1, ada, 'Newest');
    const button = await eventually(element, () => find('.newest.primary'));
    expect(button.textContent).to.contain('New messages: 1');
    expect(log.scrollTop).to.equal(top);
    expect(chat.unread.getSnapshot()).to.equal(1);
    button.focus();
    button.click();
    await eventually(element, () => !find('.newest') && lines().includes('Newest'));
    expect(element.matches(':focus-within'), 'the focus stays in the chat').to.equal(true);
    await until(chat.unread, (count) => count === 0);
  });

  it('stays when older messages come above', async () => {
    const { element, find, lines } = await createChat(many(130));
    const log = find('.log')!;
    await eventually(element, () => lines().includes('Message 129'));
    expect(lines()).not.to.include('Message 70');
    const first = element.shadowRoot!.querySelector('.message')!;
    await scroll(log, 60);
    const before = first.getBoundingClientRect().top;
    await eventually(element, () => lines().includes('Message 70'));
    await element.updateComplete;
    expect(first.getBoundingClientRect().top).to.be.closeTo(before, 40);
  });

  it('follows the arrow keys from message to message, which can be copied', async () => {
    const { element, lines } = await createChat(many(5));
    await eventually(element, () => lines().includes('Message 4'));
    const focused = (): HTMLElement => element.shadowRoot!.activeElement as HTMLElement;
    const [stop, ...others] =
      element.shadowRoot!.querySelectorAll<HTMLElement>('.message[tabindex="0"]');
    expect(others).to.deep.equal([]);
    stop!.focus();
    expect(focused().textContent).to.contain('Message 4');
    press(focused(), { key: 'ArrowUp' });
    expect(focused().textContent).to.contain('Message 3');
    press(focused(), { key: 'Home' });
    expect(focused().textContent).to.contain('Message 0');
    press(focused(), { key: 'ArrowDown' });
    const copy = focused().querySelector<HTMLElement>('.copy')!;
    expect(getComputedStyle(copy).visibility).to.equal('visible');
    let copied = '';
    const { clipboard } = navigator;
    const original = clipboard.writeText.bind(clipboard);
    clipboard.writeText = (text) => Promise.resolve(void (copied = text));
    copy.click();
    await eventually(element, () => copy.textContent.trim() === 'Copied');
    clipboard.writeText = original;
    expect(copied).to.equal('Message 1');
  });
});

import { expect } from '@open-wc/testing';
import { createChat } from '../support/chat-bench.js';
import { eventually } from '../support/element-suite.js';

const ada = { appUserId: 'ada', appUserName: 'Ada Lovelace' };

describe('<ffc-chat> about joins and leaves', () => {
  it('shows them between the messages, without announcements or an unread count', async () => {
    const { element, services, chat, lines, find } = await createChat();
    const { channels, session } = services;
    channels.say(1, ada, 'First');
    await eventually(element, () => lines().includes('First'));
    chat.markRead();
    session.addParticipant({ identity: 'ben', name: 'Ben' });
    await eventually(element, () => lines().includes('Ben joined'));
    expect(find('[part=chat-system]')?.getAttribute('aria-live')).to.equal('off');
    expect(chat.unread.getSnapshot()).to.equal(0);
    channels.say(1, ada, 'Second');
    await eventually(element, () => lines().includes('Second'));
    session.removeParticipant('ben');
    await eventually(element, () => lines().includes('Ben left'));
    expect(lines()).to.deep.equal(['today', 'First', 'Ben joined', 'Second', 'Ben left']);
  });

  it('folds many of them into one line', async () => {
    const { element, services, chat, lines } = await createChat();
    for (let person = 1; person <= 5; person++) {
      services.session.addParticipant({ identity: `p${person}`, name: `Person ${person}` });
    }
    await eventually(element, () => lines().includes('5 people joined'));
    for (let time = 1; time <= 50; time++) {
      services.session.removeParticipant('p1');
      services.session.addParticipant({ identity: 'p1', name: 'Person 1' });
    }
    await element.updateComplete;
    expect(lines().filter((line) => /joined|left/.test(line))).to.deep.equal([
      '5 people joined',
      'Person 1 left',
    ]);
    expect(chat.comings.getSnapshot().length).to.equal(2);
  });

  it('does not show those of observers or of a call of many people', async () => {
    const { services, chat } = await createChat();
    services.session.addParticipant({
      identity: 'eve',
      name: 'Eve',
      metadata: JSON.stringify({ appUserId: 'eve', customData: { observer: true } }),
      camera: false,
      microphone: false,
    });
    expect(chat.comings.getSnapshot().length).to.equal(0);
    services.session.crowd(24);
    const before = chat.comings.getSnapshot();
    services.session.crowd(10);
    expect(before[0]?.people.size).to.equal(24);
    expect(chat.comings.getSnapshot()).to.equal(before);
  });

  it('forgets them with the call', async () => {
    const { room, services, chat } = await createChat();
    services.session.addParticipant({ identity: 'ben', name: 'Ben' });
    expect(chat.comings.getSnapshot().length).to.equal(1);
    await room.leave();
    expect(chat.comings.getSnapshot().length).to.equal(0);
  });
});

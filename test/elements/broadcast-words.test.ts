import { expect } from '@open-wc/testing';
import { eventually } from '../support/element-suite.js';
import { openList, part, serviceWith, text } from '../support/list-bench.js';
import { createRoom, demoRoom } from '../support/room-bench.js';

const words = {
  en: {
    hint: /^Broadcast\b.+cannot|can’t/,
    title: /a broadcast/,
    remedy: /joined as a call/,
  },
  ko: { hint: /^방송: .+없음/, title: /^방송입니다/, remedy: /참여할 수 없습니다/ },
};

const facts = { type: 'BROADCAST_RTMP', protocol: 'RTMP' };

describe('a broadcast, which nobody can join here', () => {
  for (const [lang, { hint, title, remedy }] of Object.entries(words)) {
    it(`is refused by a room in words (${lang})`, async () => {
      const { room } = createRoom({
        properties: { lang },
        prepare: ({ service }) => service.putRoom(demoRoom(facts)),
      });
      const root = room.shadowRoot!;
      const said = (part: string): string => text(root.querySelector(`[part=${part}]`));
      await eventually(room, () => title.test(said('problem-title')));
      expect(said('problem-remedy')).to.match(remedy);
    });

    it(`is explained in a list (${lang})`, async () => {
      const bench = await openList({ service: serviceWith(1, facts), properties: { lang } });
      await eventually(bench.list, () => hint.test(text(part(bench, 'hint'))));
      expect(bench.root.querySelector('[name=pick]') === null).to.equal(true);
    });
  }
});

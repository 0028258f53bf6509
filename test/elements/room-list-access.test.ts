import { expect } from '@open-wc/testing';
import type { VideoRoom } from '../../src/api/types.js';
import { list as ko } from '../../src/locales/ko.js';
import { eventually } from '../support/element-suite.js';
import { type ListBench, openList, part, rows, serviceWith, text } from '../support/list-bench.js';

const withRoom = (facts: Partial<VideoRoom>): Promise<ListBench> =>
  openList({ service: serviceWith(1, facts) });

describe('the rooms of <ffc-room-list> and their access', () => {
  it('are open when the service calls them scheduled, and knows no time', async () => {
    const bench = await withRoom({ videoRoomState: 'SCHEDULED', scheduledAt: undefined });
    expect(text(part(bench, 'badge'))).to.equal('Open');
    expect(rows(bench)[0]!.querySelector('[name=pick]')).to.exist;
  });

  for (const [accessLevel, word, koWord] of [
    ['MEMBER', 'Member', '멤버 전용'],
    ['RESTRICTED', 'Restricted', '허용된 사람만'],
    ['PRIVATE', 'Private', '비공개'],
    ['BY_MOONLIGHT', 'By moonlight', '기타'],
  ] as const) {
    it(`show their access level: ${accessLevel}`, async () => {
      const bench = await withRoom({ accessLevel });
      expect(text(part(bench, 'access'))).to.equal(word);
      bench.list.lang = 'ko';
      await eventually(bench.list, () => text(part(bench, 'title')) === ko.heading);
      await eventually(bench.list, () => text(part(bench, 'access')) === koWord);
    });
  }

  it('show no access level that admits everybody', async () => {
    for (const accessLevel of ['PUBLIC', undefined]) {
      expect(part(await withRoom({ accessLevel }), 'access')).to.be.null;
    }
  });
});

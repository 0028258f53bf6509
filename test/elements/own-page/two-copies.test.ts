import { expect } from '@open-wc/testing';

const definitions = {
  'ffc-room': () => import('../../../src/define/ffc-room.js'),
  'ffc-room-list': () => import('../../../src/define/ffc-room-list.js'),
};

describe('a second copy of the package on one page', () => {
  for (const [tag, load] of Object.entries(definitions)) {
    it(`says so of <${tag}>, and leaves the first one as it is`, async () => {
      class First extends HTMLElement {}
      customElements.define(tag, First);
      const { warn } = console;
      const warning = await new Promise<string>((resolve) => {
        console.warn = (text: string) => {
          if (text.includes('defined already')) resolve(text);
        };
        void load();
      });
      console.warn = warn;
      expect(warning).to.contain(`<${tag}>`).and.to.contain('Load one copy');
      expect(customElements.get(tag) === First).to.equal(true);
    });
  }
});

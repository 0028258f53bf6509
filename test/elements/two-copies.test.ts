import { expect } from '@open-wc/testing';

describe('a second copy of the package on one page', () => {
  it('says so, and leaves the first one as it is', async () => {
    class FirstRoom extends HTMLElement {}
    customElements.define('ffc-room', FirstRoom);
    const { warn } = console;
    const warning = await new Promise<string>((resolve) => {
      console.warn = (text: string) => {
        if (text.includes('defined already')) resolve(text);
      };
      void import('../../src/define/ffc-room.js');
    });
    console.warn = warn;
    expect(warning).to.contain('<ffc-room>').and.to.contain('Load one copy');
    expect(customElements.get('ffc-room') === FirstRoom).to.equal(true);
  });
});

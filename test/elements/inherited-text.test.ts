import '../../src/define/all.js';
import '../../src/define/room-parts.js';
import { expect } from '@open-wc/testing';
import { createMockServices } from '../../src/mock/index.js';
import { eventually } from '../support/element-suite.js';
import { addStyle } from '../support/page-contexts.js';
import { arrive, joinRoom, openRoom } from '../support/room-bench.js';

/** Text properties that a page sets for itself and that every box inside inherits. */
const properties = `
  white-space: pre;
  white-space-collapse: preserve-breaks;
  text-wrap: nowrap;
  letter-spacing: 0.5em;
  word-spacing: 2em;
  text-transform: uppercase;
  text-indent: 60px;
  text-align: right;
  text-align-last: justify;
  text-shadow: 3px 3px 3px red;
  text-emphasis: filled red;
  -webkit-text-fill-color: red;
  -webkit-text-stroke: 2px red;
  text-orientation: upright;
  writing-mode: vertical-rl;
  line-height: 4;
  line-break: anywhere;
  word-break: break-all;
  overflow-wrap: anywhere;
  hyphens: auto;
  tab-size: 20;
  font-size: 40px;
  font-style: italic;
  font-weight: 900;
  font-variant: small-caps;
  font-stretch: expanded;
  font-feature-settings: 'zero';
  list-style: square inside;
  cursor: crosshair;
  color: red;
`;

/** Describes the text properties and the boxes of all elements in this and nested shadow roots. */
function describeText(root: ShadowRoot): string[] {
  return [...root.querySelectorAll('*:not(svg *)')].flatMap((element) => {
    const style = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const text = [
      style.font,
      style.letterSpacing,
      style.wordSpacing,
      style.textTransform,
      style.textIndent,
      style.textAlign,
      style.textAlignLast,
      style.textShadow,
      style.textOrientation,
      style.writingMode,
      style.whiteSpace,
      style.wordBreak,
      style.lineBreak,
      style.overflowWrap,
      style.hyphens,
      style.tabSize,
      style.listStyle,
      style.cursor,
      style.color,
      style.fontVariant,
      style.fontFeatureSettings,
      style.getPropertyValue('text-emphasis'),
      style.getPropertyValue('-webkit-text-fill-color'),
      style.getPropertyValue('-webkit-text-stroke'),
      style.getPropertyValue('text-wrap'),
    ];
    // Animated elements have a different size each time.
    const box = element.matches('.spinner, .tiles *')
      ? ''
      : `${Math.round(width)} × ${Math.round(height)}`;
    const own = `${element.localName}.${element.getAttribute('class')} ${box} ${text.join('; ')}`;
    return element.shadowRoot ? [own, ...describeText(element.shadowRoot)] : [own];
  });
}

const scenes = {
  'a list': async () => {
    const list = document.createElement('ffc-room-list');
    list.services = createMockServices();
    const parent = document.createElement('div');
    parent.append(list);
    document.body.append(parent);
    await eventually(list, () => list.shadowRoot!.querySelector('.room'));
    list.shadowRoot!.querySelector<HTMLElement>('[part=create-button]')!.click();
    await eventually(list, () => list.shadowRoot!.querySelector('dialog[open]'));
    return list;
  },
  'a preview': async () => {
    const { room } = await openRoom('prejoin', { properties: { startCameraOff: true } });
    const prejoin = room.shadowRoot!.querySelector('ffc-prejoin')!;
    await eventually(prejoin, () => prejoin.shadowRoot!.querySelector('.placeholder'));
    return room;
  },
  'a call': async () => {
    const { room } = await joinRoom({ properties: { startCameraOff: true } });
    await arrive(room, 'connected');
    const stage = room.shadowRoot!.querySelector('ffc-stage')!;
    await eventually(stage, () => stage.shadowRoot!.querySelector('ffc-participant-tile'));
    return room;
  },
  'a message': async () => (await openRoom('idle', { properties: { roomId: undefined } })).room,
};

describe('text', () => {
  for (const [name, create] of Object.entries(scenes)) {
    for (const selector of ['body', '*']) {
      it(`in ${name} does not inherit the styles that the page has for ${selector}`, async () => {
        const element = await create();
        element.style.cssText =
          'inline-size: 700px; block-size: 500px; writing-mode: horizontal-tb';
        await element.updateComplete;
        const before = describeText(element.shadowRoot!);
        addStyle(`${selector} { ${properties} }`);
        const after = describeText(element.shadowRoot!);
        expect(after.filter((line, index) => line !== before[index])).to.deep.equal([]);
        element.remove();
      });
    }
  }

  for (const [name, create] of Object.entries(scenes)) {
    it(`and boxes in ${name} keep their sizes where the page measures its own without borders`, async () => {
      const element = await create();
      element.style.cssText = 'inline-size: 700px; block-size: 500px';
      await element.updateComplete;
      const before = describeText(element.shadowRoot!);
      addStyle('* { box-sizing: content-box }');
      const after = describeText(element.shadowRoot!);
      expect(after.filter((line, index) => line !== before[index])).to.deep.equal([]);
      element.remove();
    });
  }

  it('takes font family and direction from the page', async () => {
    const { room } = await openRoom('idle', { properties: { roomId: undefined } });
    addStyle('body { --ffc-font: Courier; direction: rtl }');
    const title = room.shadowRoot!.querySelector('h2')!;
    expect(getComputedStyle(title).fontFamily).to.equal('Courier');
    expect(getComputedStyle(title).direction).to.equal('rtl');
    addStyle('ffc-room { font-family: Georgia }');
    expect(getComputedStyle(title).fontFamily).to.equal('Georgia');
  });
});

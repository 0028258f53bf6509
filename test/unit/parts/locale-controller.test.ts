import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { html as template, LitElement, type TemplateResult } from 'lit';
import type { Dictionary, PartialLocale } from '../../../src/i18n/types.js';
import { registerLocale } from '../../../src/parts/index.js';
import { LocaleController } from '../../../src/parts/locale-controller.js';
import { eventually, nextMacrotask, warningsDuring } from '../../support/element-suite.js';

interface Greeting {
  readonly hello: string;
  readonly bye: string;
}

const dictionary: Dictionary<Greeting> = {
  group: 'room',
  en: { hello: 'Hello', bye: 'Bye' },
};

/** The texts of a language, as its file exports them. */
const words = (room: object): PartialLocale => ({ room });

let loads = 0;
registerLocale('ko', () => {
  loads++;
  return Promise.resolve(words({ hello: '안녕하세요', bye: '안녕히 가세요' }));
});

class Greeter extends LitElement {
  own: Partial<Greeting> | undefined;
  readonly locale = new LocaleController(this, dictionary, () => this.own);

  protected override render(): TemplateResult {
    return template`<p lang=${this.locale.lang}>${this.locale.messages.hello}</p>`;
  }
}
customElements.define('test-greeter', Greeter);

declare global {
  interface HTMLElementTagNameMap {
    'test-greeter': Greeter;
  }
}

const greeterIn = (root: ParentNode): Greeter => root.querySelector('test-greeter')!;
const says = (greeter: Greeter, text: string): Promise<unknown> =>
  eventually(greeter, () => greeter.shadowRoot!.textContent.trim() === text);

/** An element whose shadow root holds the markup. */
function shell(markup: string): ShadowRoot {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = markup;
  return root;
}

afterEach(() => {
  fixtureCleanup();
  document.documentElement.removeAttribute('lang');
});

describe('LocaleController', () => {
  it('speaks the language of the nearest `lang`, and loads it once for all', async () => {
    const box = await fixture<HTMLElement>(html`
      <div lang="ko-KR"><test-greeter></test-greeter><test-greeter></test-greeter></div>
    `);
    for (const greeter of box.querySelectorAll('test-greeter')) await says(greeter, '안녕하세요');
    expect(loads).to.equal(1);
    expect(greeterIn(box).locale.lang).to.equal('ko-KR');
  });

  it('follows `lang` outside, in its own root, and at each root on the way', async () => {
    const inner = shell('<section><test-greeter></test-greeter></section>');
    const outer = shell('<section></section>');
    outer.querySelector('section')!.append(inner.host);
    await fixture(html`<div>${outer.host}</div>`);
    const greeter = greeterIn(inner);
    const places = [
      document.documentElement,
      outer.host as HTMLElement,
      outer.querySelector('section')!,
      inner.host as HTMLElement,
      inner.querySelector('section')!,
      greeter,
    ];
    await says(greeter, 'Hello');
    for (const place of places) {
      place.lang = 'ko';
      await says(greeter, '안녕하세요');
      place.lang = 'en';
      await says(greeter, 'Hello');
    }
    for (const place of places.reverse()) place.removeAttribute('lang');
  });

  it('follows its host, and the host of its root, to where another language is spoken', async () => {
    const root = shell('<test-greeter></test-greeter><test-greeter></test-greeter>');
    const box = await fixture<HTMLElement>(html`
      <div>
        <div lang="en">${root.host}</div>
        <div id="ko" lang="ko"></div>
      </div>
    `);
    const greeters = [...root.querySelectorAll('test-greeter')];
    for (const greeter of greeters) await says(greeter, 'Hello');
    const korean = box.querySelector<HTMLElement>('#ko')!;
    korean.append(root.host);
    for (const greeter of greeters) await says(greeter, '안녕하세요');
    korean.lang = 'en';
    for (const greeter of greeters) await says(greeter, 'Hello');
  });

  it('puts words of the page’s own in place of single ones', async () => {
    const box = await fixture<HTMLElement>(html`<div><test-greeter></test-greeter></div>`);
    const greeter = greeterIn(box);
    greeter.own = { hello: 'Ahoy' };
    greeter.requestUpdate();
    await says(greeter, 'Ahoy');
    expect(greeter.locale.messages).to.equal(greeter.locale.messages);
  });

  it('is not disturbed by a language that changes elsewhere', async () => {
    const box = await fixture<HTMLElement>(html`
      <div>
        <p></p>
        <test-greeter></test-greeter>
      </div>
    `);
    const greeter = greeterIn(box);
    await says(greeter, 'Hello');
    let updates = 0;
    greeter.addController({ hostUpdate: () => (updates += 1) });
    box.querySelector('p')!.lang = 'ko';
    await nextMacrotask();
    expect(updates).to.equal(0);
  });
});

describe('registerLocale()', () => {
  const speak = async (lang: string): Promise<Greeter> => {
    const box = await fixture<HTMLElement>(
      html`<div lang=${lang}><test-greeter></test-greeter></div>`,
    );
    return greeterIn(box);
  };

  it('serves elements that are on the page, and the varieties of its language', async () => {
    const greeter = await speak('ja-JP');
    await says(greeter, 'Hello');
    registerLocale('ja', () => Promise.resolve(words({ hello: 'こんにちは', bye: 'さようなら' })));
    await says(greeter, 'こんにちは');
    registerLocale('ja-JP', () => Promise.resolve(words({ hello: 'やあ', bye: 'じゃあ' })));
    await says(greeter, 'やあ');
  });

  it('takes a module that exports its words by default', async () => {
    registerLocale('fr', () => Promise.resolve({ default: words({ hello: 'Bonjour', bye: '' }) }));
    await says(await speak('fr'), 'Bonjour');
  });

  it('shows English for a message that is missing or of another kind, and says so once', async () => {
    registerLocale('de', () => Promise.resolve(words({ hello: () => 'Hallo' })));
    const warnings = await warningsDuring(async () => {
      const greeters = [await speak('de'), await speak('de')];
      await nextMacrotask();
      for (const greeter of greeters) await says(greeter, 'Hello');
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('"de" has no words for room.hello, room.bye');
  });

  it('stays with English where a language is not there, or cannot be had', async () => {
    await says(await speak('xx'), 'Hello');
    let asked = 0;
    registerLocale('it', () => {
      asked++;
      return Promise.reject(new Error('No such chunk.'));
    });
    const warnings = await warningsDuring(async () => {
      for (let n = 0; n < 3; n++) {
        const greeter = await speak('it');
        await nextMacrotask();
        await says(greeter, 'Hello');
      }
    });
    expect(asked, 'not again and again').to.equal(1);
    expect(warnings).to.have.length(1);
  });

  it('takes no tag that is none', () => {
    expect(() => registerLocale('no tag', () => Promise.resolve({}))).to.throw(RangeError);
  });
});

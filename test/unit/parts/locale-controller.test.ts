import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { html as template, LitElement, type TemplateResult } from 'lit';
import type { Dictionary } from '../../../src/i18n/types.js';
import { LocaleController } from '../../../src/parts/locale-controller.js';
import { eventually, nextMacrotask } from '../../support/element-suite.js';

interface Greeting {
  readonly hello: string;
}

let loads = 0;
const dictionary: Dictionary<Greeting> = {
  en: { hello: 'Hello' },
  others: {
    ko: () => {
      loads++;
      return Promise.resolve({ hello: '안녕하세요' });
    },
    ja: () => Promise.reject(new Error('No such chunk.')),
  },
};

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
    const before = loads;
    for (const greeter of box.querySelectorAll('test-greeter')) await says(greeter, '안녕하세요');
    expect(loads).to.be.at.most(before + 2);
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

  it('stays with English where a language is not there, or cannot be had', async () => {
    const box = await fixture<HTMLElement>(
      html`<div lang="xx"><test-greeter></test-greeter></div>`,
    );
    const greeter = greeterIn(box);
    await says(greeter, 'Hello');
    box.lang = 'ja';
    await nextMacrotask();
    await says(greeter, 'Hello');
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

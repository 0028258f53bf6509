import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { createMockServices, type MockServices } from '../../src/mock/index.js';
import { fromComputed, type Rgb, toHex, tooClose } from './contrast.js';
import { completeThemes, cssOf, plainThemes, type Theme } from './themes.js';
import { themingStyles } from './theming-styles.js';
import { allTokens, type Token, type TokenValues } from './tokens.js';

const themes = [...plainThemes, ...completeThemes];

/**
 * A page to design a theme. It has a field for each public CSS custom property, beside a list, a
 * preview and a call that update at once. It warns about low contrast, and shows the theme as CSS.
 */
export class StoryTheming extends LitElement {
  static override styles = themingStyles;
  static override properties = {
    scheme: { state: true },
    values: { state: true },
    copied: { state: true },
  };

  declare scheme: Theme['scheme'];
  declare values: TokenValues;
  declare copied: boolean;

  readonly #worlds = { list: world(0), prejoin: world(0), call: world(5) };
  /** Resolves colours of any notation, in the scheme of the theme. */
  readonly #probe = document.createElement('span');

  constructor() {
    super();
    this.scheme = 'light';
    this.values = {};
    this.copied = false;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('.previews')?.append(this.#probe);
    this.#probe.hidden = true;
    // The default colours can be computed only after the first rendering.
    this.requestUpdate();
  }

  protected override updated(): void {
    const previews = this.renderRoot.querySelector<HTMLElement>('.previews');
    if (!previews) return;
    previews.style.colorScheme = this.scheme;
    for (const { name } of allTokens) {
      const value = this.values[name];
      if (value) previews.style.setProperty(name, value);
      else previews.style.removeProperty(name);
    }
  }

  protected override render(): TemplateResult {
    return html`<main>
      <form @submit=${(event: Event) => event.preventDefault()}>
        <h1>Theming</h1>
        <label class="theme">
          Start from
          <select name="theme" @change=${this.#onTheme}>
            ${themes.map(({ name }) => html`<option>${name}</option>`)}
          </select>
        </label>
        <label class="theme">
          Scheme
          <select name="scheme" .value=${live(this.scheme)} @change=${this.#onScheme}>
            <option value="light">light</option>
            <option value="dark">dark</option>
          </select>
        </label>
        ${this.#renderWarnings()}
        <div class="tokens">${allTokens.map((token) => this.#renderToken(token))}</div>
        <h2>As CSS</h2>
        <pre tabindex="0" aria-label="The theme as CSS">${cssOf(this.scheme, this.values)}</pre>
        <button type="button" name="copy" @click=${this.#onCopy}>Copy</button>
        <span role="status">${this.copied ? 'Copied' : ''}</span>
      </form>
      <div class="previews">
        <ffc-room
          class="call"
          .services=${this.#worlds.call}
          room-id="1"
          auto-join
          no-persist
          start-muted
        ></ffc-room>
        <ffc-room-list .services=${{ rooms: this.#worlds.list.service }}></ffc-room-list>
        <ffc-room
          class="prejoin"
          .services=${this.#worlds.prejoin}
          room-id="1"
          no-persist
        ></ffc-room>
      </div>
    </main>`;
  }

  #renderToken(token: Token): TemplateResult {
    const { name, kind, description, fallback } = token;
    const value = this.values[name];
    return html`<div class="token" data-token=${name}>
      <label for=${name}>${name}</label>
      ${
        kind === 'colour'
          ? html`<input
              id=${name}
              type="color"
              .value=${live(this.#hexOf(token))}
              @input=${this.#onInput}
            />`
          : kind === 'length'
            ? html`<input
                  id=${name}
                  type="range"
                  min="0"
                  max="40"
                  .value=${live(String(parseInt(value ?? fallback, 10) || 0))}
                  @input=${this.#onInput}
                /><output>${value ?? fallback}</output>`
            : html`<input
                id=${name}
                type="text"
                placeholder=${fallback || 'as the element chooses'}
                .value=${live(value ?? '')}
                @input=${this.#onInput}
              />`
      }
      ${
        value
          ? html`<button
              type="button"
              aria-label=${`Reset ${name}`}
              data-reset=${name}
              @click=${this.#onReset}
            >
              ↺
            </button>`
          : nothing
      }
      <small>${description}</small>
    </div>`;
  }

  #renderWarnings(): TemplateResult {
    const found = tooClose((token) => this.#colourOf(token));
    return html`<section class="warnings" aria-live="polite">
      ${
        found.length === 0
          ? html`<p class="fine">All text is easy to read on what is behind it.</p>`
          : html`<ul>
              ${found.map(
                ({ text, on, ratio, least }) =>
                  html`<li>
                    <code>${text}</code> on <code>${on}</code>: ${ratio.toFixed(2)} to 1, and it
                    needs ${least} to 1.
                  </li>`,
              )}
            </ul>`
      }
    </section>`;
  }

  #colourOf(name: string): Rgb | undefined {
    const token = allTokens.find((each) => each.name === name);
    if (!token) return undefined;
    this.#probe.style.colorScheme = this.scheme;
    this.#probe.style.color = '';
    this.#probe.style.color = this.values[name] ?? token.fallback;
    return fromComputed(getComputedStyle(this.#probe).color);
  }

  #hexOf({ name }: Token): string {
    const colour = this.#colourOf(name);
    return colour ? toHex(colour) : '#000000';
  }

  #onTheme(event: Event): void {
    const { selectedIndex } = event.target as HTMLSelectElement;
    const theme = themes[selectedIndex];
    if (!theme) return;
    this.scheme = theme.scheme;
    this.values = theme.values;
    this.copied = false;
  }

  #onScheme(event: Event): void {
    this.scheme = (event.target as HTMLSelectElement).value === 'dark' ? 'dark' : 'light';
    this.copied = false;
  }

  #onInput(event: Event): void {
    const { id, type, value } = event.target as HTMLInputElement;
    this.#setToken(id, type === 'range' ? `${value}px` : value);
  }

  #onReset(event: Event): void {
    this.#setToken((event.currentTarget as HTMLElement).dataset['reset'] ?? '', '');
  }

  #setToken(name: string, value: string): void {
    const entries = Object.entries(this.values).filter(([other]) => other !== name);
    this.values = Object.fromEntries(value ? [...entries, [name, value]] : entries);
    this.copied = false;
  }

  async #onCopy(): Promise<void> {
    const text = this.renderRoot.querySelector('pre');
    try {
      await navigator.clipboard.writeText(cssOf(this.scheme, this.values));
      this.copied = true;
    } catch {
      // A frame may lack the permission to copy. The person can copy the selected text instead.
      if (text) getSelection()?.selectAllChildren(text);
    }
  }
}

function world(people: number): MockServices {
  const services = createMockServices({ session: { local: { identity: 'me', name: 'Mina' } } });
  services.session.crowd(people);
  return services;
}

if (!customElements.get('story-theming')) customElements.define('story-theming', StoryTheming);

/** Renders the page. */
export function themingPage(): TemplateResult {
  return html`<story-theming></story-theming>`;
}

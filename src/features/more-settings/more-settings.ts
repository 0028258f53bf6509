/** The further settings. This chunk loads after the first rendering of the settings. */
import { html, nothing, type TemplateResult } from 'lit';
import { moreSettingsWords } from '../../locales/en.js';
import type { BaseElement } from '../../parts/base-element.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { languages } from '../../parts/locales.js';
import type { MaybeProcessed } from '../../parts/room-effect.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { changeSettings, clearKept, keptKeys, settingsOf } from '../../parts/settings.js';
import type { EffectSwitches } from '../effect-switches/effect-switches.js';
import type { select } from '../settings/select.js';

/**
 * The choice of the room's language, and the list of data in this browser, with a button to clear
 * it.
 */
export class MoreSettings {
  readonly room: RoomHandle;
  readonly #host: BaseElement;
  readonly #words;
  #effects: EffectSwitches | undefined;
  #step: 'listed' | 'asked' | 'cleared' = 'listed';

  constructor(host: BaseElement, room: RoomHandle) {
    this.#host = host;
    this.room = room;
    this.#words = new LocaleController(
      host,
      { group: 'panels', en: moreSettingsWords },
      () => room.options.getSnapshot().messages,
    );
    const { videoProcessor, audioProcessor } = room.host as MaybeProcessed;
    if (!videoProcessor && !audioProcessor) return;
    import('../effect-switches/effect-switches.js').then(
      ({ EffectSwitches }) => {
        this.#effects = new EffectSwitches(host, () => room);
        host.requestUpdate();
      },
      () => {},
    );
  }

  /** Renders the switches of the page's effects. Undefined without any. */
  renderEffects(): TemplateResult | undefined {
    return this.#effects?.render(this.room);
  }

  /**
   * Renders the choice of the registered languages, each by its own name.
   *
   * @param draw Renders a choice. It is passed in, so that this chunk does not contain it.
   */
  renderLanguage(draw: typeof select): TemplateResult {
    const { room } = this;
    const words = this.#words.messages;
    const { language } = settingsOf(room).getSnapshot();
    const written = room.host.getAttribute('lang');
    // The room's element has the person's choice, unless the page has written one there.
    const isFixed = written !== null && written !== language;
    const tags = new Set(['en', ...[...languages.values()].map(({ tag }) => tag)]);
    const choices = [
      ['', words.settingsPageLanguage] as const,
      ...[...tags].map((tag) => [tag, nameOf(tag)] as const),
    ];
    const chosen = isFixed ? '' : language;
    return html`
      ${draw('language', words.settingsLanguage, { choices, chosen, isFixed }, (value) =>
        changeSettings(room, { language: value }),
      )}
      ${
        isFixed
          ? html`<p class="hint" id="language-hint">${words.settingsLanguageFixed}</p>`
          : nothing
      }
    `;
  }

  /** Renders the list of data in this browser, unless nothing is stored. */
  renderGroups(): TemplateResult | typeof nothing {
    if (this.room.options.getSnapshot().noPersist) return nothing;
    const words = this.#words.messages;
    const keys = keptKeys();
    return html`
      <section part="settings-group">
        <h3 part="settings-title" aria-level=${this.room.options.getSnapshot().headingLevel + 1}>
          ${words.settingsKept}
        </h3>
        <ul part="settings-kept">
          ${keys.map((key) => html`<li>${words.settingsKeptKey(key)}</li>`)}
          ${keys.length === 0 ? html`<li>${words.settingsKeptNone}</li>` : nothing}
        </ul>
        ${
          this.#step === 'asked'
            ? this.#renderQuestion()
            : html`<button
                type="button"
                class="button clear"
                part="button"
                ?disabled=${keys.length === 0}
                @click=${() => this.#go('asked', '.keep')}
              >
                ${words.settingsClear}
              </button>`
        }
        <p class="hint" role="status">
          ${this.#step === 'cleared' ? words.settingsCleared : nothing}
        </p>
      </section>
    `;
  }

  #renderQuestion(): TemplateResult {
    const words = this.#words.messages;
    const onClear = (): void => {
      clearKept(this.room);
      this.#effects?.reset(this.room);
      this.#go('cleared', 'section:last-child');
    };
    return html`
      <div
        class="question"
        role="group"
        aria-labelledby="clear-question"
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          this.#go('listed', '.clear');
        }}
      >
        <p id="clear-question">${words.settingsClearQuestion}</p>
        <button
          type="button"
          class="button keep"
          part="button"
          @click=${() => this.#go('listed', '.clear')}
        >
          ${words.settingsKeep}
        </button>
        <button type="button" class="button danger" part="button" @click=${onClear}>
          ${words.settingsClear}
        </button>
      </div>
    `;
  }

  /** @param focus The target of the focus, as the focused button disappears. */
  #go(step: 'listed' | 'asked' | 'cleared', focus: string): void {
    this.#step = step;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const target = this.#host.renderRoot.querySelector<HTMLElement>(focus);
      // A section can be focused only with a `tabIndex`; it is still no stop of the Tab key.
      if (target?.localName === 'section') target.tabIndex = -1;
      target?.focus();
    });
  }
}

/** The name of a language in that language, or its tag if the browser has no name. */
function nameOf(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
}

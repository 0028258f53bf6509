import { css, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { EffectMessages } from '../../i18n/comfort-messages.js';
import { effectWords } from '../../locales/en.js';
import type { BaseElement } from '../../parts/base-element.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { effectsOf, type RoomEffect } from '../../parts/room-effect.js';
import type { RoomHandle } from '../../parts/room-handle.js';

const effectStyles = css`
  .effects {
    display: grid;
  }

  .effect {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 44px;
    cursor: pointer;
  }

  .effect:has(:disabled) {
    cursor: default;
    color: var(--_muted);
  }

  .effect input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .effects p {
    margin: -4px 0 8px;
    color: var(--_muted);
    font-size: 13px;
  }

  .effects p:empty {
    display: none;
  }
`;

/**
 * Draws a switch for each effect that the page has given a room, in its settings and before a call.
 * Where an effect cannot run, or did not start, the switch says why.
 */
export class EffectSwitches implements ReactiveController {
  readonly #host: BaseElement;
  readonly #locale: LocaleController<EffectMessages>;
  #followed: readonly RoomEffect[] = [];
  #following = new AbortController();

  constructor(host: BaseElement, room: () => RoomHandle | undefined) {
    this.#host = host;
    this.#locale = new LocaleController(
      host,
      { group: 'panels', en: effectWords },
      () => room()?.options.getSnapshot().messages,
    );
    host.addStyles([effectStyles]);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#follow([]);
  }

  /** Parts: `effects`, `input`, `effect-hint`. */
  render(room: RoomHandle): TemplateResult | undefined {
    const effects = effectsOf(room);
    this.#follow(effects);
    if (effects.length === 0) return undefined;
    return html`
      <div class="effects" part="effects">
        ${effects.map((effect) => this.#renderSwitch(effect, room))}
      </div>
    `;
  }

  /** Turns all of them off, as they were at first. */
  reset(room: RoomHandle): void {
    // An effect that cannot be turned off reports its error itself.
    for (const effect of effectsOf(room)) effect.setEnabled(false, { keep: false }).catch(() => {});
  }

  #renderSwitch(effect: RoomEffect, room: RoomHandle): TemplateResult {
    const { messages } = this.#locale;
    const { enabled, isPending } = effect.state.getSnapshot();
    return html`
      <label class="effect">
        <input
          type="checkbox"
          part="input"
          name=${effect.name}
          aria-describedby="${effect.name}-hint"
          aria-busy=${isPending}
          ?disabled=${!effect.support.supported}
          .checked=${live(enabled)}
          @change=${(event: Event) => void this.#onChange(event, effect, room)}
        />
        <span>${messages.effectName(effect.name)}</span>
      </label>
      <p id="${effect.name}-hint" part="effect-hint" role="status">${this.#hint(effect)}</p>
    `;
  }

  async #onChange(event: Event, effect: RoomEffect, room: RoomHandle): Promise<void> {
    const { checked } = event.currentTarget as HTMLInputElement;
    const keep = !room.options.getSnapshot().noPersist;
    // A failure is part of its state by then.
    await effect.setEnabled(checked, { keep }).catch(() => {});
    this.#host.requestUpdate();
  }

  #hint({ support, state }: RoomEffect): string | typeof nothing {
    const { messages } = this.#locale;
    if (!support.supported) return messages.effectProblem(support.problem);
    const { enabled, isPending, error } = state.getSnapshot();
    if (error) return messages.effectFailed;
    return isPending && enabled ? messages.effectStarting : nothing;
  }

  #follow(effects: readonly RoomEffect[]): void {
    const known = this.#followed;
    if (effects.length === known.length && effects.every((each, at) => each === known[at])) return;
    this.#following.abort();
    this.#following = new AbortController();
    this.#followed = effects;
    const { signal } = this.#following;
    for (const { state } of effects) {
      state.subscribe(() => this.#host.requestUpdate(), { signal });
    }
  }
}

import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { personIcon } from '../../icons/person.js';
import type { ParticipantSnapshot } from '../../state/types.js';
import { cssProps } from '../shared/css-props.js';
import { hueOf, initialsOf } from './avatar.js';

/** A member's picture; the initials until it has loaded, and when it cannot be had. */
export class AvatarView {
  readonly #host: ReactiveControllerHost;
  /** How loading the last picture ended. */
  #loaded: { readonly url: string; readonly ok: boolean } | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  render({ identity, member: { name, picture } }: ParticipantSnapshot): TemplateResult {
    const ok = this.#loaded?.url === picture ? this.#loaded?.ok : undefined;
    return html`
      <slot name="avatar">
        <span
          class="avatar"
          part="avatar"
          aria-hidden="true"
          ${cssProps({ '--_hue': String(hueOf(identity)) })}
        >
          ${ok ? nothing : initialsOf(name) || personIcon}
          ${picture && ok !== false ? this.#renderPicture(picture, ok) : nothing}
        </span>
      </slot>
    `;
  }

  #renderPicture(url: string, ok: boolean | undefined): TemplateResult {
    return html`<img
      src=${url}
      alt=""
      referrerpolicy="no-referrer"
      ?hidden=${!ok}
      @load=${() => this.#setLoaded(url, true)}
      @error=${() => this.#setLoaded(url, false)}
    />`;
  }

  #setLoaded(url: string, ok: boolean): void {
    this.#loaded = { url, ok };
    this.#host.requestUpdate();
  }
}

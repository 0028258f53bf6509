import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { personIcon } from '../../icons/person.js';
import type { ParticipantSnapshot } from '../../state/types.js';
import { cssProps } from '../shared/css-props.js';
import { hueOf, initialsOf } from '../../parts/avatar.js';

/** The milliseconds after a failure for which no tile requests the picture again. */
const retryAfter = 60_000;
const failedAt = new Map<string, number>();

/** Renders a member's picture, or the initials until the picture has loaded and when it fails. */
export class AvatarView {
  readonly #host: ReactiveControllerHost;
  /** The last picture that has loaded. */
  #loaded: string | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  render({ identity, member: { name, picture } }: ParticipantSnapshot): TemplateResult {
    const isLoaded = picture !== undefined && this.#loaded === picture;
    return html`
      <slot name="avatar">
        <span
          class="avatar"
          part="avatar"
          aria-hidden="true"
          ${cssProps({ '--_hue': String(hueOf(identity)) })}
        >
          ${isLoaded ? nothing : initialsOf(name) || personIcon}
          ${picture && !hasFailed(picture) ? this.#renderPicture(picture, isLoaded) : nothing}
        </span>
      </slot>
    `;
  }

  #renderPicture(url: string, isLoaded: boolean): TemplateResult {
    return html`<img
      src=${url}
      alt=""
      referrerpolicy="no-referrer"
      ?hidden=${!isLoaded}
      @load=${() => this.#onLoad(url)}
      @error=${() => this.#onError(url)}
    />`;
  }

  #onLoad(url: string): void {
    this.#loaded = url;
    failedAt.delete(url);
    this.#host.requestUpdate();
  }

  #onError(url: string): void {
    // A limit, so that endlessly changing addresses do not fill the memory.
    if (failedAt.size >= 200) failedAt.clear();
    failedAt.set(url, performance.now());
    this.#host.requestUpdate();
  }
}

function hasFailed(url: string): boolean {
  const time = failedAt.get(url);
  return time !== undefined && performance.now() - time < retryAfter;
}

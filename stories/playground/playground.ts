import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { createMockServices, type MockServices } from '../../src/mock/index.js';
import { stateOf } from '../support.js';
import { lastStep, timeline } from './timeline.js';

/** The state of the playground, as in a link to it. */
export interface PlaygroundState {
  /** The number of others in the call, from 1 to 100. */
  readonly people: number;
  /** The index of the last step of the timeline that has run. */
  readonly at: number;
  readonly playing: boolean;
}

/** Emitted as `playground-change` when a person changes the state, or a step has run. */
export class PlaygroundChangeEvent extends Event {
  readonly state: PlaygroundState;

  constructor(state: PlaygroundState) {
    super('playground-change', { bubbles: true });
    this.state = state;
  }
}

/**
 * A call that plays a script, either by itself or step by step, forwards and backwards. The number
 * of people and the current step are part of the link.
 */
export class StoryPlayground extends LitElement {
  static override properties = {
    people: { type: Number },
    at: { type: Number },
    playing: { type: Boolean },
  };
  static override styles = css`
    :host {
      display: grid;
      grid-template-rows: minmax(0, 1fr) auto;
      block-size: 100vh;
      color: CanvasText;
      background: Canvas;
      font: 14px/1.4 var(--ffc-font, system-ui, sans-serif);
    }
    .call {
      min-block-size: 0;
      padding: 12px;
    }
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 12px;
      padding: 8px 12px;
      border-block-start: 1px solid GrayText;
    }
    label {
      display: flex;
      align-items: center;
      gap: 8px;
    }
    button {
      min-block-size: 32px;
      font: inherit;
    }
    .time {
      flex: 1 1 200px;
    }
    .time input {
      flex: 1;
      min-inline-size: 80px;
    }
    strong {
      flex-basis: 100%;
    }
  `;

  declare people: number;
  declare at: number;
  declare playing: boolean;

  readonly #room: FfcRoomElement = document.createElement('ffc-room');
  #services: MockServices | undefined;
  /** The last step that has run on these services. */
  #done = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The running steps. Each waits for the previous one. */
  #work: Promise<void> = Promise.resolve();

  constructor() {
    super();
    this.people = 5;
    this.at = 0;
    this.playing = false;
    this.#room.style.blockSize = '100%';
    // A step back opens the room again, which must not ask the person for a confirmation.
    this.#room.noLeaveConfirm = true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** Resolves when the call has reached the step `at`. */
  get ready(): Promise<void> {
    return this.updateComplete.then(() => this.#work);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.people = Math.min(100, Math.max(1, Math.round(this.people) || 1));
    this.at = Math.min(lastStep, Math.max(0, Math.round(this.at) || 0));
    if (changed.has('people') && this.#services) this.#services = undefined;
  }

  protected override updated(): void {
    this.#work = this.#work.then(() => this.#goTo(this.at));
    clearTimeout(this.#timer);
    if (!this.playing) return;
    this.#timer = setTimeout(() => {
      const isLast = this.at >= lastStep;
      this.#change(isLast ? { playing: false } : { at: this.at + 1 });
    }, timeline[this.at]?.stays ?? 2000);
  }

  protected override render(): TemplateResult {
    const name = timeline[this.at]?.name ?? '';
    return html`<div class="call">${this.#room}</div>
      <form @submit=${(event: Event) => event.preventDefault()}>
        <strong role="status">${this.at} of ${lastStep}: ${name}</strong>
        <button type="button" name="back" ?disabled=${this.at === 0} @click=${this.#onBack}>
          Step back
        </button>
        <button type="button" name="play" @click=${this.#onPlay}>
          ${this.playing ? 'Pause' : 'Play'}
        </button>
        <button type="button" name="step" ?disabled=${this.at === lastStep} @click=${this.#onStep}>
          Step
        </button>
        <label class="time">
          Time
          <input
            name="at"
            type="range"
            min="0"
            max=${lastStep}
            .value=${live(String(this.at))}
            aria-valuetext=${name}
            @change=${this.#onTime}
          />
        </label>
        <label>
          People
          <input
            name="people"
            type="number"
            min="1"
            max="100"
            .value=${live(String(this.people))}
            @change=${this.#onPeople}
          />
        </label>
        <button type="button" name="link" @click=${this.#onLink}>Copy link</button>
      </form>`;
  }

  /** Runs the steps up to `at`. A step back runs the script again from the beginning. */
  async #goTo(at: number): Promise<void> {
    if (!this.#services || at < this.#done) await this.#restart();
    while (this.#services && this.#done < at) {
      this.#done++;
      await timeline[this.#done]?.do(this.#services);
    }
  }

  async #restart(): Promise<void> {
    const services = createMockServices({ session: { local: { identity: 'me', name: 'Mina' } } });
    services.session.crowd(this.people);
    this.#services = services;
    this.#done = -1;
    // The room takes new services only when it opens, so it has to close first.
    this.#room.roomId = undefined;
    await this.#room.updateComplete;
    Object.assign(this.#room, { services, autoJoin: true, noPersist: true, roomId: '1' });
    await this.#room.updateComplete;
    await stateOf(this.#room, 'connected');
  }

  #change(more: Partial<PlaygroundState>): void {
    const { people, at, playing } = this;
    const state = { people, at, playing, ...more };
    Object.assign(this, state);
    this.dispatchEvent(new PlaygroundChangeEvent(state));
  }

  #onBack(): void {
    this.#change({ at: this.at - 1, playing: false });
  }

  #onPlay(): void {
    const playing = !this.playing;
    this.#change({ playing, ...(playing && this.at === lastStep && { at: 0 }) });
  }

  #onStep(): void {
    this.#change({ at: this.at + 1, playing: false });
  }

  #onTime(event: Event): void {
    this.#change({ at: Number((event.target as HTMLInputElement).value), playing: false });
  }

  #onPeople(event: Event): void {
    this.#change({ people: Number((event.target as HTMLInputElement).value) });
  }

  async #onLink(): Promise<void> {
    await navigator.clipboard.writeText(linkTo(this)).catch(() => {});
  }
}

/** The URL that opens the playground in this state, with Storybook around it. */
export function linkTo({ people, at, playing }: PlaygroundState): string {
  const url = new URL('./', location.href);
  url.search = `?path=/story/playground--call&args=people:${people};at:${at};playing:!${playing}`;
  return url.href;
}

if (!customElements.get('story-playground')) {
  customElements.define('story-playground', StoryPlayground);
}

/** Renders the playground in a state, and calls `change` with each new state. */
export function playground(
  { people, at, playing }: PlaygroundState,
  change: (state: PlaygroundState) => void,
): TemplateResult {
  return html`<story-playground
    .people=${people}
    .at=${at}
    .playing=${playing}
    @playground-change=${({ state }: PlaygroundChangeEvent) => change(state)}
  ></story-playground>`;
}

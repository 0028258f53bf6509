/** The notices over the stage: a chunk of its own, which loads behind what draws the call. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CallComfort } from '../../features/comfort/call-comfort.js';
import { PowerSaver } from '../../features/power/power-saver.js';
import { follow } from '../../parts/follow.js';
import { loadOwnPanels } from '../../parts/own-panels.js';
import { type CallPhase, isCallPhase, isInCall } from '../../state/phase.js';
import type { RoomState } from '../../state/types.js';
import type { CallFacts } from './call-facts.js';
import type { CallView } from './call-view.js';
import { KeyboardSpace } from './keyboard-space.js';
import { RecordingNotice } from './recording-notice.js';
import type { RoomApiElement } from './room-api.js';
import { bannerView, soundBarView } from './toast-views.js';

/** Tells over the stage of a call what the person has to know, and offers what can be done. */
export class CallToasts {
  readonly #host: RoomApiElement;
  readonly #view: CallView;
  readonly #recording: RecordingNotice;
  readonly #power: PowerSaver;
  /** The comfort of a call: undefined while it loads. */
  comfort: CallComfort | undefined;
  readonly #say: (text: string) => void;
  /** The connection, and who hosts: undefined while it loads. */
  #facts: CallFacts | undefined;
  #areFactsComing = false;
  #isWaitedFor = false;
  #isComfortComing = false;
  #unfollow: (() => void) | undefined;

  /** @param say Tells screen readers. */
  constructor(host: RoomApiElement, view: CallView, say: (text: string) => void) {
    const { store } = view.room;
    this.#host = host;
    this.#view = view;
    this.#say = say;
    this.#recording = new RecordingNotice(store, () => host.requestUpdate());
    this.#power = new PowerSaver(host, view.room, say);
    new KeyboardSpace(host);
    follow(store.phase, ({ state }) => {
      this.#followWaiting();
      this.#followSession(state);
      void this.#loadFacts();
      void this.#loadComfort();
    });
  }

  /** @param isStalled No video comes in at all. */
  render(phase: CallPhase, isStalled: boolean): TemplateResult {
    const { messages, room } = this.#view;
    const { canPlayAudio } = room.store.controls.getSnapshot();
    return html`
      ${
        phase.state === 'reconnecting'
          ? html`<slot name="reconnecting">
              ${bannerView(
                phase.kind === 'full' ? messages.reconnectingFull : messages.reconnectingSignal,
              )}
            </slot>`
          : nothing
      }
      ${phase.state === 'connected' && isStalled ? bannerView(messages.nothingComesIn) : nothing}
      ${canPlayAudio ? nothing : soundBarView(messages, this.#onStartAudio)}
      ${this.#recording.render(messages)} ${this.#facts?.renderNotice(messages)}
      ${this.#power.render()} ${this.comfort?.renderToasts()}
      ${
        this.#isWaitedFor
          ? html`<ffc-waiting notice exportparts="waiting-notice, button"></ffc-waiting>`
          : nothing
      }
    `;
  }

  /** What stands at the end of the header. */
  renderHeaderEnd(): TemplateResult {
    return html`${this.#facts?.renderSign(this.#view.messages)} ${this.comfort?.renderLink()}`;
  }

  async #loadFacts(): Promise<void> {
    if (this.#areFactsComing) return;
    this.#areFactsComing = true;
    try {
      const { CallFacts } = await import('./call-facts.js');
      this.#facts = new CallFacts(this.#host, this.#view.room, this.#say);
      this.#host.requestUpdate();
    } catch {
      // The next phase tries again.
      this.#areFactsComing = false;
    }
  }

  async #loadComfort(): Promise<void> {
    const { room } = this.#view;
    if (this.#isComfortComing || !room.isInCall) return;
    this.#isComfortComing = true;
    // The call is drawn, and told of, before its comfort loads.
    await new Promise((resolve) => setTimeout(resolve));
    try {
      const { CallComfort } = await import('../../features/comfort/call-comfort.js');
      this.comfort = new CallComfort(this.#host, room);
      this.#host.requestUpdate();
    } catch {
      // The next phase tries again.
      this.#isComfortComing = false;
    }
  }

  /** Loads who waits for a host, in a room where hosts let people in. */
  #followWaiting(): void {
    const { room } = this.#view;
    const phase = room.store.phase.getSnapshot();
    if (this.#isWaitedFor || !isCallPhase(phase) || !phase.room.policy.manuallyApproval) return;
    this.#isWaitedFor = true;
    const loading = loadOwnPanels().then(() => room.use('waiting'));
    loading.then(
      () => this.#host.requestUpdate(),
      // Code that does not come is asked for again with the next phase.
      () => (this.#isWaitedFor = false),
    );
  }

  /** Each call has a session of its own. */
  #followSession(state: RoomState): void {
    this.#unfollow?.();
    const session = isInCall(state) ? this.#view.room.store.session : undefined;
    this.#unfollow = session?.on('overload', () => {
      if (this.#host.powerSaver) this.#power.begin();
    });
  }

  readonly #onStartAudio = (): void => {
    // A failure is part of the state, and `ffc-error` says it.
    this.#view.room.store.startAudio().catch(() => {});
  };
}

/** The notices over the stage. This chunk loads after the code that renders the call. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CallComfort } from '../../features/comfort/call-comfort.js';
import { PowerSaver } from '../../features/power/power-saver.js';
import { follow } from '../../parts/follow.js';
import { loadOwnPanels } from '../../parts/own-panels.js';
import { type CallPhase, isCallPhase, isInCall } from '../../state/phase.js';
import type { RoomState } from '../../state/types.js';
import type { CallFacts } from './call-facts.js';
import type { CallView } from './call-view.js';
import { ComingToast } from './coming-toast.js';
import { KeyboardSpace } from './keyboard-space.js';
import { RecordingNotice } from './recording-notice.js';
import type { Say } from './room-announcer.js';
import type { RoomApiElement } from './room-api.js';
import { bannerView, soundBarView } from './toast-views.js';

/** Renders the notices over the stage of a call, with the buttons for the remedies. */
export class CallToasts {
  readonly #host: RoomApiElement;
  readonly #view: CallView;
  readonly #recording: RecordingNotice;
  readonly #power: PowerSaver;
  readonly #comings: ComingToast;
  /** The comfort features of a call; undefined while they load. */
  comfort: CallComfort | undefined;
  readonly #say: Say;
  /** The connection and the hosts of a call; undefined while their code loads. */
  #facts: CallFacts | undefined;
  #areFactsComing = false;
  #isWaitedFor = false;
  #isComfortComing = false;
  #unfollow: (() => void) | undefined;

  /** @param say Announces a text to screen readers. */
  constructor(host: RoomApiElement, view: CallView, say: Say) {
    const { store } = view.room;
    this.#host = host;
    this.#view = view;
    this.#say = say;
    this.#recording = new RecordingNotice(store, () => host.requestUpdate());
    this.#power = new PowerSaver(host, view.room, say);
    this.#comings = new ComingToast(host, view.room);
    new KeyboardSpace(host);
    follow(store.phase, ({ state }) => {
      this.#followWaiting();
      this.#followSession(state);
      void this.#loadFacts();
      void this.#loadComfort();
    });
  }

  /** @param isStalled Whether no video is received at all. */
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
      ${this.#comings.render(messages)}
    `;
  }

  /** Renders the end of the header. */
  renderHeaderEnd(): TemplateResult {
    return html`${this.#facts?.renderSign(this.#view.messages)} ${this.comfort?.renderLink()}`;
  }

  async #loadFacts(): Promise<void> {
    if (this.#areFactsComing) return;
    this.#areFactsComing = true;
    try {
      const { CallFacts } = await import('./call-facts.js');
      this.#facts = new CallFacts(this.#host, this.#view, this.#say);
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
    // Waits for a task, so that the call is rendered and its events are emitted first.
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

  /** Loads the list of waiting people, in a room where hosts let people in. */
  #followWaiting(): void {
    const { room } = this.#view;
    const phase = room.store.phase.getSnapshot();
    if (this.#isWaitedFor || !isCallPhase(phase) || !phase.room.policy.manuallyApproval) return;
    this.#isWaitedFor = true;
    const loading = loadOwnPanels().then(() => room.use('waiting'));
    loading.then(
      () => this.#host.requestUpdate(),
      // After a failed load, the next phase tries again.
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
    // The store puts a failure into its state and emits `ffc-error`.
    this.#view.room.store.startAudio().catch(() => {});
  };
}

/** What nobody waits for in a call: a chunk of its own, which loads behind what draws the call. */
import { html, nothing, type TemplateResult } from 'lit';
import { PowerSaver } from '../../features/power/power-saver.js';
import { addCallExtraWords } from '../../parts/call-extra-words.js';
import { loadOwnPanels } from '../../parts/own-panels.js';
import { follow } from '../../parts/follow.js';
import { signsOf } from '../../parts/signs.js';
import { isCallPhase, isInCall } from '../../state/phase.js';
import type { RoomState } from '../../state/types.js';
import { dialogStyles } from '../shared/dialog-styles.js';
import type { CallView } from './call-view.js';
import { askToLeave } from './leave-question.js';
import { RoomAnnouncer } from './room-announcer.js';
import { RecordingNotice } from './recording-notice.js';
import type { RoomApiElement } from './room-api.js';
import { StallWatch } from './stall-watch.js';

/** Tells screen readers what happens in a call, watches its videos, and asks before it ends. */
export class CallExtras {
  readonly #host: RoomApiElement;
  readonly #view: CallView;
  readonly #announcer: RoomAnnouncer;
  readonly #recording: RecordingNotice;
  readonly #stall: StallWatch;
  #isWaitedFor = false;
  readonly #power: PowerSaver;
  #unfollow: (() => void) | undefined;

  constructor(host: RoomApiElement, view: CallView) {
    const { store } = view.room;
    addCallExtraWords();
    this.#host = host;
    this.#view = view;
    this.#recording = new RecordingNotice(store, () => host.requestUpdate());
    this.#announcer = new RoomAnnouncer(host, store, {
      level: () => host.announce,
      messages: () => view.messages,
      endTitle: (phase) => view.endTitle(phase),
    });
    this.#power = new PowerSaver(host, view.room, (text) => this.#announcer.announce(text));
    this.#stall = new StallWatch(store, (isStalled) => {
      const { nothingComesIn, reconnected } = view.messages;
      if (isInCall(store.phase.getSnapshot().state)) {
        this.#announcer.announce(isStalled ? nothingComesIn : reconnected);
      }
      host.requestUpdate();
    });
    host.addStyles([dialogStyles]);
    follow(store.phase, () => this.#followWaiting());
    this.#announceSigns();
    follow(store.phase, ({ state }) => this.#followSession(state));
  }

  /** No video comes in at all. */
  get isStalled(): boolean {
    return this.#stall.isStalled;
  }

  /** What is told over the stage. */
  renderToasts(): TemplateResult {
    return html`${this.#recording.render(this.#view.messages)} ${this.#power.render()}
    ${
      this.#isWaitedFor
        ? html`<ffc-waiting notice exportparts="waiting-notice, button"></ffc-waiting>`
        : nothing
    }`;
  }

  /** What the live region of the room says now. */
  get news(): string {
    return this.#announcer.text;
  }

  /** Asks whether to leave the running call for another room; an abort counts as "stay". */
  askToLeave(signal: AbortSignal): Promise<boolean> {
    const root = this.#host.renderRoot as ShadowRoot;
    return askToLeave({ root, messages: this.#view.messages, signal });
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

  /** Announces raised hands, reactions and who muted the own microphone. */
  #announceSigns(): void {
    const host = this.#host;
    const announcer = this.#announcer;
    host.addEventListener('ffc-hand-change', ({ target, participant, raised }) => {
      if (target !== host || participant.isLocal || !raised) return;
      announcer.announceHand(participant.name);
    });
    host.addEventListener('ffc-reaction', ({ target, participant, name }) => {
      if (target !== host || participant.isLocal) return;
      const { reacted, reactionName } = this.#view.messages;
      announcer.announceAside(reacted(participant.name, reactionName(name)));
    });
    signsOf(this.#view.room).mutedBy.subscribe((name) => {
      if (name) announcer.announce(this.#view.messages.mutedBy(name));
    });
  }
}

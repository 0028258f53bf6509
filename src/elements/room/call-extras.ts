/**
 * The extras of a call. This chunk loads in the background, after the code that renders the call.
 */
import { signsOf } from '../../parts/signs.js';
import { isInCall } from '../../state/phase.js';
import { dialogStyles } from '../../styles/dialog-styles.js';
import type { FfcElement } from '../shared/converters.js';
import type { CallView } from './call-view.js';
import { askToLeave } from './leave-question.js';
import { RoomAnnouncer, type Say } from './room-announcer.js';
import type { RoomApiElement } from './room-api.js';
import { StallWatch } from './stall-watch.js';
import { keepAwake } from './wake-lock.js';
import { callExtraWords, laterControlWords } from '../../locales/en.js';
import { addRoomWords } from '../../parts/room-words.js';

/**
 * Announces the events of a call to screen readers, watches for stalled videos, and asks before the
 * call ends.
 */
export class CallExtras {
  readonly #host: RoomApiElement;
  readonly #view: CallView;
  readonly #announcer: RoomAnnouncer;
  readonly #stall: StallWatch;

  constructor(host: RoomApiElement, view: CallView) {
    const { store } = view.room;
    addRoomWords(callExtraWords);
    // The words of the announcements contain the names of reactions.
    addRoomWords(laterControlWords);
    this.#host = host;
    this.#view = view;
    this.#announcer = new RoomAnnouncer(host, store, {
      level: () => host.announce,
      isObserver: () => host.observer,
      messages: () => view.messages,
      endTitle: (phase) => view.endTitle(phase),
    });
    this.#stall = new StallWatch(store, (isStalled) => {
      const { nothingComesIn, reconnected } = view.messages;
      if (isInCall(store.phase.getSnapshot().state)) {
        this.#announcer.announceState(isStalled ? nothingComesIn : reconnected);
      }
      host.requestUpdate();
    });
    host.addStyles([dialogStyles]);
    host.addController({ hostConnected: this.#showDialogsAgain });
    keepAwake(host, store);
    this.#announceSigns();
    adviseOfAttributes(host);
  }

  /** Whether no video is received at all. */
  get isStalled(): boolean {
    return this.#stall.isStalled;
  }

  /** The text of the room's live region. */
  get news(): string {
    return this.#announcer.text;
  }

  /** Asks whether to leave the running call for another room; an abort counts as "stay". */
  askToLeave(signal: AbortSignal): Promise<boolean> {
    const root = this.#host.renderRoot as ShadowRoot;
    const { headingLevel: level } = this.#host;
    return askToLeave({ root, messages: this.#view.messages, level, signal });
  }

  /** Announces a text to screen readers. */
  readonly announce: Say = (text) => this.#announcer.announce(text);

  /** A dialog that moves with its room is still open, but no longer modal. */
  readonly #showDialogsAgain = (): void => {
    for (const dialog of this.#host.renderRoot.querySelectorAll('dialog')) {
      if (!dialog.open || dialog.matches(':modal')) continue;
      dialog.close();
      dialog.showModal();
    }
  };

  /** Announces raised hands, reactions, and the host who muted the local microphone. */
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

/** Tells the author of a page of attributes that nothing reads, such as `tokenprovider`. */
function adviseOfAttributes(host: RoomApiElement): void {
  const { observedAttributes } = host.constructor as typeof FfcElement;
  const isStray = (name: string): boolean =>
    /^[a-z]{6,}$/.test(name) && !observedAttributes.includes(name);
  if (!host.getAttributeNames().some(isStray)) return;
  import('../shared/attribute-advice.js').then(
    (advice) => advice.adviseOfAttributes(host),
    () => {},
  );
}

import { html, nothing, type TemplateResult } from 'lit';
import { FfcPowerChangeEvent } from '../../events/power-events.js';
import { powerWords } from '../../locales/en.js';
import { LocaleController } from '../../parts/locale-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type { TrackSnapshot } from '../../rtc/session.js';
import { isInCall } from '../../state/phase.js';

type Host = ConstructorParameters<typeof LocaleController>[0];

/**
 * Drops a call to sound when the computer cannot keep up, until the person wants the videos back.
 * What the app itself does not take in stays out.
 */
export class PowerSaver {
  readonly #host: Host;
  readonly #room: RoomHandle;
  readonly #say: (text: string) => void;
  readonly #words;
  /** The videos that are put off; undefined: none, the call goes on as ever. */
  #paused: Set<string> | undefined;
  /** The person wants the videos, whatever they cost. */
  #isDeclined = false;

  /** @param say Tells screen readers. */
  constructor(host: Host, room: RoomHandle, say: (text: string) => void) {
    const { store } = room;
    this.#host = host;
    this.#room = room;
    this.#say = say;
    this.#words = new LocaleController(
      host,
      { group: 'panels', en: powerWords },
      () => room.options.getSnapshot().messages,
    );
    store.on('track-subscribed', ({ track }) => this.#pause(track));
    store.phase.subscribe(({ state }) => {
      if (isInCall(state)) return;
      this.#isDeclined = false;
      if (this.#paused) this.#set(undefined, 'end');
    });
  }

  /** The computer cannot keep up. */
  begin(): void {
    const { store, isInCall } = this.#room;
    if (this.#paused || this.#isDeclined || !isInCall || showsElsewhere()) return;
    this.#set(new Set(), 'overload');
    for (const identity of store.roster.getSnapshot().identities) {
      for (const track of store.participant(identity).getSnapshot()?.tracks ?? []) {
        if (track.isSubscribed) this.#pause(track);
      }
    }
    this.#say(this.#words.messages.powerSaving);
  }

  /** Says so over the stage, with the way back. */
  render(): TemplateResult | typeof nothing {
    const { powerSaving, powerUndo } = this.#words.messages;
    if (!this.#paused) return nothing;
    return html`
      <div class="toast" part="notice">
        <span>${powerSaving}</span>
        <button type="button" class="button" part="button" @click=${this.#onUndo}>
          ${powerUndo}
        </button>
      </div>
    `;
  }

  #pause({ sid, kind, isLocal }: TrackSnapshot): void {
    if (!this.#paused || kind !== 'video' || isLocal) return;
    this.#paused.add(sid);
    // One that has gone in the meantime needs nothing.
    this.#room.store.setSubscribed(sid, false).catch(() => {});
  }

  #set(paused: Set<string> | undefined, reason: FfcPowerChangeEvent['reason']): void {
    this.#paused = paused;
    this.#host.requestUpdate();
    const saving = paused !== undefined;
    this.#room.host.dispatchEvent(new FfcPowerChangeEvent({ saving, reason }));
  }

  readonly #onUndo = (): void => {
    const paused = this.#paused ?? [];
    this.#isDeclined = true;
    this.#set(undefined, 'person');
    for (const sid of paused) this.#room.store.setSubscribed(sid, true).catch(() => {});
  };
}

/** Whether pictures are shown in a window of their own, where somebody looks at them on purpose. */
function showsElsewhere(): boolean {
  const { documentPictureInPicture: own } = globalThis as {
    readonly documentPictureInPicture?: { readonly window: Window | null };
  };
  return !!document.pictureInPictureElement || !!own?.window;
}

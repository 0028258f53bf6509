import { html, nothing, type TemplateResult } from 'lit';
import { FfcPowerChangeEvent } from '../../events/power-events.js';
import { powerWords } from '../../locales/en.js';
import { LocaleController } from '../../parts/locale-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type { TrackSnapshot } from '../../rtc/session.js';
import { isInCall } from '../../state/phase.js';

type Host = ConstructorParameters<typeof LocaleController>[0];

/**
 * Pauses the videos of a call when the computer is too slow, until the person turns them on again.
 * Tracks to which the app has not subscribed stay that way.
 */
export class PowerSaver {
  readonly #host: Host;
  readonly #room: RoomHandle;
  readonly #say: (text: string) => void;
  readonly #words;
  /** The paused videos; undefined: none are paused. */
  #paused: Set<string> | undefined;
  /** Whether the person has turned the videos on again. */
  #isDeclined = false;

  /** @param say Announces a text to screen readers. */
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

  /** Pauses the videos. */
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

  /** Renders the notice over the stage, with the button that turns the videos on again. */
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
    // A track that was unpublished in the meantime can be ignored.
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

/** Whether a video is in a picture-in-picture window, where the person wants to see it. */
function showsElsewhere(): boolean {
  const { documentPictureInPicture: own } = globalThis as {
    readonly documentPictureInPicture?: { readonly window: Window | null };
  };
  return !!document.pictureInPictureElement || !!own?.window;
}

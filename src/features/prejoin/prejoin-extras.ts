import { html, nothing, type TemplateResult } from 'lit';
import { roomErrorWords } from '../../i18n/error-words.js';
import { prejoinWords } from '../../locales/en.js';
import type { PrejoinMessages } from '../../i18n/panel-messages.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { warningIcon } from '../../icons/warning.js';
import type { BaseElement } from '../../parts/base-element.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { offerTips } from '../../parts/offer-tips.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { testSpeaker } from '../voice/tone.js';
import { ConnectionCheck } from './connection-check.js';
import { levelBars, LevelBars } from '../voice/level-bars.js';
import type { BeforeCall } from '../presence/before-call.js';
import { levelStyles } from '../voice/level-styles.js';
import { permissionHelp } from './permission-help.js';
import { extraStyles } from './prejoin-extra-styles.js';

/** The state of the test of the speaker. */
type Tone = 'none' | 'playing' | 'failed';

/** Renders the extras of a prejoin. They load in the background of its picture and choices. */
export class PrejoinExtras {
  readonly #host: BaseElement;
  readonly #room: () => RoomHandle | undefined;
  readonly #locale: LocaleController<PrejoinMessages>;
  readonly #bars: LevelBars;
  readonly #check: ConnectionCheck;
  /** Renders who is in the room, and the switches of effects; undefined while its code loads. */
  here: BeforeCall | undefined;
  #tone: Tone = 'none';
  #picture: { readonly url: string; readonly isLoaded: boolean } | undefined;

  /** @param room Returns the host's room while it is in the state `prejoin`. */
  constructor(host: BaseElement, room: () => RoomHandle | undefined) {
    this.#host = host;
    this.#room = room;
    this.#locale = new LocaleController(
      host,
      { group: 'panels', en: prejoinWords },
      () => room()?.options.getSnapshot().messages,
    );
    this.#bars = new LevelBars(() => {
      const { store } = this.#room() ?? {};
      if (!store?.controls.getSnapshot().microphone.enabled) return undefined;
      return store.session?.mediaTrack('local:microphone');
    });
    this.#check = new ConnectionCheck(() => host.requestUpdate());
    host.addStyles([extraStyles, levelStyles]);
    host.addController(this);
    offerTips(host);
    import('../presence/before-call.js').then(
      ({ BeforeCall }) => {
        this.here = new BeforeCall(host, room);
        host.requestUpdate();
      },
      () => {},
    );
  }

  hostUpdated(): void {
    this.#bars.follow(this.#host.renderRoot.querySelector('.level') ?? undefined);
    if (!this.#room()) this.#check.end();
  }

  hostDisconnected(): void {
    this.#bars.follow(undefined);
    this.#check.end();
  }

  /** Renders bars that follow the person's voice. */
  renderLevel(): TemplateResult {
    return levelBars(this.#locale.messages.prejoinLevel);
  }

  /** Renders the member's avatar, as others see it while the camera is off. */
  renderPicture({ store }: RoomHandle): TemplateResult | undefined {
    const url = store.me.getSnapshot()?.appUserProfileImgUrl;
    if (!url || !/^https?:/i.test(url)) return undefined;
    const isLoaded = this.#picture?.url === url && this.#picture.isLoaded;
    const onLoad = (): void => {
      this.#picture = { url, isLoaded: true };
      this.#host.requestUpdate();
    };
    return html`<img
      class="picture"
      src=${url}
      alt=""
      referrerpolicy="no-referrer"
      ?hidden=${!isLoaded}
      @load=${onLoad}
    />`;
  }

  /**
   * Renders the failure of a microphone or camera, with help, and the note that joining is possible
   * anyway.
   */
  renderErrors(room: RoomHandle, messages: RoomMessages): TemplateResult | typeof nothing {
    const { microphone, camera } = room.store.controls.getSnapshot();
    const errors = [microphone.error, camera.error].filter((error) => !!error);
    const words = errors.map((error) => roomErrorWords(messages, error));
    if (!words.some(Boolean)) return nothing;
    const missing = errors.length > 1 ? 'both' : microphone.error ? 'microphone' : 'camera';
    const retry = (): void => {
      if (microphone.error) room.store.setMicrophoneEnabled(true).catch(alreadyShown);
      if (camera.error) room.store.setCameraEnabled(true).catch(alreadyShown);
    };
    return html`
      <div class="errors" part="problem" role="alert">
        ${warningIcon}
        <ul>
          ${words.map((failure) => {
            return html`<li><strong>${failure?.title}</strong>${failure?.remedy ?? nothing}</li>`;
          })}
          ${permissionHelp(this.#locale.messages, { microphone, camera }, retry)}
          <li>${messages.joinWithout(missing)}</li>
        </ul>
      </div>
    `;
  }

  /** Renders the tests of speaker and connection. */
  renderTests(room: RoomHandle): TemplateResult {
    const { messages } = this.#locale;
    const isPlaying = this.#tone === 'playing';
    return html`
      ${this.here?.renderMore()}
      <div class="tests">
        <button
          type="button"
          class="button quiet"
          part="button"
          aria-disabled=${isPlaying}
          @click=${() => void this.#testSpeaker(room)}
        >
          ${messages.prejoinTestSpeaker}
        </button>
        ${this.#check.render(messages, room)}
        <p role="status">
          ${
            isPlaying
              ? messages.prejoinTesting(speakerOf(room)?.label ?? '')
              : this.#tone === 'failed'
                ? messages.prejoinTestFailed
                : nothing
          }
        </p>
      </div>
    `;
  }

  async #testSpeaker(room: RoomHandle): Promise<void> {
    if (this.#tone === 'playing') return;
    this.#setTone('playing');
    try {
      await testSpeaker(speakerOf(room)?.id ?? '');
      this.#setTone('none');
    } catch {
      this.#setTone('failed');
    }
  }

  #setTone(tone: Tone): void {
    this.#tone = tone;
    this.#host.requestUpdate();
  }
}

/** The chosen speaker; undefined: the browser chooses. */
function speakerOf({ store }: RoomHandle) {
  const { audiooutput, active } = store.controls.getSnapshot().devices;
  return audiooutput.find(({ id }) => id === active.audiooutput);
}

/** Ignores a failure: the control shows it. */
function alreadyShown(): void {}

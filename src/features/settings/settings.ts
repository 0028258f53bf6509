import { html, nothing, type TemplateResult } from 'lit';
import { FfcLayoutRequestEvent, FfcPanelRequestEvent } from '../../events/request-events.js';
import { FfcCaptionsRequestEvent } from '../../events/signal-request-events.js';
import { roomDictionary } from '../../parts/room-words.js';
import { settingsWords, stageWords } from '../../locales/en.js';
import { PartElement } from '../../parts/part-element.js';
import { deviceSelects } from '../../parts/device-selects.js';
import { registeredLayouts } from '../../parts/layouts.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { dispatchRequest } from '../../parts/request.js';
import { RoomController } from '../../parts/room-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { captionSizes, changeSettings, type FlagName, settingsOf } from '../../parts/settings.js';
import { commonStyles } from '../../styles/common-styles.js';
import { levelBars, LevelBars } from '../voice/level-bars.js';
import { levelStyles } from '../voice/level-styles.js';
import type { MoreSettings } from '../more-settings/more-settings.js';
import { select } from './select.js';
import { settingsStyles } from './settings-styles.js';

/**
 * A person's settings for calls in this browser: devices, with the level of the microphone,
 * mirror, captions, sounds, shortcuts, the layout and the language of the room; and the data in
 * this browser, with a button to clear it. Another button opens the panel `captions`. It is the
 * content of the panel `settings`. You may also place it anywhere else, inside `<ffc-room>` or
 * with `for`. With `no-persist` nothing is stored.
 *
 * @tag ffc-settings
 * @summary The settings of a call.
 *
 * @fires ffc-layout-request
 * @fires ffc-captions-request
 * @fires ffc-panel-request
 *
 * @csspart settings - The whole element.
 * @csspart settings-group - A group of settings.
 * @csspart settings-title - The title of a group.
 * @csspart settings-kept - The list of data in this browser.
 * @csspart level - The bars that follow the voice.
 * @csspart button - The buttons that open the log of the captions, and that clear the data.
 * @csspart input - Every choice.
 */
export class FfcSettingsElement extends PartElement {
  static override styles = [commonStyles, levelStyles, settingsStyles];

  readonly #room = new RoomController(this, {
    watch: (room) => [
      settingsOf(room),
      room.options,
      room.store.controls,
      room.store.phase,
      room.view.state,
    ],
    onRoom: ({ store }) => {
      // Devices may have been plugged in or out since the settings were last open.
      store.session?.refreshDevices().catch(() => {});
    },
  });
  readonly #overrides = () => this.#room.room?.options.getSnapshot().messages;
  readonly #words = new LocaleController(
    this,
    { group: 'panels', en: settingsWords },
    this.#overrides,
  );
  readonly #roomWords = new LocaleController(this, roomDictionary, this.#overrides);
  readonly #stageWords = new LocaleController(
    this,
    { group: 'panels', en: stageWords },
    this.#overrides,
  );
  readonly #bars = new LevelBars(() => {
    const { store } = this.#room.room ?? {};
    if (!store?.controls.getSnapshot().microphone.enabled) return undefined;
    return store.session?.mediaTrack('local:microphone');
  });
  #more: MoreSettings | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#bars.follow(undefined);
  }

  protected override updated(): void {
    this.#bars.follow(this.renderRoot.querySelector('.level') ?? undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { room } = this.#room;
    if (!room) return nothing;
    if (this.#more?.room !== room) void this.#loadMore(room);
    const words = this.#words.messages;
    const { noHotkeys, noSounds } = room.options.getSnapshot();
    return html`
      <div class="settings" part="settings">
        ${this.#renderGroup(room, words.settingsDevices, this.#renderDevices(room))}
        ${this.#renderGroup(
          room,
          words.settingsPicture,
          html`
            ${this.#renderFlag(room, 'mirror', words.settingsMirror)}
            ${this.#renderFlag(room, 'captions', words.settingsCaptions)} ${this.#renderSize(room)}
            ${this.#renderLog(room)}
            ${
              noSounds
                ? nothing
                : this.#renderFlag(room, 'sounds', words.settingsSounds, words.settingsSoundsHint)
            }
            ${noHotkeys ? nothing : this.#renderFlag(room, 'shortcuts', words.settingsShortcuts)}
            ${this.#renderFlag(room, 'comings', words.settingsComings)} ${this.#renderLayout(room)}
            ${this.#more?.renderLanguage(select)} ${this.#more?.renderEffects()}
          `,
        )}
        ${this.#more?.renderGroups()}
      </div>
    `;
  }

  #renderGroup({ options }: RoomHandle, title: string, content: TemplateResult): TemplateResult {
    return html`
      <section part="settings-group">
        <h3 part="settings-title" aria-level=${options.getSnapshot().headingLevel + 1}>${title}</h3>
        ${content}
      </section>
    `;
  }

  #renderDevices({ store }: RoomHandle): TemplateResult {
    const { messages } = this.#roomWords;
    return html`
      ${levelBars(messages.microphone)}
      ${deviceSelects({
        messages,
        devices: store.controls.getSnapshot().devices,
        // The store puts a failure into its state and emits `ffc-error`.
        onPick: (kind, id) => void store.switchDevice(kind, id).catch(() => {}),
      })}
    `;
  }

  #renderFlag(room: RoomHandle, name: FlagName, label: string, hint?: string): TemplateResult {
    const onChange = (event: Event): void => {
      const input = event.currentTarget as HTMLInputElement;
      const { checked } = input;
      // It shows the change only once it is made: a page can cancel the request.
      input.checked = !checked;
      if (name === 'captions') {
        dispatchRequest(this, room, new FfcCaptionsRequestEvent({ enabled: checked }));
      } else changeSettings(room, { [name]: checked });
    };
    return html`
      <label class="flag">
        <input
          type="checkbox"
          part="input"
          name=${name}
          aria-describedby=${hint ? `${name}-hint` : nothing}
          .checked=${settingsOf(room).getSnapshot()[name]}
          @change=${onChange}
        />
        <span>${label}</span>
      </label>
      ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    `;
  }

  #renderSize(room: RoomHandle): TemplateResult {
    const words = this.#words.messages;
    const chosen = settingsOf(room).getSnapshot().captionSize;
    const choices = captionSizes.map((size) => [size, words.settingsSize(size)] as const);
    return select('caption-size', words.settingsCaptionSize, { choices, chosen }, (value) => {
      const captionSize = captionSizes.find((size) => size === value);
      if (captionSize) changeSettings(room, { captionSize });
    });
  }

  /** Renders the button to the log of the captions. Panels open in calls only. */
  #renderLog(room: RoomHandle): TemplateResult | typeof nothing {
    if (!room.isInCall) return nothing;
    const onClick = (): void => {
      dispatchRequest(this, room, new FfcPanelRequestEvent({ panel: 'captions', open: true }));
    };
    return html`<button type="button" class="button log" part="button" @click=${onClick}>
      ${this.#words.messages.captionsLog}
    </button>`;
  }

  #renderLayout(room: RoomHandle): TemplateResult {
    const { messages: words, lang } = this.#stageWords;
    const { layout, mode } = room.view.state.getSnapshot();
    // A layout of the page replaces the one of this package that has its name.
    const own = registeredLayouts();
    const known = [
      ['grid', words.layoutGrid],
      ['fixed-grid', words.layoutFixedGrid],
      ['scroll', words.layoutScroll],
      ['focused', words.layoutFocused],
    ] as const;
    const choices = [
      ['automatic', words.layoutAutomatic] as const,
      ...known.filter(([name]) => !own.has(name)),
      ...[...own].map(([name, { label }]) => [name, label?.({ lang }) ?? name] as const),
    ];
    const chosen = mode === 'automatic' ? mode : layout;
    const label = this.#words.messages.settingsLayout;
    return select('layout', label, { choices, chosen }, (value) => {
      const choice = value === 'automatic' ? { mode: value } : { layout: value };
      dispatchRequest(this, room, new FfcLayoutRequestEvent(choice as { layout: string }));
    });
  }

  /** Loads the further settings. Never rejects: each rendering tries again. */
  async #loadMore(room: RoomHandle): Promise<void> {
    const code = await import('../more-settings/more-settings.js').catch(() => undefined);
    if (!code || this.#more?.room === room) return;
    this.#more = new code.MoreSettings(this, room);
    this.requestUpdate();
  }
}

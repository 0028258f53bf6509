import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { LocaleController } from '../../parts/locale-controller.js';
import { dispatchRequest } from '../../parts/request.js';
import { RoomController } from '../../parts/room-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { TrackAttachController } from '../../parts/track-attach-controller.js';
import type { FfcEvent } from '../../events/event.js';
import { FfcJoinRequestEvent } from '../../events/request-events.js';
import { roomDictionary } from '../../parts/room-words.js';
import { cameraOffIcon } from '../../icons/camera-off.js';
import type { DeviceKind, TrackSnapshot } from '../../rtc/session.js';
import { commonStyles } from '../../styles/common-styles.js';
import { FfcPartElement } from '../shared/part-element.js';
import { classNames } from '../shared/class-names.js';
import { cameraControl } from '../../controls/camera.js';
import { deviceSelects } from '../../parts/device-selects.js';
import { microphoneControl } from '../../controls/microphone.js';
import { controlCells, useControl, viewControl } from '../../parts/control-view.js';
import type { Control } from '../../parts/controls.js';
import { findControl, registeredControls } from '../../parts/registered-controls.js';
import { isRearCamera, VideoFitController } from '../shared/video-fit.js';
import type { PrejoinExtras } from '../../features/prejoin/prejoin-extras.js';
import { spinner, spinnerStyles } from '../../parts/spinner.js';
import { joinButton } from './join-button.js';
import { KnownDevices } from './known-devices.js';
import { chosenName, nameField } from './name-field.js';
import { prejoinStyles } from './prejoin-styles.js';

/**
 * The screen before a call: the self-view, the switches of microphone and camera, the choice of
 * devices, the name, and Join. Place it inside `<ffc-room>`, or anywhere with `for`. It is empty in
 * every other state of the room. It explains a blocked or missing device, which does not prevent
 * joining.
 *
 * @tag ffc-prejoin
 * @summary Preview, device choice, name and Join.
 *
 * @fires ffc-join-request
 * @fires ffc-microphone-request
 * @fires ffc-camera-request
 *
 * @slot - More fields, above the Join button.
 *
 * @csspart prejoin-form - The whole form.
 * @csspart preview - The picture, or its replacement.
 * @csspart video - The video of the local camera.
 * @csspart title - The room's title.
 * @csspart greeting - The greeting with the member's name.
 * @csspart who-is-here - The people in the room, if the service tells them.
 * @csspart problem - The problem of a device.
 * @csspart recording-consent - The notice that joining means consent to a recording.
 * @csspart button - The microphone, camera and Join buttons.
 * @csspart level - The bars that follow the voice.
 * @csspart permission-help - The help on how to allow a blocked device.
 * @csspart connection-check - The check of the connection, with its result.
 * @csspart input - The name field, or a choice of devices.
 *
 * @cssproperty --ffc-tile-fit - How the video fills the preview (`object-fit`). Default: `cover`,
 *   and `contain` for a video whose shape differs much from the preview's.
 */
export class FfcPrejoinElement extends FfcPartElement {
  static override styles = [commonStyles, spinnerStyles, prejoinStyles];

  readonly #room = new RoomController(this, {
    watch: (room) => [
      ...controlCells(room),
      registeredControls,
      room.store.displayName,
      room.store.me,
      room.store.roster,
      room.store.participant(localIdentity(room)),
    ],
  });
  readonly #locale = new LocaleController(
    this,
    roomDictionary,
    () => this.#room.room?.options.getSnapshot().messages,
  );
  readonly #playing = new TrackAttachController(this, {
    element: () => this.#video,
    target: () => {
      const session = this.#room.room?.store.session;
      const trackSid = this.#cameraTrack?.sid;
      return session && trackSid ? { session, trackSid } : undefined;
    },
  });
  readonly #fit = new VideoFitController(this, () => this.#video);

  /** The text of the name field; undefined until somebody types into it. */
  #typedName: string | undefined;
  readonly #devices = new KnownDevices(this);
  #extras: PrejoinExtras | undefined;

  protected override willUpdate(): void {
    const { store } = this.#room.room ?? {};
    // The store has the typed name by then, or it was for another room.
    if (store?.phase.getSnapshot().state !== 'prejoin') this.#typedName = undefined;
    else this.#devices.ask(store.session);
  }

  protected override firstUpdated(): void {
    // Loads in the background of the picture. Joining works without it.
    import('../../features/prejoin/prejoin-extras.js').then(
      ({ PrejoinExtras }) => {
        this.#extras = new PrejoinExtras(this, () => this.#preparing);
        this.requestUpdate();
      },
      () => {},
    );
  }

  protected override update(changed: PropertyValues<this>): void {
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    // The focused button may be gone, such as the one to try a device again.
    if (focused?.isConnected === false) this.focus();
  }

  /** Puts the focus on the Join button. */
  override focus(): void {
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('.join')?.focus();
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const room = this.#room.room;
    const phase = room?.store.phase.getSnapshot();
    if (!room || phase?.state !== 'prejoin') return nothing;
    const { messages } = this.#locale;
    const { title, description } = phase.room;
    const { noPrejoin, headingLevel } = room.options.getSnapshot();
    const myName = room.store.me.getSnapshot()?.appUserName?.trim();
    return html`
      <div class="frame">
        <div class="container">
          <form
            class="prejoin ${noPrejoin ? 'bare' : ''}"
            part="prejoin-form"
            @submit=${this.#onSubmit}
          >
            ${noPrejoin ? nothing : this.#renderPreview(room)}
            <div class="details">
              <div class="head">
                <h2 part="title" aria-level=${headingLevel}>
                  <bdi>${title || messages.untitledRoom}</bdi>
                </h2>
                ${myName ? html`<p part="greeting"><bdi>${messages.greeting(myName)}</bdi></p>` : nothing}
                ${description ? html`<p class="description"><bdi>${description}</bdi></p>` : nothing}
                ${this.#extras?.here?.render()}
              </div>
              ${noPrejoin ? nothing : this.#renderChoices(room)}
              <slot></slot>
              ${joinButton(phase.room, messages)}
            </div>
          </form>
        </div>
      </div>
    `;
  }

  #renderPreview(room: RoomHandle): TemplateResult {
    const { messages } = this.#locale;
    const track = this.#cameraTrack;
    const waiting = track !== undefined && !this.#playing.hasPicture;
    const mirrored = !isRearCamera(this.#video);
    return html`
      <div class="preview" part="preview">
        ${
          track
            ? html`<video
                part="video"
                class=${classNames({ mirrored, waiting, contained: this.#fit.isContained })}
                aria-label=${messages.preview}
                .muted=${true}
                autoplay
                playsinline
              ></video>`
            : nothing
        }
        ${!track || waiting ? this.#renderPlaceholder(room) : nothing}
        <div class="toggles">
          ${[microphoneControl, cameraControl].map((control) => this.#renderToggle(control, room))}
        </div>
        ${this.#extras?.renderLevel()}
      </div>
    `;
  }

  #renderPlaceholder(room: RoomHandle): TemplateResult {
    const { camera, microphone } = room.store.controls.getSnapshot();
    const { messages } = this.#locale;
    const starting = camera.pending || camera.enabled;
    const picture = this.#extras?.renderPicture(room);
    return html`
      <div class="placeholder" role="status">
        ${starting ? spinner() : (picture ?? cameraOffIcon)}
        <span>${starting ? messages.previewCameraStarting : messages.previewCameraOff}</span>
        ${
          camera.pending || microphone.pending
            ? html`<span>${messages.permissionWaiting}</span>`
            : nothing
        }
      </div>
    `;
  }

  #renderToggle(control: Control, room: RoomHandle): TemplateResult {
    // A control of the page with the same name replaces it. One without `state` is for calls only.
    const own = findControl(control.name);
    const view = viewControl(own?.state ? own : control, room, this.#locale);
    const { pressed, pending, tone } = view.state;
    return html`
      <button
        type="button"
        class="button toggle ${tone ?? ''}"
        part="button"
        aria-description=${view.hint}
        aria-label=${view.label}
        aria-pressed=${!!pressed}
        aria-busy=${!!pending}
        @click=${() => useControl(this, room, view)}
      >
        ${view.icon}
      </button>
    `;
  }

  #renderChoices(room: RoomHandle): TemplateResult {
    const { messages } = this.#locale;
    const controls = room.store.controls.getSnapshot();
    return html`
      ${this.#extras?.renderErrors(room, messages)}
      ${nameField(room, { messages, typed: this.#typedName, onInput: this.#onName })}
      <details class="devices">
        <summary>${messages.devices}</summary>
        ${deviceSelects({
          messages,
          devices: controls.devices,
          isPending: (kind) => this.#devices.isPending(kind, controls),
          onPick: this.#onPick,
        })}
        ${this.#extras?.renderTests(room)}
      </details>
    `;
  }

  /** The room, while it is in the state `prejoin`. */
  get #preparing(): RoomHandle | undefined {
    const { room } = this.#room;
    return room?.store.phase.getSnapshot().state === 'prejoin' ? room : undefined;
  }

  /** The track of the local camera, while it is on. */
  get #cameraTrack(): TrackSnapshot | undefined {
    const room = this.#room.room;
    return room?.store
      .participant(localIdentity(room))
      .getSnapshot()
      ?.tracks.find(({ source, muted }) => source === 'camera' && !muted);
  }

  get #video(): HTMLVideoElement | null {
    return this.renderRoot.querySelector('video');
  }

  #request(request: FfcEvent): void {
    if (this.#room.room) dispatchRequest(this, this.#room.room, request);
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = this.renderRoot.querySelector<HTMLInputElement>('#name');
    const displayName = chosenName(this.#room.room, field);
    this.#request(new FfcJoinRequestEvent(displayName ? { displayName } : {}));
  };

  readonly #onName = (event: Event): void => {
    this.#typedName = (event.currentTarget as HTMLInputElement).value;
  };

  readonly #onPick = (kind: DeviceKind, deviceId: string): void => {
    // Ignores a failure: the room emits `ffc-error`.
    this.#room.room?.store.switchDevice(kind, deviceId).catch(() => {});
  };
}

function localIdentity({ store }: Pick<RoomHandle, 'store'>): string {
  return store.roster.getSnapshot().localIdentity ?? '';
}

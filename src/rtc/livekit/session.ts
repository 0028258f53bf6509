import { abortedError } from '../../core/errors.js';
import {
  type RemoteTrack,
  type Room,
  RoomEvent,
  supportsAudioOutputSelection,
} from 'livekit-client';
import { Emitter, type SubscribeOptions, type Unsubscribe } from '../../core/emitter.js';
import type {
  DeviceKind,
  RtcConnection,
  RtcConnectOptions,
  RtcDevices,
  RtcParticipant,
  RtcRoomInfo,
  RtcSendOptions,
  RtcSession,
  RtcSessionEvents,
  RtcSessionOptions,
} from '../session.js';
import { loadPart } from '../load.js';
import { Attachments } from './attachments.js';
import { ParticipantsBeforeCall, unknownRoom } from './before-call.js';
import { Call } from './call.js';
import { createDeviceCapture } from './capture.js';
import { Devices } from './devices.js';
import { deviceError, deviceOfKind, stateError, unsupportedDevice } from './errors.js';
import type * as InCallModule from './in-call.js';
import { LocalMedia } from './local-media.js';
import type { ParticipantTracker } from './participant-tracker.js';
import { createRoom, listen } from './room.js';

export type Emit = <K extends keyof RtcSessionEvents>(type: K, event: RtcSessionEvents[K]) => void;

/** Loads the code that a session needs to connect. Each session also loads it by itself. */
export function loadInCall(): Promise<typeof InCallModule> {
  return loadPart(() => import('./in-call.js'));
}

/**
 * An {@link RtcSession} over one LiveKit room. It composes the managers, and holds no state. The
 * code that only a call needs loads after the preview's; `connect()` waits for it.
 */
export class LiveKitSession implements RtcSession {
  readonly #emitter = new Emitter<RtcSessionEvents>();
  readonly #life = new AbortController();
  readonly #room: Room;
  readonly #call: Call;
  readonly #local: LocalMedia;
  readonly #devices: Devices;
  readonly #attachments: Attachments;
  readonly #beforeCall: ParticipantsBeforeCall;
  readonly #options: RtcSessionOptions;
  #inCall: InCallModule.InCall | undefined;

  constructor(options: RtcSessionOptions) {
    const { signal } = this.#life;
    this.#options = options;
    const room = (this.#room = createRoom(options, signal));
    this.#call = new Call({
      room,
      load: () => this.#loadInCall(),
      onChange: (now, before) => this.#onCall(now, before),
    });
    this.#local = this.#createLocalMedia(options);
    this.#attachments = new Attachments((sid) => this.#local.find(sid) ?? this.#findRemote(sid));
    this.#beforeCall = new ParticipantsBeforeCall(() => this.#local.tracks(), this.#emit);
    this.#devices = new Devices({
      media: navigator.mediaDevices,
      canChooseSpeaker: supportsAudioOutputSelection(),
      active: (kind) => this.#activeDevice(kind),
      onChange: (devices) => this.#emit('devices-change', devices),
      signal,
    });
    listen(room, RoomEvent.ActiveDeviceChanged, () => this.#devices.update(), signal);
    listen(
      room,
      RoomEvent.AudioPlaybackStatusChanged,
      (canPlayAudio) => this.#emit('playback-change', { canPlayAudio }),
      signal,
    );
    // `connect()` retries a load that failed.
    this.#loadInCall().catch(() => {});
  }

  get liveRoom(): Room {
    return this.#room;
  }

  get connection(): RtcConnection {
    return this.#call.connection;
  }

  get canPlayAudio(): boolean {
    return this.#room.canPlaybackAudio;
  }

  get devices(): RtcDevices {
    return this.#devices.snapshot;
  }

  get roomInfo(): RtcRoomInfo {
    return this.#inCall?.roomInfo ?? unknownRoom;
  }

  on<K extends keyof RtcSessionEvents>(
    type: K,
    handler: (event: RtcSessionEvents[K]) => void,
    options?: SubscribeOptions,
  ): Unsubscribe {
    return this.#emitter.on(type, handler, options);
  }

  participants(): readonly RtcParticipant[] {
    return this.#participants.list();
  }

  async connect(options: RtcConnectOptions): Promise<void> {
    this.#checkAlive('connect');
    await this.#call.connect(options);
  }

  async disconnect(): Promise<void> {
    await this.#call.disconnect();
    this.#local.release();
  }

  async dispose(): Promise<void> {
    this.#life.abort();
    this.#attachments.clear();
    // Release the devices first, because closing the connection takes a moment.
    this.#local.release();
    await this.#call.disconnect();
  }

  async setMicrophoneEnabled(on: boolean): Promise<void> {
    this.#checkAlive();
    await this.#local.setEnabled('microphone', on);
  }

  async setCameraEnabled(on: boolean): Promise<void> {
    this.#checkAlive();
    await this.#local.setEnabled('camera', on);
  }

  async setScreenShareEnabled(on: boolean, isPaused?: boolean): Promise<void> {
    this.#checkAlive();
    if (on && !this.#call.isOpen) {
      throw stateError('session', 'There is no call.');
    }
    await this.#local.setScreenShareEnabled(on, isPaused);
  }

  async switchDevice(kind: DeviceKind, deviceId: string): Promise<void> {
    this.#checkAlive();
    if (kind === 'audioinput') return this.#local.switchDevice('microphone', deviceId);
    if (kind === 'videoinput') return this.#local.switchDevice('camera', deviceId);
    if (!supportsAudioOutputSelection()) throw unsupportedDevice('speaker');
    try {
      await this.#room.switchActiveDevice(kind, deviceId);
    } catch (thrown) {
      throw deviceError(thrown, deviceOfKind[kind]);
    }
  }

  async refreshDevices(): Promise<void> {
    await this.#devices.refresh();
  }

  async setSubscribed(trackSid: string, on: boolean): Promise<void> {
    this.#checkAlive();
    (await this.#loadInCall()).participants.setSubscribed(trackSid, on);
  }

  async startAudio(): Promise<void> {
    // LiveKit would open an audio context that only the end of a call closes.
    if (!this.#call.isOpen) return;
    try {
      await this.#room.startAudio();
    } catch (thrown) {
      throw deviceError(thrown, 'speaker');
    }
  }

  async sendData(data: Uint8Array, options: RtcSendOptions): Promise<void> {
    this.#checkAlive();
    await (await this.#loadInCall()).send(data, options);
  }

  async sendText(text: string, options: RtcSendOptions): Promise<void> {
    await this.sendData(new TextEncoder().encode(text), options);
  }

  attach(trackSid: string, element: HTMLMediaElement): () => void {
    return this.#life.signal.aborted ? () => {} : this.#attachments.attach(trackSid, element);
  }

  readonly mediaTrack = (trackSid: string): MediaStreamTrack | undefined =>
    (this.#local.find(trackSid) ?? this.#findRemote(trackSid))?.mediaStreamTrack;

  readonly prepare = (url: string): void => void this.#room.prepareConnection(url).catch(() => {});

  get #participants(): Pick<ParticipantTracker, 'list' | 'syncLocal'> {
    return this.#inCall?.participants ?? this.#beforeCall;
  }

  async #loadInCall(): Promise<InCallModule.InCall> {
    const { InCall } = await loadInCall();
    const { signal } = this.#life;
    if (signal.aborted) throw abortedError('connect');
    return (this.#inCall ??= new InCall({
      room: this.#room,
      call: this.#call,
      signal,
      emit: this.#emit,
      options: this.#options,
      local: this.#beforeCall.list()[0],
      localTracks: () => this.#local.tracks(),
      onMedia: (trackSid) => this.#attachments.refresh(trackSid),
    }));
  }

  #createLocalMedia({ cameraId, microphoneId }: RtcSessionOptions): LocalMedia {
    const { localParticipant } = this.#room;
    const local: LocalMedia = new LocalMedia({
      capture: {
        device: createDeviceCapture(localParticipant),
        screen: async () => (await this.#loadInCall()).captureScreen(),
      },
      devices: { camera: cameraId, microphone: microphoneId },
      canPublish: () => this.#call.isOpen,
      isRestarting: () => this.#call.isRestarting,
      publish: async (track) => (await this.#loadInCall()).publish(track),
      unpublish: (track) => localParticipant.unpublishTrack(track),
      onChange: () => {
        this.#participants.syncLocal();
        this.#attachments.refresh();
        this.#devices.update();
      },
      onOpened: () => void this.#devices.refresh(),
      onFailed: (error, track) => {
        const [participant] = this.#participants.list();
        if (participant) this.#emit('track-failed', { participant, track, error });
      },
    });
    const { signal } = this.#life;
    listen(this.#room, RoomEvent.LocalTrackPublished, (pub) => local.handlePublished(pub), signal);
    listen(
      this.#room,
      RoomEvent.LocalTrackUnpublished,
      (publication) => local.handleUnpublished(publication),
      signal,
    );
    return local;
  }

  #onCall(connection: RtcConnection, previous: RtcConnection): void {
    const isNew = previous.state === 'connecting';
    if (connection.state === 'connected' && isNew) this.#inCall?.enter();
    if (connection.state === 'disconnected') {
      this.#local.release();
      this.#inCall?.leave();
      this.#attachments.refresh();
    }
    this.#emit('connection-change', connection);
    if (connection.state === 'disconnected') this.#inCall?.forgetRoom();
    if (connection.state !== 'connected') return;
    if (isNew) this.#inCall?.announce();
    else this.#inCall?.reconcile();
    this.#local.publishAll();
  }

  readonly #emit: Emit = (type, event) => {
    if (!this.#life.signal.aborted) this.#emitter.emit(type, event);
  };

  #activeDevice(kind: DeviceKind): string | undefined {
    if (kind === 'audiooutput') return this.#room.getActiveDevice(kind);
    return this.#local.deviceId(kind === 'audioinput' ? 'microphone' : 'camera');
  }

  #findRemote(trackSid: string): RemoteTrack | undefined {
    for (const { trackPublications } of this.#room.remoteParticipants.values()) {
      const track = trackPublications.get(trackSid)?.track;
      if (track) return track;
    }
    return undefined;
  }

  #checkAlive(stage: 'connect' | 'session' = 'session'): void {
    if (this.#life.signal.aborted) throw stateError(stage, 'The session is over.');
  }
}

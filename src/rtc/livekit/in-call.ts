import { type LocalTrack, type Room, RoomEvent, Track } from 'livekit-client';
import { loadPart } from '../load.js';
import type {
  RtcConnectOptions,
  RtcParticipant,
  RtcRoomInfo,
  RtcSendOptions,
  RtcSessionOptions,
  TrackSnapshot,
} from '../session.js';
import type { RtcCheckOptions } from '../check.js';
import type { Call } from './call.js';
import { disconnectReason } from './call-errors.js';
import type * as Later from './messages.js';
import type { MediaWatch } from './media-watch.js';
import type { Messages } from './messages.js';
import { ParticipantTracker } from './participant-tracker.js';
import { listen } from './room.js';
import { RoomInfo } from './room-info.js';
import { captureScreen } from './screen-capture.js';
import type { Emit } from './session.js';

export interface InCallOptions {
  readonly room: Room;
  readonly call: Call;
  readonly signal: AbortSignal;
  readonly emit: Emit;
  readonly options: RtcSessionOptions;
  /** The local participant's snapshot from before the code of a call loaded. */
  readonly local: RtcParticipant;
  readonly localTracks: () => readonly TrackSnapshot[];
  /** The media of this publication arrived or ended. */
  readonly onMedia: (trackSid: string) => void;
}

/** The topic of LiveKit's own transcriptions. */
const transcriptionTopic = 'lk.transcription';

/** The most messages that are kept until the code that reads them has loaded. */
const maxWaiting = 100;

/** Checks the stages of a connection, without a session. */
export async function checkConnection(options: RtcCheckOptions): Promise<void> {
  const code = await loadPart(() => import('./media-care.js'));
  await code.checkConnection(options);
}

/** The part of a session that starts with connecting. Its code loads after the preview's. */
export class InCall {
  readonly participants: ParticipantTracker;
  readonly #room: Room;
  readonly #call: Call;
  readonly #signal: AbortSignal;
  readonly #emit: Emit;
  readonly #roomInfo: RoomInfo;
  readonly #options: RtcSessionOptions;
  #watch: MediaWatch | undefined;
  #messages: Messages | undefined;
  #waiting: ((messages: Messages) => void)[] = [];

  constructor(options: InCallOptions) {
    const { room, call, signal, emit, local, localTracks, onMedia } = options;
    this.#options = options.options;
    this.#room = room;
    this.#call = call;
    this.#signal = signal;
    this.#emit = emit;
    this.participants = new ParticipantTracker({
      room,
      signal,
      emit,
      local,
      localTracks,
      isRestarting: () => call.isRestarting,
      isStalled: (trackSid) => this.#watch?.isStalled(trackSid) ?? false,
      onMedia,
    });
    this.#roomInfo = new RoomInfo(room, signal, (info) => emit('room-change', info));
    signal.addEventListener('abort', () => this.#watch?.stop());
    void this.#loadWatch();
    this.#followMessages();
    followConnection(room, call, signal);
  }

  get roomInfo(): RtcRoomInfo {
    return this.#roomInfo.snapshot;
  }

  /** Connects the room; rejects with an `FfcError` that holds no token. */
  async connect(options: RtcConnectOptions): Promise<void> {
    const { url, token, autoSubscribe = true, connectOptions } = options;
    try {
      // Without this call LiveKit prepares the encryption but does not use it.
      if (this.#room.options.encryption) await this.#room.setE2EEEnabled(true);
      await this.#room.connect(url, token, { ...connectOptions, autoSubscribe });
    } catch (thrown) {
      const { connectError } = await loadLater();
      throw connectError(thrown, token);
    }
  }

  /** After connecting: adds everybody in the room, and emits nothing yet. */
  enter(): void {
    this.participants.enter();
    if (this.#watch) this.#watch.start();
    else void this.#loadWatch();
  }

  /** Emits the room's facts, and the participants that {@link enter} added. */
  announce(): void {
    this.#roomInfo.enter();
    this.participants.announce();
  }

  /** After a reconnect: emits what changed meanwhile. */
  reconcile(): void {
    this.#roomInfo.enter();
    this.participants.reconcileAll();
  }

  /** After a disconnect: removes the remote participants and stops the watch. */
  leave(): void {
    this.#watch?.stop();
    this.participants.clear();
  }

  /** Resets the facts about the room, and emits the change. */
  forgetRoom(): void {
    this.#roomInfo.clear();
  }

  /** Publishes a track: the microphone through the page's processor, where there is one. */
  async publish(track: LocalTrack): Promise<void> {
    const { localParticipant } = this.#room;
    const { audioProcessor } = this.#options;
    if (audioProcessor && track.source === Track.Source.Microphone) {
      const code = await loadPart(() => import('./media-care.js'));
      await code.publishProcessed(localParticipant, track, audioProcessor);
    } else await localParticipant.publishTrack(track);
  }

  /** The video track, and the audio track where there is one; empty when the picker was closed. */
  captureScreen(): Promise<readonly LocalTrack[]> {
    return captureScreen(this.#room.localParticipant);
  }

  async send(data: Uint8Array, options: RtcSendOptions): Promise<void> {
    const messages = this.#messages ?? (await this.#loadMessages());
    await messages.send(data, options);
  }

  /** Queues received messages until the code that reads them has loaded. */
  #followMessages(): void {
    const room = this.#room;
    const signal = this.#signal;
    const read = (work: (messages: Messages) => void): void => {
      if (this.#messages) work(this.#messages);
      else if (this.#waiting.length < maxWaiting) this.#waiting.push(work);
    };
    listen(
      room,
      RoomEvent.DataReceived,
      (data, sender, _kind, topic) => read((to) => to.receive(sender?.identity, topic, data)),
      signal,
    );
    listen(
      room,
      RoomEvent.TranscriptionReceived,
      (segments, speaker) => read((to) => to.transcribe(speaker?.identity, segments)),
      signal,
    );
    room.registerTextStreamHandler(transcriptionTopic, (reader, { identity }) =>
      read((to) => void to.readStream(identity, reader)),
    );
    signal.addEventListener('abort', () => room.unregisterTextStreamHandler(transcriptionTopic));
    // `send()` retries a load that failed.
    this.#loadMessages().catch(() => {});
  }

  async #loadMessages(): Promise<Messages> {
    const { Messages } = await loadLater();
    const messages = (this.#messages ??= new Messages({
      room: this.#room,
      emit: this.#emit,
      isOpen: () => this.#call.isOpen,
    }));
    for (const work of this.#waiting.splice(0)) work(messages);
    return messages;
  }

  /** Loads the watch of the media in the background. `enter()` retries a load that failed. */
  async #loadWatch(): Promise<void> {
    const code = await import('./media-care.js').catch(() => undefined);
    if (!code || this.#watch || this.#signal.aborted) return;
    code.takeCare({
      room: this.#room,
      signal: this.#signal,
      dataSaver: this.#options.dataSaver,
      emit: this.#emit,
      participants: () => this.participants.list(),
    });
    const videos = new code.MovingVideos(this.#room);
    this.#watch = new code.MediaWatch({
      videos: () => videos.list(),
      isTransportDown: () => code.isTransportDown(this.#room),
      onStall: (trackSids) => this.participants.syncTracks(trackSids),
      onTransport: (isDown) => this.#call.setMediaDown(isDown),
    });
    if (this.#call.isOpen) this.#watch.start();
  }
}

/** Loads the code for messages and for errors of connecting. */
function loadLater(): Promise<typeof Later> {
  return loadPart(() => import('./messages.js'));
}

/** Reports LiveKit's connection events to the call. */
function followConnection(room: Room, call: Call, signal: AbortSignal): void {
  const onConnected = (): void => call.report({ state: 'connected' });
  listen(room, RoomEvent.Connected, onConnected, signal);
  listen(room, RoomEvent.Reconnected, onConnected, signal);
  listen(
    room,
    RoomEvent.SignalReconnecting,
    () => {
      // After a full reconnect that failed, LiveKit retries with signalling, while the media are
      // still down.
      if (!call.isRestarting) call.report({ state: 'reconnecting', kind: 'signal' });
    },
    signal,
  );
  listen(
    room,
    RoomEvent.Reconnecting,
    () => call.report({ state: 'reconnecting', kind: 'full' }),
    signal,
  );
  listen(
    room,
    RoomEvent.Disconnected,
    (reason) => {
      // Before the connection is open, `connect()` itself rejects.
      if (!call.isOpen) return;
      call.report({ state: 'disconnected', reason: disconnectReason(reason) });
    },
    signal,
  );
}

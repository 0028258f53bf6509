import { type Room, RoomEvent } from 'livekit-client';
import { loadPart } from '../load.js';
import type {
  RtcConnectOptions,
  RtcParticipant,
  RtcRoomInfo,
  RtcSendOptions,
  TrackSnapshot,
} from '../session.js';
import type { RtcCheckOptions } from '../check.js';
import type { Call } from './call.js';
import { disconnectReason } from './call-errors.js';
import type * as Later from './in-call-later.js';
import type { MediaWatch } from './media-watch.js';
import type { Messages } from './messages.js';
import { ParticipantTracker } from './participant-tracker.js';
import { listen } from './room.js';
import { RoomInfo } from './room-info.js';
import type { Emit } from './session.js';

export interface InCallOptions {
  readonly room: Room;
  readonly call: Call;
  readonly signal: AbortSignal;
  readonly emit: Emit;
  readonly dataSaver: boolean;
  /** The local participant as it was known before. */
  readonly local: RtcParticipant;
  readonly localTracks: () => readonly TrackSnapshot[];
  /** The media of this publication arrived or ended. */
  readonly onMedia: (trackSid: string) => void;
}

/** The topic of LiveKit's own transcriptions. */
const transcriptionTopic = 'lk.transcription';

/** How many messages wait for the code that reads them. */
const maxWaiting = 100;

/** Tries the stages of a connection, without a session. */
export async function checkConnection(options: RtcCheckOptions): Promise<void> {
  const code = await loadPart(() => import('./media-care.js'));
  await code.checkConnection(options);
}

/** What a session needs from connecting on: its code loads behind the preview. */
export class InCall {
  readonly participants: ParticipantTracker;
  readonly #room: Room;
  readonly #call: Call;
  readonly #signal: AbortSignal;
  readonly #emit: Emit;
  readonly #roomInfo: RoomInfo;
  readonly #onOverload: () => void;
  readonly #dataSaver: boolean;
  #watch: MediaWatch | undefined;
  #messages: Messages | undefined;
  #waiting: ((messages: Messages) => void)[] = [];

  constructor(options: InCallOptions) {
    const { room, call, signal, emit, local, localTracks, onMedia } = options;
    this.#dataSaver = options.dataSaver;
    this.#onOverload = () => emit('overload', {});
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
      // Else LiveKit prepares the encryption, and does not use it.
      if (this.#room.options.encryption) await this.#room.setE2EEEnabled(true);
      await this.#room.connect(url, token, { ...connectOptions, autoSubscribe });
    } catch (thrown) {
      const { connectError } = await loadLater();
      throw connectError(thrown, token);
    }
  }

  /** Connected: takes in who is there, and emits nothing yet. */
  enter(): void {
    this.participants.enter();
    if (this.#watch) this.#watch.start();
    else void this.#loadWatch();
  }

  /** Emits what {@link enter} found. */
  announce(): void {
    this.#roomInfo.enter();
    this.participants.announce();
  }

  /** Connected again: emits what happened meanwhile. */
  reconcile(): void {
    this.#roomInfo.enter();
    this.participants.reconcileAll();
  }

  /** Disconnected: nobody is there any more. */
  leave(): void {
    this.#watch?.stop();
    this.participants.clear();
  }

  /** Emits that nothing is known of the room any more. */
  forgetRoom(): void {
    this.#roomInfo.clear();
  }

  async send(data: Uint8Array, options: RtcSendOptions): Promise<void> {
    const messages = this.#messages ?? (await this.#loadMessages());
    await messages.send(data, options);
  }

  /** What comes before the code that reads it waits for that. */
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
    // A message that is sent tries again.
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

  /** Nobody waits for what watches the media: where it cannot be had, the next call tries again. */
  async #loadWatch(): Promise<void> {
    const code = await import('./media-care.js').catch(() => undefined);
    if (!code || this.#watch || this.#signal.aborted) return;
    code.takeCare({
      room: this.#room,
      signal: this.#signal,
      dataSaver: this.#dataSaver,
      onOverload: this.#onOverload,
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

/** Loads what is sent and received, and why a call could not connect. */
function loadLater(): Promise<typeof Later> {
  return loadPart(() => import('./in-call-later.js'));
}

/** Tells the call what LiveKit says of its connection. */
function followConnection(room: Room, call: Call, signal: AbortSignal): void {
  const onConnected = (): void => call.report({ state: 'connected' });
  listen(room, RoomEvent.Connected, onConnected, signal);
  listen(room, RoomEvent.Reconnected, onConnected, signal);
  listen(
    room,
    RoomEvent.SignalReconnecting,
    () => {
      // After a full reconnect that failed LiveKit begins with signalling again; the media
      // have stopped all the same.
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
      // The promise of connect() says how an attempt ends.
      if (!call.isOpen) return;
      call.report({ state: 'disconnected', reason: disconnectReason(reason) });
    },
    signal,
  );
}

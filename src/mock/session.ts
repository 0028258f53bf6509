import type { SubscribeOptions, Unsubscribe } from '../core/emitter.js';
import { FfcError, type FfcErrorReason, type FfcErrorStage } from '../core/errors.js';
import type {
  DeviceKind,
  DisconnectReason,
  RtcConnection,
  RtcConnectOptions,
  RtcDevices,
  RtcParticipant,
  RtcRoomInfo,
  RtcSendOptions,
  RtcSessionEvents,
  TrackSource,
} from '../rtc/session.js';
import { ScriptedParticipants, playScript } from './script.js';
import { mockDevices, withoutLabels } from './devices.js';
import { Faults } from './faults.js';
import { MockMedia } from './media.js';
import { ScriptedRoom } from './scripted-room.js';
import { admit } from './tokens.js';
import type {
  MockLocal,
  MockPlayOptions,
  MockSession,
  MockSessionMethod,
  MockSessionOptions,
  MockStep,
} from './types.js';

/**
 * Makes a scripted {@link MockSession}: no server, no network, no devices, no randomness. Give it
 * to a room store by `createSession: () => Promise.resolve(session)`, or use
 * `createMockServices()`.
 */
export function createMockSession(options: MockSessionOptions = {}): MockSession {
  return new ScriptedSession(options);
}

class ScriptedSession extends ScriptedParticipants implements MockSession {
  readonly liveRoom = undefined;
  protected override readonly room = new ScriptedRoom((trackSids) => this.#media.sync(trackSids));
  #me: MockLocal;
  readonly #faults: Faults<MockSessionMethod>;
  readonly #media = new MockMedia((sid) => this.room.playable(sid, this.#me.identity));
  #connection: RtcConnection = Object.freeze({ state: 'new' });
  #canPlayAudio = true;
  #devices: RtcDevices;
  /** The last requested state of each source. */
  readonly #wanted = new Map<TrackSource, boolean>();
  #permitted = false;
  #disposed = false;
  /** Aborted at the end of each connection, for its calls and its preview's. Scripts go on. */
  #stay = new AbortController();
  readonly #life = new AbortController();

  constructor({ local, participants = [], latency, devices = mockDevices }: MockSessionOptions) {
    super();
    this.#me = local ?? { identity: 'me', name: 'Me' };
    this.#faults = new Faults('session', latency);
    this.#devices = devices;
    for (const participant of participants) this.room.add(participant);
  }

  get connection(): RtcConnection {
    return this.#connection;
  }

  get canPlayAudio(): boolean {
    return this.#canPlayAudio;
  }

  get devices(): RtcDevices {
    return this.#permitted ? this.#devices : withoutLabels(this.#devices);
  }

  get roomInfo(): RtcRoomInfo {
    return this.room.messages.roomInfo;
  }

  get listeners(): number {
    return this.room.events.size;
  }

  get attachments(): number {
    return this.#media.size;
  }

  on<K extends keyof RtcSessionEvents>(
    type: K,
    handler: (event: RtcSessionEvents[K]) => void,
    options?: SubscribeOptions,
  ): Unsubscribe {
    return this.room.events.on(type, handler, options);
  }

  participants(): readonly RtcParticipant[] {
    return this.room.participants();
  }

  async connect({ autoSubscribe = true, token, signal }: RtcConnectOptions): Promise<void> {
    if (this.#disposed || !['new', 'disconnected'].includes(this.#connection.state)) {
      throw wrong('invalid-state', 'connect', 'connect() needs a session without a connection.');
    }
    const before = this.#connection;
    this.#setConnection({ state: 'connecting' });
    const stay = this.#stay.signal;
    try {
      await this.#faults.pass('connect', signal ? AbortSignal.any([signal, stay]) : stay, () => {
        this.room.enter(admit(this.#me, token), { autoSubscribe });
        this.#setConnection({ state: 'connected' });
        this.room.announce();
      });
    } catch (error) {
      if (!stay.aborted) this.#setConnection(before);
      throw error;
    }
  }

  async disconnect(): Promise<void> {
    this.#endCall('client');
    return Promise.resolve();
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    this.#endCall('client');
    this.#life.abort();
    this.#media.clear();
    return Promise.resolve();
  }

  async setMicrophoneEnabled(on: boolean): Promise<void> {
    return this.#switch('setMicrophoneEnabled', 'microphone', on);
  }

  async setCameraEnabled(on: boolean): Promise<void> {
    return this.#switch('setCameraEnabled', 'camera', on);
  }

  async setScreenShareEnabled(on: boolean, isPaused = false): Promise<void> {
    if (!this.room.live) {
      throw wrong('invalid-state', 'session', 'A screen can be shared only in a call.');
    }
    const { identity, tracks } = this.room.local;
    const isShared = tracks.some(({ source }) => source === 'screen_share');
    if (on && isPaused && !isShared) return;
    await this.#switch('setScreenShareEnabled', 'screen_share', on);
    if (on) this.room.setMuted(identity, 'screen_share', isPaused);
  }

  async switchDevice(kind: DeviceKind, deviceId: string): Promise<void> {
    await this.#faults.pass('switchDevice', this.#stay.signal, () => {
      if (!this.#devices[kind].some(({ id }) => id === deviceId)) {
        throw wrong('device-not-found', 'device', `There is no ${kind} with that id.`);
      }
      const active = { ...this.#devices.active, [kind]: deviceId };
      this.setDevices({ ...this.#devices, active });
    });
  }

  async refreshDevices(): Promise<void> {
    return Promise.resolve();
  }

  async setSubscribed(trackSid: string, on: boolean): Promise<void> {
    await this.#faults.pass('setSubscribed', this.#stay.signal, () => {
      if (this.room.setSubscribed(trackSid, on)) return;
      throw wrong('subscribe-failed', 'session', 'There is no remote publication with that id.');
    });
  }

  async startAudio(): Promise<void> {
    await this.#faults.pass('startAudio', this.#stay.signal, () => this.#setCanPlayAudio(true));
  }

  async sendData(data: Uint8Array, options: RtcSendOptions): Promise<void> {
    if (!this.room.live) {
      throw wrong('invalid-state', 'session', 'Messages can be sent only in a call.');
    }
    await this.#faults.pass('sendData', this.#stay.signal, () => {
      if (this.room.local.permissions?.canPublishData === false) {
        throw wrong('publish-forbidden', 'session', 'The script does not let you send messages.');
      }
      this.room.messages.send(data, options);
    });
  }

  async sendText(text: string, options: RtcSendOptions): Promise<void> {
    await this.sendData(new TextEncoder().encode(text), options);
  }

  attach(trackSid: string, element: HTMLMediaElement): () => void {
    return this.#disposed ? () => {} : this.#media.attach(trackSid, element);
  }

  mediaTrack(trackSid: string): MediaStreamTrack | undefined {
    return this.#media.voiceTrack(trackSid);
  }

  setVoice(volume: number): void {
    this.#media.setVoice(volume);
  }

  setLocal(local: MockLocal): void {
    this.#me = local;
  }

  reconnect(kind: 'signal' | 'full'): void {
    if (this.room.live) this.#setConnection({ state: 'reconnecting', kind });
  }

  restore(): void {
    if (this.#connection.state === 'reconnecting') this.#setConnection({ state: 'connected' });
  }

  end(reason: Exclude<DisconnectReason, 'client'>): void {
    this.#endCall(reason);
  }

  blockAudio(): void {
    this.#setCanPlayAudio(false);
  }

  setDevices(devices: RtcDevices): void {
    this.#devices = Object.freeze({ ...devices, active: Object.freeze({ ...devices.active }) });
    this.room.events.emit('devices-change', this.devices);
  }

  failNext(method: MockSessionMethod, error: FfcError): void {
    this.#faults.failNext(method, error);
  }

  hold(method: MockSessionMethod): () => void {
    return this.#faults.hold(method);
  }

  async play(steps: readonly MockStep[], options: MockPlayOptions = {}): Promise<void> {
    return playScript(this, steps, { ...options, life: this.#life.signal });
  }

  async #switch(method: MockSessionMethod, source: TrackSource, on: boolean): Promise<void> {
    if (this.#disposed) throw wrong('invalid-state', 'session', 'The session is over.');
    this.#wanted.set(source, on);
    await this.#faults.pass(method, this.#stay.signal, () => {
      // The person turned it off before the browser's prompt was answered: publish nothing.
      if (on && this.room.live && !this.#wanted.get(source)) return;
      this.#setSource(source, on);
    });
  }

  #setSource(source: TrackSource, on: boolean): void {
    const { identity, tracks } = this.room.local;
    if (on && !this.#permitted && source !== 'screen_share') {
      this.#permitted = true;
      this.room.events.emit('devices-change', this.devices);
    }
    if (on && !tracks.some((track) => track.source === source)) {
      this.room.publish(identity, source);
    } else if (source !== 'screen_share') this.room.setMuted(identity, source, !on);
    else if (!on) this.room.unpublish(identity, source);
  }

  #endCall(reason: DisconnectReason): void {
    this.#stay.abort();
    this.#stay = new AbortController();
    this.room.exit();
    if (this.#connection.state === 'disconnected' || this.#connection.state === 'new') return;
    this.#setConnection({ state: 'disconnected', reason });
  }

  #setConnection(connection: RtcConnection): void {
    this.#connection = Object.freeze(connection);
    this.room.events.emit('connection-change', this.#connection);
    this.room.messages.setInside(this.room.live);
  }

  #setCanPlayAudio(canPlayAudio: boolean): void {
    if (this.#canPlayAudio === canPlayAudio) return;
    this.#canPlayAudio = canPlayAudio;
    this.room.events.emit('playback-change', { canPlayAudio });
  }
}

function wrong(reason: FfcErrorReason, stage: FfcErrorStage, message: string): FfcError {
  return new FfcError({ reason, stage, message });
}

import { FfcError, type RtcConnectOptions } from '../../src/headless.js';
import { createMockSession, type MockSession } from '../../src/mock/index.js';
import type { Media, MediaAccess, MediaEvent, RecordingInMedia } from '../service/media.js';

/** A person, as a media server shows them to the others. */
export interface Person {
  readonly identity: string;
  readonly name: string;
  /** JSON text. */
  readonly metadata?: string;
}

/** A person in a call. One who was added by {@link InPageMedia.join} alone has no session. */
interface Participant extends Person {
  readonly sid: string;
  readonly session?: MockSession;
}

interface Call {
  readonly sid: string;
  readonly participants: Map<string, Participant>;
  /** Whether the participants see the call as recorded. */
  isRecording: boolean;
}

/**
 * A media server without media. It knows who is in which call, and gives scripted sessions to those
 * who join. People in the same call see each other. It notifies the service by webhook, as a real
 * one does, in the order of the events.
 */
export class InPageMedia implements Media {
  readonly #post: (body: string) => Promise<unknown>;
  readonly #grants = new Map<string, MediaAccess>();
  /** By the uuid of the room. */
  readonly #calls = new Map<string, Call>();
  /** Events that have been posted and not been read yet. The key is the body of the webhook. */
  readonly #untold = new Map<string, MediaEvent>();
  #told: Promise<unknown> = Promise.resolve();
  #lastSid = 0;

  /** `post` brings the body of a webhook to the service. */
  constructor(post: (body: string) => Promise<unknown>) {
    this.#post = post;
  }

  grant(access: MediaAccess): Promise<{ url: string; token: string }> {
    const token = crypto.randomUUID();
    this.#grants.set(token, access);
    return Promise.resolve({ url: `wss://${access.hostname}`, token });
  }

  closeRoom(room: string): Promise<void> {
    const participants = [...(this.#calls.get(room)?.participants.keys() ?? [])];
    for (const identity of participants) void this.leave(room, identity, 'room-ended');
    return Promise.resolve();
  }

  removeParticipant(room: string, identity: string): Promise<void> {
    return this.leave(room, identity, 'removed');
  }

  record(room: string): Promise<RecordingInMedia> {
    const show = (isRecording: boolean): void => {
      const call = this.#calls.get(room);
      if (!call) return;
      call.isRecording = isRecording;
      for (const { session } of call.participants.values()) session?.setRoomInfo({ isRecording });
    };
    show(true);
    return Promise.resolve({ tellsItsEnd: false, stop: () => Promise.resolve(show(false)) });
  }

  readWebhook(body: string): Promise<MediaEvent> {
    const event = this.#untold.get(body);
    // Only this object knows the keys, so a known key serves as the signature.
    if (!event) return Promise.reject(new Error('This webhook was not posted here.'));
    this.#untold.delete(body);
    return Promise.resolve(event);
  }

  /** Makes a session for this person. The token decides which call the session joins. */
  createSession({ identity, name }: Person): MockSession {
    const session = createMockSession({ local: { identity, name } });
    const connect = session.connect.bind(session);
    let room = '';
    session.on('connection-change', ({ state }) => {
      const mine = this.#calls.get(room)?.participants.get(identity)?.session === session;
      if (state === 'disconnected' && mine) void this.leave(room, identity);
    });
    return Object.assign(session, {
      connect: async (options: RtcConnectOptions): Promise<void> => {
        const access = this.#grants.get(options.token);
        if (!access) throw tokenRejected();
        room = access.room;
        session.setLocal(access);
        for (const before of session.script()) session.removeParticipant(before.identity);
        this.#introduce(room, session, identity);
        await connect(options);
        if (session.connection.state === 'connected') await this.join(room, access, session);
      },
    });
  }

  /**
   * Adds a person to the call of a room. A participant who already has this identity there is
   * removed. Resolves when the service has been notified.
   */
  join(
    room: string,
    { identity, name, metadata = '{}' }: Person,
    session?: MockSession,
  ): Promise<void> {
    void this.leave(room, identity, 'duplicate-identity');
    const call: Call = this.#calls.get(room) ?? {
      sid: this.#nextSid('RM'),
      participants: new Map(),
      isRecording: false,
    };
    this.#calls.set(room, call);
    session?.setRoomInfo({ isRecording: call.isRecording });
    // Others may have joined while the session connected.
    if (session) this.#introduce(room, session, identity);
    const sid = this.#nextSid('PA');
    const newcomer = { identity, name, metadata, sid, ...(session && { session }) };
    for (const other of call.participants.values()) other.session?.addParticipant(newcomer);
    call.participants.set(identity, newcomer);
    const type = 'participant-joined';
    return this.#notify({ type, room, session: call.sid, participant: sid, identity });
  }

  /**
   * Removes a participant, if they are in the call. Their session ends, with the given reason.
   * Resolves when the service has been notified.
   */
  async leave(
    room: string,
    identity: string,
    reason: Parameters<MockSession['end']>[0] = 'removed',
  ): Promise<void> {
    const call = this.#calls.get(room);
    const leaver = call?.participants.get(identity);
    if (!call || !leaver) return;
    call.participants.delete(identity);
    if (call.participants.size === 0) this.#calls.delete(room);
    for (const other of call.participants.values()) other.session?.removeParticipant(identity);
    leaver.session?.end(reason);
    const session = call.sid;
    const type = 'participant-left';
    void this.#notify({ type, room, session, participant: leaver.sid, identity });
    if (call.participants.size === 0) void this.#notify({ type: 'room-finished', room, session });
    await this.#told;
  }

  /** Ends all calls, as when a media server stops. */
  stop(): void {
    for (const { participants } of this.#calls.values()) {
      for (const { session } of participants.values()) session?.end('connection-lost');
    }
  }

  /** Adds the other participants of the call to a session. */
  #introduce(room: string, session: MockSession, identity: string): void {
    const known = new Set([identity, ...session.script().map((person) => person.identity)]);
    for (const other of this.#calls.get(room)?.participants.values() ?? []) {
      if (!known.has(other.identity)) session.addParticipant(other);
    }
  }

  async #notify(event: MediaEvent): Promise<void> {
    const body = crypto.randomUUID();
    this.#untold.set(body, event);
    await (this.#told = this.#told.then(() => this.#post(body)));
  }

  #nextSid(prefix: string): string {
    return `${prefix}_${++this.#lastSid}`;
  }
}

function tokenRejected(): FfcError {
  return new FfcError({
    reason: 'media-token-rejected',
    stage: 'connect',
    message: 'The sandbox has not issued this token.',
  });
}

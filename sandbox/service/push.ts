import type { Clock } from './clock.js';
import type { MemberRecord, RoomRecord } from './records.js';

/** How many events are remembered for those who come back. */
const historyLength = 1000;

/** One event, and whom it is for. */
interface PushEvent {
  readonly id: number;
  readonly appId: number;
  readonly data: string;
  readonly isFor: (member: MemberRecord) => boolean;
}

export interface PushOptions {
  readonly clock: Clock;
  /** How long a stream may be silent, in milliseconds. */
  readonly heartbeat: number;
}

/** Who listens, from where, and for how long. */
export interface Listener {
  readonly member: MemberRecord;
  /** The last event that was received; undefined: only what comes from now on. */
  readonly lastEventId: number | undefined;
  /** When the stream ends, in milliseconds since 1970. */
  readonly until: number;
  /** Aborts when the client is gone. */
  readonly signal: AbortSignal;
}

/** Tells browsers what happens, as server-sent events. */
export class Push {
  readonly #options: PushOptions;
  readonly #stopping = new AbortController();
  readonly #listeners = new Set<(event: PushEvent) => void>();
  #history: readonly PushEvent[] = [];
  #lastId: number;

  constructor(options: PushOptions) {
    this.#options = options;
    // Ids go on growing over restarts, so that nobody takes a new event for one already seen.
    this.#lastId = options.clock.now();
  }

  /** Says which state a room is in, to all who may see the room. */
  roomState(room: RoomRecord): void {
    const isFor = (member: MemberRecord): boolean =>
      room.accessLevel === 'PUBLIC' || room.owner.id === member.id;
    this.#send(room.appId, isFor, {
      origin: 'SYSTEM',
      type: 'SIGNAL',
      // Each room has exactly one channel, which shares its id.
      channelId: room.id,
      sessionNo: room.lastSessionNo,
      message: null,
      customType: 'CHANGE_DATA_CAPTURE',
      customData: {
        type: 'VIDEO_ROOM',
        videoRoomId: room.id,
        videoRoomState: room.state,
        playUrl: null,
      },
    });
  }

  /** Carries a message, as the service answers it, to those who have joined its channel. */
  message(room: RoomRecord, message: object, hasJoined: (member: MemberRecord) => boolean): void {
    this.#send(room.appId, hasJoined, { ...message, channelId: room.id });
  }

  /** Opens a stream, which ends with the listener's patience or with {@link stop}. */
  listen({ member, lastEventId, until, signal }: Listener): ReadableStream<Uint8Array> {
    const { clock, heartbeat } = this.#options;
    const closing = new AbortController();
    const ended = AbortSignal.any([closing.signal, signal, this.#stopping.signal]);
    const encoder = new TextEncoder();
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        const write = (text: string): void => controller.enqueue(encoder.encode(text));
        const deliver = ({ id, appId, data, isFor }: PushEvent): void => {
          if (appId === member.appId && isFor(member)) write(`id: ${id}\ndata: ${data}\n\n`);
        };
        // Sent at once, so that the client sees its stream open.
        write(': open\n\n');
        const from = lastEventId ?? Infinity;
        this.#history.filter(({ id }) => id > from).forEach(deliver);
        const beat = async (): Promise<void> => {
          for (;;) {
            await clock.wait(Math.min(heartbeat, until - clock.now()), ended);
            if (ended.aborted || clock.now() >= until) break;
            write(': heartbeat\n\n');
          }
          forget();
          if (!closing.signal.aborted) controller.close();
        };
        const forget = (): boolean => this.#listeners.delete(deliver);
        this.#listeners.add(deliver);
        // At once: nothing may be written to a stream that its reader has cancelled.
        ended.addEventListener('abort', forget);
        void beat();
      },
      cancel: () => closing.abort(),
    });
  }

  /** Ends all streams. */
  stop(): void {
    this.#stopping.abort();
  }

  #send(appId: number, isFor: PushEvent['isFor'], message: object): void {
    const id = ++this.#lastId;
    const sentAt = new Date(this.#options.clock.now()).toISOString();
    const data = JSON.stringify({
      messageId: String(id),
      sentAt,
      deliveryType: 'BROADCAST',
      ...message,
    });
    const event = { id, appId, isFor, data };
    this.#history = [...this.#history, event].slice(-historyLength);
    for (const deliver of this.#listeners) deliver(event);
  }
}

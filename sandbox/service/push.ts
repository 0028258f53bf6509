import { mayEnter } from './access.js';
import type { Clock } from './clock.js';
import type { MemberRecord, PushEventRecord, RoomRecord } from './records.js';
import type { SandboxStore } from './store.js';

/** How many unread bytes are kept for a client that reads more slowly than events are sent. */
const mostUnread = 256 * 1024;

export interface PushOptions {
  readonly store: SandboxStore;
  readonly clock: Clock;
  /** The longest silence of a stream, in milliseconds. */
  readonly heartbeat: number;
}

/** The member who subscribes, and the beginning and end of the subscription. */
export interface Listener {
  readonly member: MemberRecord;
  /** The last event that the client received; undefined: send only new events. */
  readonly lastEventId: number | undefined;
  /** When the stream ends, in milliseconds since 1970. */
  readonly until: number;
  /** Aborts when the client disconnects. */
  readonly signal: AbortSignal;
}

/** Pushes events to browsers, as server-sent events. */
export class Push {
  readonly #options: PushOptions;
  readonly #stopping = new AbortController();
  readonly #listeners = new Set<(event: PushEventRecord) => void>();

  constructor(options: PushOptions) {
    this.#options = options;
  }

  /** Pushes the state of a room to the members who have joined its channel. */
  roomState(room: RoomRecord): void {
    this.#send(room, {
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

  /**
   * Pushes a message, as the service answers it, to the members who have joined its channel. A
   * message that is not kept reaches only the streams that are open now.
   */
  message(room: RoomRecord, message: object, keep: boolean): void {
    this.#send(room, { ...message, channelId: room.id }, keep);
  }

  /**
   * Opens a stream. The stream ends at the listener's `until`, with {@link stop}, or when too much
   * of it is unread. The client can still read what was written by then. A client that reconnects
   * with the id of the last event continues after that event.
   */
  listen({ member, lastEventId, until, signal }: Listener): ReadableStream<Uint8Array> {
    const { clock, heartbeat, store } = this.#options;
    const closing = new AbortController();
    const ended = AbortSignal.any([closing.signal, signal, this.#stopping.signal]);
    const encoder = new TextEncoder();
    const source: UnderlyingDefaultSource<Uint8Array> = {
      start: (controller) => {
        const forget = (): boolean => this.#listeners.delete(deliver);
        const write = (text: string): void => {
          if (closing.signal.aborted) return;
          const bytes = encoder.encode(text);
          const unread = mostUnread - (controller.desiredSize ?? 0);
          // A single event is never too much: so a client that reconnects always advances.
          if (unread === 0 || unread + bytes.length <= mostUnread) return controller.enqueue(bytes);
          controller.close();
          closing.abort();
        };
        const deliver = (event: PushEventRecord): void => {
          if (this.#isFor(event, member)) write(`id: ${event.id}\ndata: ${dataOf(event)}\n\n`);
        };
        // Removed on abort, because nothing may be written to a stream that its reader has
        // cancelled.
        ended.addEventListener('abort', forget);
        this.#listeners.add(deliver);
        // A comment, sent at once, so that the client sees its stream open.
        write(': open\n\n');
        store.pushEvents.after(lastEventId ?? Infinity).forEach(deliver);
        const beat = async (): Promise<void> => {
          for (;;) {
            await clock.wait(Math.min(heartbeat, until - clock.now()), ended);
            if (ended.aborted || clock.now() >= until) break;
            write(': heartbeat\n\n');
          }
          forget();
          if (!closing.signal.aborted) controller.close();
        };
        void beat();
      },
      cancel: () => closing.abort(),
    };
    return new ReadableStream(source, new ByteLengthQueuingStrategy({ highWaterMark: mostUnread }));
  }

  /** Ends all streams. */
  stop(): void {
    this.#stopping.abort();
  }

  #send(room: RoomRecord, content: object, keep = true): void {
    const { clock, store } = this.#options;
    const sentAt = new Date(clock.now()).toISOString();
    const message = { sentAt, deliveryType: 'BROADCAST', ...content };
    const audience = { roomId: room.id };
    // Ids must keep growing when the store was not kept. Otherwise a client would take a new event
    // for one that it has seen.
    const leastId = clock.now();
    const told = { appId: room.appId, audience, message };
    const event = store.pushEvents.append(told, { leastId, keep });
    for (const deliver of this.#listeners) deliver(event);
  }

  /** Checked on delivery: a member who reconnects may have been banned since the event. */
  #isFor({ appId, audience: { roomId } }: PushEventRecord, member: MemberRecord): boolean {
    const { rooms, channelMembers } = this.#options.store;
    const room = rooms.byId(roomId);
    if (appId !== member.appId || !room || !mayEnter(room, member)) return false;
    return channelMembers.of(roomId, member.id)?.state === 'JOINED';
  }
}

function dataOf({ id, message }: PushEventRecord): string {
  return JSON.stringify({ messageId: String(id), ...message });
}

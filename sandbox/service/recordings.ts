import type { ServiceContext } from './context.js';
import type { RecordingInMedia } from './media.js';
import type { RecordingRecord, RoomRecord } from './records.js';

/** A recording, as the control path shows it. */
export interface RecordingView {
  readonly videoRoomId: number;
  readonly sessionNo: number;
}

/**
 * Records the calls of the rooms that ask for it, from the first participant of a session to the
 * last, or until somebody stops it. A recording that began before the service was last started is
 * ended too, and its app notified.
 */
export class Recordings {
  readonly #context: ServiceContext;
  /**
   * The recordings that began since the service was started, by their id. Each fulfils with the
   * media server's recording; undefined: the recording could not begin.
   */
  readonly #begun = new Map<number, Promise<RecordingInMedia | undefined>>();

  constructor(context: ServiceContext) {
    this.#context = context;
    for (const recording of this.#table.list()) {
      const room = context.store.rooms.byId(recording.roomId);
      if (!room) this.#table.delete(recording.id);
      else if (recording.state === 'ending') void this.#end(recording, room);
    }
  }

  get #table() {
    return this.#context.store.recordings;
  }

  /** The running recordings. */
  get list(): readonly RecordingView[] {
    return this.#table
      .list()
      .filter(({ state }) => state === 'running')
      .map(({ roomId, sessionNo }) => ({ videoRoomId: roomId, sessionNo }));
  }

  /** Begins or ends recordings after a change of the room's session. */
  follow(room: RoomRecord): void {
    const { media } = this.#context;
    let isKnown = false;
    for (const recording of this.#of(room.id)) {
      if (isOfNow(recording, room)) isKnown = true;
      else if (recording.state === 'running') this.#stop(recording, room);
      else if (recording.state === 'ended') this.#table.delete(recording.id);
    }
    if (!room.session || isKnown || !room.canAutoRoomCompositeRecording || !media.record) return;
    const { id: roomId, lastSessionNo: sessionNo } = room;
    const { id } = this.#table.insert({ roomId, sessionNo, state: 'running', made: null });
    const begun = media.record(room.uuid).catch((cause: unknown) => {
      this.#context.onError('A call could not be recorded.', cause);
      return undefined;
    });
    this.#begun.set(id, begun);
    void begun.then((made) => made && this.#keep(id, made));
  }

  /** Ends the recording in a room; returns whether there was one. */
  stopIn(roomId: number): boolean {
    const room = this.#context.store.rooms.byId(roomId);
    const running = this.#of(roomId).find(({ state }) => state === 'running');
    if (!room || !running) return false;
    this.#stop(running, room);
    return true;
  }

  #of(roomId: number): readonly RecordingRecord[] {
    return this.#table.list().filter((recording) => recording.roomId === roomId);
  }

  #keep(id: number, { tellsItsEnd, egress }: RecordingInMedia): void {
    const recording = this.#table.byId(id);
    const made = { tellsItsEnd, ...(egress && { egress }) };
    if (recording) this.#table.replace({ ...recording, made });
  }

  #stop(recording: RecordingRecord, room: RoomRecord): void {
    this.#table.replace({ ...recording, state: 'ending' });
    void this.#end(recording, room);
  }

  async #end({ id, sessionNo, made: known }: RecordingRecord, room: RoomRecord): Promise<void> {
    const { emit, onError, media, store } = this.#context;
    const begun = await this.#begun.get(id);
    const made = begun ?? known;
    const stopping = begun?.stop() ?? (known && media.stopRecording?.(room.uuid, known));
    await stopping?.catch((cause: unknown) => onError('A recording could not be stopped.', cause));
    this.#begun.delete(id);
    const left = store.rooms.byId(room.id);
    // Kept while the session goes on, so that the recording does not begin again.
    if (left && isOfNow({ sessionNo }, left)) {
      this.#table.replace({ id, roomId: room.id, sessionNo, state: 'ended', made: null });
    } else this.#table.delete(id);
    if (made && !made.tellsItsEnd) emit(room.appId, { type: 'egress-ended', room });
  }
}

/** Whether the recording belongs to the call that is in the room now. */
function isOfNow({ sessionNo }: Pick<RecordingRecord, 'sessionNo'>, room: RoomRecord): boolean {
  return room.session !== null && room.lastSessionNo === sessionNo;
}

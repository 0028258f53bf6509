import type { ServiceContext } from './context.js';
import type { RecordingInMedia } from './media.js';
import type { RoomRecord } from './records.js';

/** A call that is recorded, or was until it was told to stop. */
interface Recording {
  /** The session of the room that it began with. */
  readonly sessionNo: number;
  readonly state: 'running' | 'stopped';
  /** Fulfils with what the media server records; undefined: it could not begin. */
  readonly inMedia: Promise<RecordingInMedia | undefined>;
}

/** What the control path shows of a recording. */
export interface RecordingView {
  readonly videoRoomId: number;
  readonly sessionNo: number;
}

/**
 * Records the calls of the rooms that want it: from the first participant of a session to its
 * last, or until somebody stops it.
 */
export class Recordings {
  readonly #context: ServiceContext;
  readonly #recordings = new Map<number, Recording>();

  constructor(context: ServiceContext) {
    this.#context = context;
  }

  /** Those that run. */
  get list(): readonly RecordingView[] {
    return [...this.#recordings]
      .filter(([, { state }]) => state === 'running')
      .map(([videoRoomId, { sessionNo }]) => ({ videoRoomId, sessionNo }));
  }

  /** Takes in what has become of a room's session. */
  follow(room: RoomRecord): void {
    const { media } = this.#context;
    const known = this.#recordings.get(room.id);
    const isSame = room.session && known?.sessionNo === room.lastSessionNo;
    if (known && !isSame) {
      this.#stop(room);
      this.#recordings.delete(room.id);
    }
    if (!room.session || isSame || !room.canAutoRoomCompositeRecording || !media.record) return;
    const inMedia = media.record(room.uuid).catch((cause: unknown) => {
      this.#context.onError('A call could not be recorded.', cause);
      return undefined;
    });
    const { lastSessionNo: sessionNo } = room;
    this.#recordings.set(room.id, { sessionNo, state: 'running', inMedia });
  }

  /** Ends the recording in a room; whether there was one. */
  stopIn(roomId: number): boolean {
    const room = this.#context.store.rooms.byId(roomId);
    return room !== undefined && this.#stop(room);
  }

  #stop(room: RoomRecord): boolean {
    const known = this.#recordings.get(room.id);
    if (known?.state !== 'running') return false;
    this.#recordings.set(room.id, { ...known, state: 'stopped' });
    void this.#end(known, room);
    return true;
  }

  async #end({ inMedia }: Recording, room: RoomRecord): Promise<void> {
    const { emit, onError } = this.#context;
    const recording = await inMedia;
    if (!recording) return;
    await recording
      .stop()
      .catch((cause: unknown) => onError('A recording could not be stopped.', cause));
    if (!recording.tellsItsEnd) emit(room.appId, { type: 'egress-ended', room });
  }
}

import { type Room, RoomEvent } from 'livekit-client';
import { shallowEqual } from '../../core/cell.js';
import type { RtcRoomInfo } from '../session.js';
import { unknownRoom } from './before-call.js';
import { listen } from './room.js';

/** Characters beyond which a room is not described, but somebody's time is wasted. */
const maxMetadata = 64 * 1024;

/** What the media server says of the room itself, for as long as somebody is in. */
export class RoomInfo {
  readonly #room: Room;
  readonly #onChange: (info: RtcRoomInfo) => void;
  #info: RtcRoomInfo = unknownRoom;
  #isInside = false;

  constructor(room: Room, signal: AbortSignal, onChange: (info: RtcRoomInfo) => void) {
    this.#room = room;
    this.#onChange = onChange;
    listen(room, RoomEvent.RoomMetadataChanged, () => this.#sync(), signal);
    listen(room, RoomEvent.RecordingStatusChanged, () => this.#sync(), signal);
  }

  get snapshot(): RtcRoomInfo {
    return this.#info;
  }

  /** Connected, for the first time or again. */
  enter(): void {
    this.#isInside = true;
    this.#sync();
  }

  /** Disconnected: nothing is known any more. */
  clear(): void {
    this.#isInside = false;
    this.#sync();
  }

  #sync(): void {
    const { metadata: said = '', isRecording } = this.#room;
    const metadata = said.length <= maxMetadata ? said : '';
    const next = this.#isInside
      ? {
          metadata: metadata || undefined,
          isRecording: isRecording || saysRecording(metadata),
          ...(this.#room.isE2EEEnabled && { isEncrypted: true }),
        }
      : unknownRoom;
    if (shallowEqual(this.#info, next)) return;
    this.#info = Object.freeze(next);
    this.#onChange(this.#info);
  }
}

/** Whether a room's metadata say that its call is recorded: `{"isRecording": true}` (assumed). */
function saysRecording(metadata: string): boolean {
  try {
    const said: unknown = JSON.parse(metadata);
    return said instanceof Object && 'isRecording' in said && said.isRecording === true;
  } catch {
    return false;
  }
}

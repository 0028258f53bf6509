import { type Room, RoomEvent } from 'livekit-client';
import { shallowEqual } from '../../core/cell.js';
import type { RtcRoomInfo } from '../session.js';
import { unknownRoom } from './before-call.js';
import { listen } from './room.js';

/** The most characters of metadata that are read. Longer metadata are hostile, and are ignored. */
const maxMetadata = 64 * 1024;

/** The media server's facts about the room itself, as long as the session is connected. */
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
    // The worker confirms the encryption only after the room is connected.
    listen(room, RoomEvent.ParticipantEncryptionStatusChanged, () => this.#sync(), signal);
  }

  get snapshot(): RtcRoomInfo {
    return this.#info;
  }

  /** After connecting or reconnecting: reads the facts, and reports a change. */
  enter(): void {
    this.#isInside = true;
    this.#sync();
  }

  /** After a disconnect: resets the facts, and reports the change. */
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

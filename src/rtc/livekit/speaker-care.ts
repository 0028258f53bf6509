import { type Room, RoomEvent } from 'livekit-client';
import { listen } from './room.js';

const kind = 'audiooutput';

/**
 * Keeps the speaker that a person has chosen. LiveKit takes the first one when the chosen one is
 * unplugged, and sometimes when another one is plugged in; this goes back as soon as it is there.
 */
export function keepSpeaker(room: Room, signal: AbortSignal): void {
  const chosenNow = (): string | undefined => {
    const id = room.getActiveDevice(kind);
    return id === 'default' ? undefined : id;
  };
  let chosen = chosenNow();
  /** Devices come and go: what changes meanwhile is nobody's choice. */
  let isPlugging = false;

  const restore = async (): Promise<void> => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const isThere = devices.some((each) => each.kind === kind && each.deviceId === chosen);
    if (chosen === undefined || !isThere || room.getActiveDevice(kind) === chosen) return;
    await room.switchActiveDevice(kind, chosen);
  };

  navigator.mediaDevices?.addEventListener('devicechange', () => (isPlugging = true), { signal });
  listen(
    room,
    RoomEvent.ActiveDeviceChanged,
    (changed) => {
      if (changed === kind && !isPlugging) chosen = chosenNow();
    },
    signal,
  );
  listen(
    room,
    RoomEvent.MediaDevicesChanged,
    () => {
      // What cannot be switched back stays as LiveKit has it.
      restore()
        .catch(() => {})
        .finally(() => (isPlugging = false));
    },
    signal,
  );
}

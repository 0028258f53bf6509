import { type Room, RoomEvent } from 'livekit-client';
import { listen } from './room.js';

const kind = 'audiooutput';

/**
 * Keeps the speaker that a person has chosen. LiveKit switches to the first speaker when the chosen
 * one is unplugged, and sometimes when another one is plugged in. This switches back as soon as the
 * chosen one is available.
 */
export function keepSpeaker(room: Room, signal: AbortSignal): void {
  const chosenNow = (): string | undefined => {
    const id = room.getActiveDevice(kind);
    return id === 'default' ? undefined : id;
  };
  let chosen = chosenNow();
  /** Whether devices are being plugged in or out: a switch meanwhile is not the person's choice. */
  let isPlugging = false;

  const restore = async (): Promise<void> => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const isThere = devices.some((each) => each.kind === kind && each.deviceId === chosen);
    if (chosen === undefined || !isThere) return;
    // Also if LiveKit calls it active: voices that began without it play elsewhere.
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
      // If the switch back fails, LiveKit's speaker stays.
      restore()
        .catch(() => {})
        .finally(() => (isPlugging = false));
    },
    signal,
  );
}

import { createBackgroundBlur, createNoiseSuppression } from '../../src/effects/index.js';
import type { FfcRoomElement } from '../../src/elements/room/room.js';

/** Gives a room its effects. They load their files when the person turns them on. */
export function addEffects(room: FfcRoomElement): void {
  room.videoProcessor = createBackgroundBlur();
  room.audioProcessor = createNoiseSuppression();
}

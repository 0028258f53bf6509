import { createCell } from '../../core/cell.js';
import { flipCameraIcon } from '../../icons/flip-camera.js';
import type { Control } from '../../parts/controls.js';
import { laterControlWords } from '../../locales/en.js';
import { addRoomWords } from '../../parts/room-words.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type { RtcDevice } from '../../rtc/session.js';
import { isPermitted } from '../switch-control.js';

addRoomWords(laterControlWords);

/** The room whose camera is being switched. */
const flipping = createCell<RoomHandle | undefined>(undefined);

/** Switches between the front camera and the back camera of a phone. */
export const cameraFlipControl: Control = {
  name: 'camera-flip',
  order: 25,
  icon: flipCameraIcon,
  label: ({ messages }) => messages.flipCamera,
  state: (room) => ({
    disabled: !room.store.controls.getSnapshot().camera.enabled,
    pending: flipping.getSnapshot() === room,
  }),
  watch: () => [flipping],
  request: (room) => void flip(room),
  isOffered: (room) => {
    if (!isPermitted(room, 'camera')) return false;
    return !!find(room, 'front') && !!find(room, 'back');
  },
};

/** Ignores a failure: the store puts it into its state and emits `ffc-error`. */
async function flip(room: RoomHandle): Promise<void> {
  const { devices } = room.store.controls.getSnapshot();
  const { facing } = devices.videoinput.find(({ id }) => id === devices.active.videoinput) ?? {};
  const other = find(room, facing === 'back' ? 'front' : 'back');
  if (!other) return;
  flipping.set(room);
  await room.store.switchDevice('videoinput', other.id).catch(() => {});
  flipping.set(undefined);
}

/** Finds the first camera of a side: phones list the usual camera of each side first. */
function find({ store }: RoomHandle, facing: RtcDevice['facing']): RtcDevice | undefined {
  const { videoinput } = store.controls.getSnapshot().devices;
  return videoinput.find((device) => device.facing === facing);
}

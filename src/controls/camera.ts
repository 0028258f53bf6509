import { FfcCameraRequestEvent } from '../events/request-events.js';
import { cameraIcon } from '../icons/camera.js';
import { cameraOffIcon } from '../icons/camera-off.js';
import type { Control } from '../parts/controls.js';
import { hasLocalMedia } from '../state/phase.js';

/**
 * Turns the own camera on and off, in the preview and in the call.
 *
 * @fires ffc-camera-request
 */
export const cameraControl: Control = {
  name: 'camera',
  icon: ({ pressed }) => (pressed ? cameraIcon : cameraOffIcon),
  label: ({ messages }) => messages.camera,
  hint: ({ messages }, { pressed }) => (pressed ? messages.turnCameraOff : messages.turnCameraOn),
  state: ({ store }) => {
    const { enabled, pending, error } = store.controls.getSnapshot().camera;
    return {
      pressed: enabled,
      pending,
      error,
      disabled: !hasLocalMedia(store.phase.getSnapshot().state),
      // A camera that is just being turned on needs no warning colour.
      tone: enabled || pending ? undefined : 'off',
    };
  },
  request: ({ store }) => new FfcCameraRequestEvent(!store.controls.getSnapshot().camera.enabled),
};

import { FfcCameraRequestEvent } from '../events/request-events.js';
import { cameraIcon } from '../icons/camera.js';
import { cameraOffIcon } from '../icons/camera-off.js';
import { deviceControl } from './switch-control.js';

/**
 * Turns the own camera on and off, in the preview and in the call.
 *
 * @fires ffc-camera-request
 */
export const cameraControl = deviceControl({
  name: 'camera',
  order: 20,
  icons: { on: cameraIcon, off: cameraOffIcon },
  label: ({ messages }) => messages.camera,
  hints: {
    on: ({ messages }) => messages.turnCameraOff,
    off: ({ messages }) => messages.turnCameraOn,
  },
  Request: FfcCameraRequestEvent,
});

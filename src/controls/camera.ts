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
  title: 'Camera',
  order: 20,
  icons: { on: cameraIcon, off: cameraOffIcon },
  Request: FfcCameraRequestEvent,
});

import { FfcMicrophoneRequestEvent } from '../events/request-events.js';
import { microphoneIcon } from '../icons/microphone.js';
import { microphoneOffIcon } from '../icons/microphone-off.js';
import { deviceControl } from './switch-control.js';

/**
 * Turns the own microphone on and off, in the preview and in the call.
 *
 * @fires ffc-microphone-request
 */
export const microphoneControl = deviceControl({
  name: 'microphone',
  title: 'Microphone',
  order: 10,
  icons: { on: microphoneIcon, off: microphoneOffIcon },
  Request: FfcMicrophoneRequestEvent,
});

import { FfcMicrophoneRequestEvent } from '../events/request-events.js';
import { microphoneIcon } from '../icons/microphone.js';
import { microphoneOffIcon } from '../icons/microphone-off.js';
import type { Control } from '../parts/controls.js';
import { hasLocalMedia } from '../state/phase.js';

/**
 * Turns the own microphone on and off, in the preview and in the call.
 *
 * @fires ffc-microphone-request
 */
export const microphoneControl: Control = {
  name: 'microphone',
  icon: ({ pressed }) => (pressed ? microphoneIcon : microphoneOffIcon),
  label: ({ messages }) => messages.microphone,
  hint: ({ messages }, { pressed }) =>
    pressed ? messages.turnMicrophoneOff : messages.turnMicrophoneOn,
  state: ({ store }) => {
    const { enabled, pending, error } = store.controls.getSnapshot().microphone;
    return {
      pressed: enabled,
      pending,
      error,
      disabled: !hasLocalMedia(store.phase.getSnapshot().state),
      // A microphone that is just being turned on needs no warning colour.
      tone: enabled || pending ? undefined : 'off',
    };
  },
  request: ({ store }) =>
    new FfcMicrophoneRequestEvent(!store.controls.getSnapshot().microphone.enabled),
};

import { FfcScreenShareRequestEvent } from '../events/request-events.js';
import { screenShareIcon } from '../icons/screen-share.js';
import { screenShareOffIcon } from '../icons/screen-share-off.js';
import type { Control } from '../parts/controls.js';
import type { RoomHandle } from '../parts/room-handle.js';
import { answerToggle, isPermitted } from './switch-control.js';

const isShared = ({ store }: RoomHandle): boolean =>
  store.controls.getSnapshot().screenShare.enabled;

/**
 * Starts and stops sharing the user's screen.
 *
 * @fires ffc-screen-share-request
 */
export const screenControl: Control = {
  name: 'screen',
  tag: 'ffc-screen-share-button',
  order: 30,
  icon: ({ pressed }) => (pressed ? screenShareOffIcon : screenShareIcon),
  label: ({ messages }) => messages.screenShare,
  hint: ({ messages }, { pressed }) =>
    pressed ? messages.stopScreenShare : messages.startScreenShare,
  isOffered: (room) => isPermitted(room, 'screen_share'),
  state: ({ store, isInCall }) => {
    const { enabled, pending, error } = store.controls.getSnapshot().screenShare;
    return {
      pressed: enabled,
      pending,
      error,
      disabled: !isInCall,
      tone: enabled && !pending ? 'active' : undefined,
    };
  },
  request: (room) => new FfcScreenShareRequestEvent(!isShared(room)),
  answers: {
    [FfcScreenShareRequestEvent.type]: answerToggle(isShared, (store, on) =>
      store.setScreenShareEnabled(on),
    ),
  },
  isSupported: () => {
    // Phones have no getDisplayMedia, and pages without https no mediaDevices, whatever the types say.
    const mediaDevices = globalThis.navigator?.mediaDevices as Partial<MediaDevices> | undefined;
    return !!mediaDevices?.getDisplayMedia;
  },
};

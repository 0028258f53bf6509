import { pictureInPictureIcon } from '../../icons/picture-in-picture.js';
import type { Control } from '../../parts/controls.js';
import { canLeavePage, isElsewhere } from '../../parts/picture-in-picture.js';
import { windowWordsLoaded, wordsOfWindows } from './window-words.js';

/** Moves the call into a picture-in-picture window, and back. */
export const pipControl: Control = {
  name: 'pip',
  tag: 'ffc-picture-in-picture-button',
  order: 85,
  place: 'more',
  icon: pictureInPictureIcon,
  label: (context) => wordsOfWindows(context).pictureInPicture,
  hint: (context, { pressed }) => {
    const { pictureInPicture, exitPictureInPicture } = wordsOfWindows(context);
    return pressed ? exitPictureInPicture : pictureInPicture;
  },
  state: (room) => {
    const pressed = isElsewhere(room).getSnapshot();
    return { pressed, disabled: !room.isInCall, tone: pressed ? 'active' : undefined };
  },
  watch: (room) => [isElsewhere(room), windowWordsLoaded],
  slice: 'pip',
  request: (room) => {
    // When the browser refuses, nothing changes.
    room.use('pip').then(
      (pip) => pip.toggle().catch(() => {}),
      () => {},
    );
  },
  isSupported: canLeavePage,
};

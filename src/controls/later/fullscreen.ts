import { createCell } from '../../core/cell.js';
import { fullScreenIcon } from '../../icons/full-screen.js';
import type { Control } from '../../parts/controls.js';
import { toggleFullScreen } from '../../parts/full-screen.js';
import { windowWordsLoaded, wordsOfWindows } from './window-words.js';

const changes = createCell(0);
globalThis.document?.addEventListener('fullscreenchange', () =>
  changes.set(changes.getSnapshot() + 1),
);

/** Turns the full screen of the room on and off. */
export const fullscreenControl: Control = {
  name: 'fullscreen',
  order: 80,
  place: 'more',
  icon: fullScreenIcon,
  label: (context) => wordsOfWindows(context).fullScreen,
  hint: (context, { pressed }) => {
    const { fullScreen, exitFullScreen } = wordsOfWindows(context);
    return pressed ? exitFullScreen : fullScreen;
  },
  state: ({ host, isInCall }) => {
    const pressed = host.matches(':fullscreen');
    return { pressed, disabled: !isInCall && !pressed, tone: pressed ? 'active' : undefined };
  },
  watch: () => [changes, windowWordsLoaded],
  request: ({ host }) => void toggleFullScreen(host),
  isSupported: () => globalThis.document?.fullscreenEnabled ?? false,
};

import { createCell } from '../../core/cell.js';
import type { WindowMessages } from '../../i18n/panel-messages.js';
import { windowWords } from '../../locales/en.js';
import type { ControlWordsContext } from '../../parts/controls.js';
import { mergeWords, wordsIn } from '../../parts/words.js';

/** Counts the languages whose words have loaded: watchers render again after each one. */
export const windowWordsLoaded = createCell(0);

/** The words of the controls for full screen and picture-in-picture. */
export function wordsOfWindows({ messages, lang }: ControlWordsContext): WindowMessages {
  const { now, later } = wordsIn({ group: 'panels', en: windowWords }, lang);
  void later?.then(() => windowWordsLoaded.set(windowWordsLoaded.getSnapshot() + 1));
  const { fullScreen, exitFullScreen, pictureInPicture, exitPictureInPicture } =
    messages as Partial<WindowMessages>;
  const own = { fullScreen, exitFullScreen, pictureInPicture, exitPictureInPicture };
  const given = Object.entries(own).filter(([, word]) => word !== undefined);
  return given.length ? mergeWords(now, Object.fromEntries(given)) : now;
}

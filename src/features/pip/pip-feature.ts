import { FfcError } from '../../core/errors.js';
import { isElsewhere, ownWindows } from '../../parts/picture-in-picture.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type { RoomPictureInPicture } from '../../state/pip-types.js';
import { fill } from './own-window.js';
import { Placeholder } from './placeholder.js';
import { mainVideo } from './main-video.js';

/** Pixels of a new window; the person makes it larger. */
const size = { width: 480, height: 400 };

/**
 * Shows the call above all windows: all of it where the browser has windows for that, else the video
 * that stands out. It comes back when that window is closed, and with the end of the call.
 */
export function createFeature(room: RoomHandle, signal: AbortSignal): RoomPictureInPicture {
  const { host, store } = room;
  const isOpen = isElsewhere(room);
  let close = (): void => {};

  const openWindow = async (): Promise<void> => {
    const view = await ownWindows()?.requestWindow(size);
    if (!view) return;
    const placeholder = new Placeholder(room, () => view.close());
    placeholder.replace(host);
    fill(view, host);
    isOpen.set(true);
    close = () => view.close();
    view.addEventListener(
      'pagehide',
      () => {
        close = () => {};
        placeholder.giveBack(host);
        isOpen.set(false);
      },
      { once: true },
    );
  };
  const openVideo = async (): Promise<void> => {
    const video = mainVideo(host);
    if (!video) throw failure('There is no video in the call.');
    await video.requestPictureInPicture();
    isOpen.set(true);
    close = () => void document.exitPictureInPicture().catch(() => {});
    video.addEventListener(
      'leavepictureinpicture',
      () => {
        close = () => {};
        isOpen.set(false);
      },
      { once: true },
    );
  };
  const open = async (): Promise<void> => {
    if (!room.isInCall) throw failure('There is no call.');
    if (isOpen.getSnapshot()) return;
    try {
      await (ownWindows() ? openWindow() : openVideo());
    } catch (cause) {
      throw cause instanceof FfcError ? cause : failure('The browser refused.', cause);
    }
  };

  store.phase.subscribe(() => room.isInCall || close(), { signal });
  signal.addEventListener('abort', () => close(), { once: true });
  return {
    open,
    async toggle() {
      if (isOpen.getSnapshot()) close();
      else await open();
    },
  };
}

function failure(message: string, cause?: unknown): FfcError {
  return new FfcError({ reason: 'invalid-state', stage: 'session', message, cause });
}

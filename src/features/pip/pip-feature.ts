import { FfcError } from '../../core/errors.js';
import { isElsewhere, ownWindows } from '../../parts/picture-in-picture.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type { RoomPictureInPicture } from '../../state/pip-types.js';
import { fill } from './own-window.js';
import { Placeholder } from './placeholder.js';
import { mainVideo } from './main-video.js';

/** The size of a new window in pixels. The person can enlarge it. */
const size = { width: 480, height: 400 };

/**
 * Moves the call into a picture-in-picture window. A browser without such windows shows only the
 * main video. The call returns when the window is closed, and when the call ends.
 */
export function createFeature(room: RoomHandle, signal: AbortSignal): RoomPictureInPicture {
  const { host, store } = room;
  const isOpen = isElsewhere(room);
  let close = (): void => {};
  /** A second request while the browser opens the window gets the same one. */
  let opening: Promise<void> | undefined;

  const openWindow = async (): Promise<void> => {
    const view = await ownWindows()?.requestWindow(size);
    if (!view) return;
    // The window may open after the end of the call, or for a room that the page has removed.
    if (!room.isInCall || !host.isConnected) {
      view.close();
      throw noCall();
    }
    const placeholder = new Placeholder(room, () => view.close());
    placeholder.replace(host);
    fill(view, host, placeholder.element);
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
    const exit = (): void => void document.exitPictureInPicture().catch(() => {});
    if (!room.isInCall) {
      exit();
      throw noCall();
    }
    isOpen.set(true);
    close = exit;
    video.addEventListener(
      'leavepictureinpicture',
      () => {
        close = () => {};
        isOpen.set(false);
      },
      { once: true },
    );
  };
  const begin = async (): Promise<void> => {
    try {
      await (ownWindows() ? openWindow() : openVideo());
    } catch (cause) {
      throw cause instanceof FfcError ? cause : failure('The browser refused.', cause);
    } finally {
      opening = undefined;
    }
  };
  const open = async (): Promise<void> => {
    if (!room.isInCall) throw noCall();
    if (!isOpen.getSnapshot()) await (opening ??= begin());
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

/** The call may also have ended while the browser opened the window. */
const noCall = (): FfcError => failure('There is no call.');

function failure(message: string, cause?: unknown): FfcError {
  return new FfcError({ reason: 'invalid-state', stage: 'session', message, cause });
}

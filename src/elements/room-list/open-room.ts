import type { VideoRoom } from '../../api/types.js';

/** What a list needs of `<ffc-room>`; any other element needs a `roomId` at most. */
type Target = HTMLElement & {
  roomId?: string;
  readonly open?: (roomId: string) => Promise<void> | void;
};

/**
 * Opens a room in the element with that id in the same tree, and moves the focus there. Where
 * another call runs, that element asks first; the focus stays when the person does.
 */
export async function openRoom(
  from: Element,
  id: string,
  { id: roomId }: VideoRoom,
): Promise<void> {
  const root = from.getRootNode() as Document | ShadowRoot;
  const target: Target | null = root.getElementById(id);
  if (!target) return;
  if (typeof target.open === 'function') {
    try {
      await target.open(String(roomId));
    } catch {
      // The person stays where a call runs.
      return;
    }
  } else {
    // A room whose class is not defined yet takes the property when it is.
    target.roomId = String(roomId);
  }
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus();
}

import type { Asked, ToolbarHandlers } from './frame-views.js';
import type { RoomListElementBase } from './room-list-options.js';

/** The handlers of a list's toolbar. `cancel` drops a search that waits for the person to pause. */
export interface ToolbarRequests extends ToolbarHandlers {
  readonly cancel: () => void;
}

/**
 * Creates the handlers that change the list's query.
 *
 * @param onAsk Called before the query changes.
 */
export function toolbarRequests(list: RoomListElementBase, onAsk: () => void): ToolbarRequests {
  let typing: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => clearTimeout(typing);
  const onChange = (change: Asked): void => {
    cancel();
    onAsk();
    Object.assign(list, { page: 1 }, change);
  };
  const onSearch = (keyword: string): void => {
    // A field that loses the focus emits `change` for a keyword that was searched already.
    if (keyword !== list.keyword) onChange({ keyword });
  };
  const onType = (keyword: string): void => {
    cancel();
    typing = setTimeout(() => onSearch(keyword), list.searchDelay);
  };
  return { cancel, onChange, onSearch, onType };
}

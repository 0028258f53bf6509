import type { Asked, ToolbarHandlers } from './frame-views.js';
import type { RoomListElementBase } from './room-list-options.js';

/** The handlers of a list's toolbar; `cancel` drops a search that waits for the next letter. */
export interface ToolbarRequests extends ToolbarHandlers {
  readonly cancel: () => void;
}

/**
 * Turns what a person does above the rooms into what the list asks for.
 *
 * @param onAsk Called before something else is asked for.
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
    // A field that loses the focus says so once more.
    if (keyword !== list.keyword) onChange({ keyword });
  };
  const onType = (keyword: string): void => {
    cancel();
    typing = setTimeout(() => onSearch(keyword), list.searchDelay);
  };
  return { cancel, onChange, onSearch, onType };
}

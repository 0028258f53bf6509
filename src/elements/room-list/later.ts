/** The further code of a list. This chunk loads in the background, after the first rooms. */
import { warnOnce } from '../../core/logger.js';
import type { RoomListContentMessages } from '../../i18n/list-messages.js';
import type { Dictionary } from '../../i18n/types.js';
import { apiErrors } from '../../locales/en.js';
import { lacksLiveRooms, withLiveRooms } from '../../state/list/live-first.js';
import { RefreshSchedule } from '../../state/list/refresh-schedule.js';
import type { LazyContent, Say } from './lazy-content.js';
import type { ListConnection } from './list-connection.js';
import { roomQuery } from './list-source.js';
import type { FfcElement } from '../shared/converters.js';
import { targetOf } from './picked-room.js';
import type { RoomListElementBase } from './room-list-options.js';
import { followRowKeys } from './row-keys.js';

export { BackOff } from './back-off.js';
export { errorWords } from '../../i18n/error-words.js';

/** The words for failures: most of them occur only once the service has answered. */
export const errorDictionary: Dictionary<Pick<RoomListContentMessages, 'errors'>> = {
  group: 'list',
  en: { errors: apiErrors },
};

/** The schedule of all lists of the page. */
const schedule = new RefreshSchedule();
const kept = new WeakSet<ListConnection>();

/**
 * Keeps a list up to date until its connection ends, as the service emits changes only to members
 * of a room's channel. The list is refreshed at intervals while it is visible, when it becomes
 * visible again, and when a call of this page begins or ends. It also adds the keys of the rows, and
 * shows the live rooms of all pages on the first one.
 */
export function keepFresh(
  list: RoomListElementBase,
  connection: ListConnection,
  lazy: Pick<LazyContent, 'messages' | 'extras'>,
  say: Say,
): void {
  if (kept.has(connection)) return;
  kept.add(connection);
  const { store, signal } = connection;
  const options = { signal };
  warnOfTarget(list);
  warnOfAttributes(list);
  followExtras(list, connection, lazy, say);
  const scheduled = schedule.add(() => store.refreshQuietly(), options);
  const onLoad = (): void => {
    scheduled.loaded();
    bringLiveRooms(list, connection);
  };
  store.on('load', onLoad, options);
  bringLiveRooms(list, connection);

  const { ownerDocument: page } = list;
  let isOnScreen = true;
  const updateShown = (): void => scheduled.setShown(isOnScreen && !page.hidden);
  page.addEventListener('visibilitychange', updateShown, options);
  // When a call of this page begins or ends, its room has other people, and may be live or not.
  const onState = ({ state, previous }: HTMLElementEventMap['ffc-state-change']): void => {
    if ([state, previous].includes('connected')) scheduled.changed();
  };
  page.addEventListener('ffc-state-change', onState, options);
  // The element may have moved to another window, whose observer it needs.
  const Observer = page.defaultView?.IntersectionObserver ?? IntersectionObserver;
  const observer = new Observer((entries) => {
    isOnScreen = !!entries.at(-1)?.isIntersecting;
    updateShown();
  });
  observer.observe(list);
  // Updates the shown times, which are distances from now.
  const times = setInterval(() => list.requestUpdate(), 60_000);
  const controller = {
    hostUpdated: followRowKeys(list, signal),
    // Everything here belongs to one page: on another one, such as a popup, the list connects anew.
    hostConnected: (): void => {
      if (list.ownerDocument !== page) connection.close();
    },
  };
  list.addController(controller);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearInterval(times);
    list.removeController(controller);
  });
  updateShown();
}

/** Shows the live rooms of all pages on the first page, once there are several pages. */
function bringLiveRooms(list: RoomListElementBase, connection: ListConnection): void {
  const { store } = connection;
  const phase = store.phase.getSnapshot();
  if (connection.arrange || phase.state !== 'ready') return;
  if (!lacksLiveRooms(phase, roomQuery(list))) return;
  connection.arrange = withLiveRooms();
  store.refreshQuietly().catch(() => {});
}

/** Rows are as good without; what could not be loaded is tried again with the next load. */
function followExtras(
  list: RoomListElementBase,
  connection: ListConnection,
  lazy: Pick<LazyContent, 'messages' | 'extras'>,
  say: Say,
): void {
  const { store, signal } = connection;
  const following = new AbortController();
  const follow = async (): Promise<void> => {
    const code = await import('./extras.js').catch(() => undefined);
    if (!code || signal.aborted || following.signal.aborted) return;
    following.abort();
    (lazy.extras ??= new code.ListExtras(list, lazy, say)).follow(connection);
    list.requestUpdate();
  };
  store.on('load', () => void follow(), following);
  void follow();
}

/** Warns of a missing target once the page has loaded, before anybody picks a room. */
function warnOfTarget(list: RoomListElementBase): void {
  const { forElement, htmlFor } = list;
  if (forElement || !htmlFor || targetOf(list)) return;
  warnOnce(
    `<${list.localName}>: nothing has the id "${htmlFor}" of its \`for\`. ` +
      'Give the <ffc-room> this id.',
  );
}

/** Attributes that nothing reads, such as `tokenprovider`. */
function warnOfAttributes(list: RoomListElementBase): void {
  const { observedAttributes } = list.constructor as typeof FfcElement;
  const isStray = (name: string): boolean =>
    /^[a-z]{6,}$/.test(name) && !observedAttributes.includes(name);
  if (!list.getAttributeNames().some(isStray)) return;
  import('../shared/attribute-advice.js').then(
    (advice) => advice.adviseOfAttributes(list),
    () => {},
  );
}

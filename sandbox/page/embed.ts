import { make } from './dom.js';

/** The facts of an embed URL: the room to open, the member to open it as, and the options. */
export interface Embed {
  readonly roomUuid: string;
  /** The member's access token, a secret. */
  readonly accessToken: string;
  readonly isObserver: boolean;
  readonly displayName: string | null;
  /**
   * How the tiles beside the main place of the layout `focused` are drawn, and on which side of it.
   */
  readonly strip: { readonly type: string | undefined; readonly position: string | undefined };
}

const path = /^\/vicollo-apps\/[^/]+\/rooms\/join\/([^/]+)$/;

/**
 * Reads the page's address. Undefined: it is no embed URL. Null: it is one without a valid key. The
 * key is removed from the address at once, so that no history, log or screenshot keeps it. A reload
 * reads the key from the state of the history entry.
 */
export function takeEmbed(): Embed | null | undefined {
  const [, roomUuid] = path.exec(location.pathname) ?? [];
  if (!roomUuid) return undefined;
  const query = new URLSearchParams(location.search);
  const key = query.get('key') ?? keptKey();
  query.delete('key');
  const rest = query.toString();
  history.replaceState({ key }, '', location.pathname + (rest && `?${rest}`));
  const accessToken = tokenIn(key);
  return accessToken
    ? {
        roomUuid,
        accessToken,
        isObserver: query.get('isObserver') === 'true',
        displayName: query.get('displayName'),
        strip: {
          type: oneOf(['fixed-grid', 'scroll'], query.get('drawLayoutType')),
          position: oneOf(['top', 'bottom', 'left', 'right'], query.get('drawLayoutPosition')),
        },
      }
    : null;
}

/** The room alone, as an iframe shows it. */
export function embeddedRoom(endpoint: string, embed: Embed): HTMLElement {
  const { roomUuid, accessToken, isObserver, displayName, strip } = embed;
  const room = make('ffc-room', {
    endpoint,
    'room-id': roomUuid,
    ...(displayName && { 'display-name': displayName }),
    ...(strip.type && { 'strip-type': strip.type }),
    ...(strip.position && { 'strip-position': strip.position }),
    ...(isObserver && {
      observer: '',
      'no-prejoin': '',
      'start-muted': '',
      'start-camera-off': '',
    }),
  });
  room.tokenProvider = () => accessToken;
  return room;
}

/**
 * The spelling of the words is not published: `FIXED_GRID`, `fixedGrid` and `fixed-grid` are equal.
 */
function oneOf(words: readonly string[], given: string | null): string | undefined {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[_-]/g, '');
  return words.find((word) => plain(word) === plain(given ?? ''));
}

function keptKey(): string | null {
  const state: unknown = history.state;
  const key = typeof state === 'object' && state && 'key' in state ? state.key : null;
  return typeof key === 'string' ? key : null;
}

/** The key is the login's answer, in base64. */
function tokenIn(key: string | null): string | undefined {
  try {
    const login: unknown = JSON.parse(atob(key ?? ''));
    if (typeof login !== 'object' || !login || !('accessToken' in login)) return undefined;
    return typeof login.accessToken === 'string' ? login.accessToken : undefined;
  } catch {
    return undefined;
  }
}

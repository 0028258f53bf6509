import type { AppRoomsApi, TokenProvider } from '../../api/types.js';
import type { RoomListMessages } from '../../i18n/list-messages.js';
import type { ListServices } from '../../state/list-types.js';
import {
  elementReference,
  callback,
  choice,
  FfcElement,
  flag,
  object,
  text,
  themes,
  whole,
} from '../shared/converters.js';

/**
 * The attributes and properties of `<ffc-room-list>`. A boolean attribute with the value `false`
 * counts as left out.
 */
export abstract class RoomListElementBase extends FfcElement {
  // Not by decorators: they would cost the list's budget 400 bytes.
  static override properties = {
    endpoint: { converter: text() },
    tokenUrl: { converter: text() },
    tokenProvider: { converter: callback, attribute: false },
    roomsUrl: { converter: text() },
    roomsApi: { converter: object, attribute: false },
    services: { converter: object, attribute: false },
    htmlFor: { converter: text(), attribute: 'for' },
    forElement: { converter: elementReference, attribute: false },
    keyword: { converter: text('') },
    roomState: { converter: text('') },
    type: { converter: text('') },
    accessLevel: { converter: text('') },
    owner: { converter: text('') },
    inviteUrl: { converter: text() },
    sort: { converter: text('created-at-desc') },
    page: { converter: whole(1, 1) },
    pageSize: { converter: whole(1, 12) },
    readonly: { converter: flag },
    theme: { converter: choice(themes, undefined), reflect: true },
    searchDelay: { converter: whole(0, 300), attribute: false },
    messages: { converter: object, attribute: false },
  };

  /** `sandbox`, `production`, or the base URL of a member API. */
  endpoint: string | undefined;

  /** Same-origin address that answers a member token to a POST; for pages without script. */
  tokenUrl: string | undefined;

  /**
   * Gives the member access token, usually from the app's own backend. Another function is used
   * from the next load on; call `refresh()` to see another member's rooms at once.
   */
  tokenProvider: TokenProvider | undefined;

  /**
   * Same-origin address of the app's own gateway, which answers for the rooms in place of the
   * member API and knows by the page's cookies who is asking. The list then needs neither
   * `endpoint` nor a token source.
   */
  roomsUrl: string | undefined;

  /**
   * Answers for the rooms in place of the member API; goes before `roomsUrl`. Another object is
   * used from the next load on: call `refresh()` to load at once. Its method `can` says what the
   * list offers; without that, members may change rooms of their own.
   */
  roomsApi: AppRoomsApi | undefined;

  /**
   * Everything that the list needs of the world, in place of `endpoint`, the token source and
   * `roomsApi`: for tests, stories, and apps with a transport of their own. Another object has
   * the list start over; one that is set again and again has it wait longer each time.
   */
  services: ListServices | undefined;

  /**
   * The id of the `<ffc-room>` that opens a picked room (attribute `for`), looked up around the
   * list, then in the trees around that.
   */
  htmlFor: string | undefined;

  /** The element that opens a picked room: for one that an id does not reach. Goes before `for`. */
  forElement: Element | null | undefined;

  /** Only rooms with this text, as in the search field. Follows what is typed there. */
  keyword = '';

  /**
   * Only rooms in this state: `live`, `scheduled`, `ended`, or the service's own spelling.
   * Default: all. Follows the choice of the user.
   */
  roomState = '';

  /**
   * Only rooms of this type: `video-conference`, `broadcast-rtmp`, … Default: all. Follows the choice
   * of the user.
   */
  type = '';

  /**
   * Only rooms that this access level lets people into: `public`, `member`, `restricted`, `private`.
   * Default: all. Follows the choice of the user.
   */
  accessLevel = '';

  /** Only rooms of the member with this `appUserId`. Default: all. Follows the choice of the user. */
  owner = '';

  /**
   * The address of the app's page for a room, which each room then offers to copy: `{id}` and `{uuid}`
   * stand for the room's own, as in `https://app.example/rooms/{id}`. A relative one starts from the
   * page. Only `http:` and `https:` are taken.
   */
  inviteUrl: string | undefined;

  /**
   * `created-at-desc`, `created-at-asc`, `last-modified-at-desc` or `last-modified-at-asc`, also
   * in the service's own spelling. Follows the choice of the user.
   */
  sort = 'created-at-desc';

  /** Which page is shown, counted from 1. Follows what the service answered. */
  page = 1;

  /** The most rooms on one page. */
  pageSize = 12;

  /** No creating, editing and deleting. */
  readonly = false;

  /** Light or dark colours; `auto`: as the person's system says. Default: as the page is. */
  theme: 'light' | 'dark' | 'auto' | undefined;

  /** Milliseconds without a keystroke before the search begins; the Enter key does not wait. */
  searchDelay = 300;

  /** Words in place of the element's own; those left out stay. */
  messages: Partial<RoomListMessages> | undefined;
}

/** The service's spelling: `created-at-desc` is HTML's way to write `CREATED_AT_DESC`. */
export function constant(value: string): string {
  return value.toUpperCase().replaceAll('-', '_');
}

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
  // Without decorators, which would cost 400 bytes of the list's budget.
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
    headingLevel: { converter: whole(1, 2, 6) },
    theme: { converter: choice(themes, undefined), reflect: true },
    searchDelay: { converter: whole(0, 300), attribute: false },
    messages: { converter: object, attribute: false },
  };

  /** `sandbox`, `production`, or the base URL of a member API. */
  endpoint: string | undefined;

  /** Same-origin address that answers a POST with a member token; for pages without script. */
  tokenUrl: string | undefined;

  /**
   * Returns the member access token, usually from the app's own backend. A new function is used
   * from the next load on. Call `refresh()` to show another member's rooms at once.
   */
  tokenProvider: TokenProvider | undefined;

  /**
   * Same-origin address of the app's own gateway, which answers requests for rooms in place of the
   * member API. It knows the member by the page's cookies. The list then needs neither `endpoint`
   * nor a token source.
   */
  roomsUrl: string | undefined;

  /**
   * Answers requests for rooms in place of the member API; takes precedence over `roomsUrl`. A new
   * object is used from the next load on. Call `refresh()` to load at once. Its method `can`
   * decides which actions the list offers; without it, members may change their own rooms.
   */
  roomsApi: AppRoomsApi | undefined;

  /**
   * All external services of the list, in place of `endpoint`, the token source and `roomsApi`: for
   * tests, stories, and apps with a transport of their own. A new object makes the list start over,
   * with growing waits if that happens repeatedly. While a dialog is open, only the next requests
   * use it.
   */
  services: ListServices | undefined;

  /**
   * The id of the `<ffc-room>` that opens a picked room (attribute `for`). It is looked up in the
   * list's own tree, then outwards.
   */
  htmlFor: string | undefined;

  /**
   * The element that opens a picked room, if an id cannot reach it. It takes precedence over `for`.
   */
  forElement: Element | null | undefined;

  /** Only rooms with this text, as in the search field. Typing there changes it. */
  keyword = '';

  /**
   * Only rooms in this state: `live`, `scheduled`, `ended`, or the service's own spelling. Default:
   * all. The person's choice changes it.
   */
  roomState = '';

  /**
   * Only rooms of this type: `video-conference`, `broadcast-rtmp`, … Default: all. The person's
   * choice changes it.
   */
  type = '';

  /**
   * Only rooms that this access level lets people into: `public`, `member`, `restricted`,
   * `private`. Default: all. The person's choice changes it.
   */
  accessLevel = '';

  /**
   * Only rooms of the member with this `appUserId`. Default: all. The person's choice changes it.
   */
  owner = '';

  /**
   * The URL of the app's page for a room. Each room offers to copy it. `{id}` and `{uuid}` are
   * replaced by those of the room, as in `https://app.example/rooms/{id}`. A relative URL is
   * resolved against the page. Only `http:` and `https:` are accepted.
   */
  inviteUrl: string | undefined;

  /**
   * `created-at-desc`, `created-at-asc`, `last-modified-at-desc` or `last-modified-at-asc`, also in
   * the service's own spelling. The person's choice changes it.
   */
  sort = 'created-at-desc';

  /** The shown page, counted from 1. The service's answer changes it. */
  page = 1;

  /** The most rooms on one page. */
  pageSize = 12;

  /** Whether creating, editing and deleting are off. */
  readonly = false;

  /**
   * The level of the list's own heading for screen readers, from 1 to 6. The headings of the rooms
   * are one level deeper. It changes no look.
   */
  headingLevel = 2;

  /** Light or dark colours; `auto`: those of the person's system. Default: those of the page. */
  theme: 'light' | 'dark' | 'auto' | undefined;

  /** Milliseconds without a keystroke before the search begins; the Enter key does not wait. */
  searchDelay = 300;

  /** The page's own words for single messages. Others stay. */
  messages: Partial<RoomListMessages> | undefined;
}

/** Turns HTML's spelling into the service's: `created-at-desc` into `CREATED_AT_DESC`. */
export function constant(value: string): string {
  return value.toUpperCase().replaceAll('-', '_');
}

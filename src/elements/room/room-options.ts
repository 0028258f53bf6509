import { LitElement, type PropertyDeclaration } from 'lit';
import type { RoomsApi, TokenProvider } from '../../api/types.js';
import type { RoomViewOptions } from '../../parts/room-handle.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { RoomServices, RoomStoreOptions } from '../../state/types.js';
import type { LayoutMode } from '../../state/view.js';

/** Which changes in the room are spoken by screen readers. */
export type AnnounceLevel = 'all' | 'important' | 'none';

/** A property that is not in the class is a mistake of spelling. */
type Declarations = { readonly [K in keyof RoomOptionsElement]?: PropertyDeclaration };

/** The attributes and properties of `<ffc-room>`, and what the layers below make of them. */
export abstract class RoomOptionsElement extends LitElement {
  // Not by decorators: their helpers would be a fortieth of what a page loads for an idle room.
  static override properties: Declarations = {
    endpoint: {},
    roomId: { attribute: 'room-id' },
    tokenUrl: { attribute: 'token-url' },
    tokenProvider: { attribute: false },
    roomsUrl: { attribute: 'rooms-url' },
    roomsApi: { attribute: false },
    services: { attribute: false },
    displayName: { attribute: 'display-name' },
    autoJoin: { type: Boolean, attribute: 'auto-join' },
    noPrejoin: { type: Boolean, attribute: 'no-prejoin' },
    startMuted: { type: Boolean, attribute: 'start-muted' },
    startCameraOff: { type: Boolean, attribute: 'start-camera-off' },
    autoSubscribe: { attribute: 'auto-subscribe' },
    layout: {},
    layoutMode: { attribute: 'layout-mode' },
    maxTiles: { type: Number, attribute: 'max-tiles' },
    controls: {},
    hideSelf: { type: Boolean, attribute: 'hide-self' },
    theme: { reflect: true },
    announce: {},
    dataSaver: { type: Boolean, attribute: 'data-saver' },
    noPersist: { type: Boolean, attribute: 'no-persist' },
    messages: { attribute: false },
  };

  /** `sandbox`, `production`, or the base URL of a member API. */
  endpoint: string | undefined;

  /** Id or uuid of the room to open. Without one the element waits for somebody to choose. */
  roomId: string | undefined;

  /** Same-origin address that answers a member token to a POST; for pages without script. */
  tokenUrl: string | undefined;

  /**
   * Gives the member access token, usually from the app's own backend. Another function is used
   * from the next request on; it does not disturb a call that is under way.
   */
  tokenProvider: TokenProvider | undefined;

  /**
   * Same-origin address of the app's own gateway, which answers for the rooms in place of the
   * member API and knows by the page's cookies who is asking. Joining stays
   * direct.
   */
  roomsUrl: string | undefined;

  /** Answers for the rooms in place of the member API; goes before `roomsUrl`. */
  roomsApi: RoomsApi | undefined;

  /**
   * Everything that the room needs of the world, in place of `endpoint`, the token source and
   * `roomsApi`: for tests, stories, and apps with a transport of their own.
   */
  services: RoomServices | undefined;

  /** The name that others see, where the service lets a participant choose one. */
  displayName: string | undefined;

  /** Join as soon as the room is loaded. */
  autoJoin = false;

  /** No preview and no device choice before the join: devices are not touched until then. */
  noPrejoin = false;

  /** Join with the microphone off. */
  startMuted = false;

  /** Join with the camera off. */
  startCameraOff = false;

  /** `off`: receive nothing until `setSubscribed()` asks for it. */
  autoSubscribe: 'on' | 'off' = 'on';

  /**
   * The layout to begin with. Default `grid`. Setting it changes the layout; what a person picks
   * in the room later does not change this property: `ffc-layout-change` tells it.
   */
  layout: string | undefined;

  /**
   * `automatic`: the room changes the layout by its rules, for example when somebody shares a
   * screen. `manual`: only a person or a script does. Default `automatic`; who picks a layout
   * makes it `manual`.
   */
  layoutMode: LayoutMode | undefined;

  /** The most tiles on one page of the stage. Default: as many as stay legible. */
  maxTiles: number | undefined;

  /**
   * The buttons to show, in order: `microphone camera screen devices leave`, or some of them.
   * Default: all.
   */
  controls: string | undefined;

  /** No tile for the local participant. */
  hideSelf = false;

  /** Light or dark colours; `auto`: as the person's system says. Default: as the page is. */
  theme: 'light' | 'dark' | 'auto' | undefined;

  /**
   * What screen readers hear: `all`, `important` (all but the microphones of others) or `none`.
   */
  announce: AnnounceLevel = 'all';

  /** Download smaller pictures, and send a smaller one. */
  dataSaver = false;

  /** Do not remember device choices in this browser. */
  noPersist = false;

  /** Other words in place of single messages of the element's language. */
  messages: Partial<RoomMessages> | undefined;
}

/** What the attributes say about how to join. */
export function storeOptions(element: RoomOptionsElement): RoomStoreOptions {
  const storage = element.noPersist ? undefined : localStorageIfAllowed();
  return {
    startMuted: element.startMuted,
    startCameraOff: element.startCameraOff,
    autoSubscribe: element.autoSubscribe !== 'off',
    autoJoin: element.autoJoin,
    noPreview: element.noPrejoin,
    dataSaver: element.dataSaver,
    ...(element.displayName && { displayName: element.displayName }),
    ...(storage && { storage }),
  };
}

/** What the attributes say about how the room looks. */
export function viewOptions(element: RoomOptionsElement): RoomViewOptions {
  const { messages, hideSelf, maxTiles, displayName, noPrejoin } = element;
  return {
    messages,
    hideSelf,
    maxTiles: maxTiles && maxTiles >= 1 ? Math.floor(maxTiles) : undefined,
    controls: element.controls?.split(/\s+/).filter(Boolean),
    displayName,
    noPrejoin,
  };
}

/** Reading the property alone throws where cookies are blocked. */
function localStorageIfAllowed(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { RoomsApi, TokenProvider } from '../../api/types.js';
import type { RoomViewOptions } from '../../controllers/room-handle.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { RoomServices, RoomStoreOptions } from '../../state/types.js';

/** Which changes in the room are spoken by screen readers. */
export type AnnounceLevel = 'all' | 'important' | 'none';

/** The attributes and properties of `<ffc-room>`, and what the layers below make of them. */
export abstract class RoomOptionsElement extends LitElement {
  /** `sandbox`, `production`, or the base URL of a member API. */
  @property() endpoint: string | undefined;

  /** Id or uuid of the room to open. Without one the element waits for somebody to choose. */
  @property({ attribute: 'room-id' }) roomId: string | undefined;

  /** Same-origin address that answers a member token to a POST; for pages without script. */
  @property({ attribute: 'token-url' }) tokenUrl: string | undefined;

  /**
   * Gives the member access token, usually from the app's own backend. Another function is used
   * from the next request on; it does not disturb a call that is under way.
   */
  @property({ attribute: false }) tokenProvider: TokenProvider | undefined;

  /** Answers for the rooms in place of the member API: the app's own gateway. */
  @property({ attribute: false }) roomsApi: RoomsApi | undefined;

  /**
   * Everything that the room needs of the world, in place of `endpoint`, the token source and
   * `roomsApi`: for tests, stories, and apps with a transport of their own.
   */
  @property({ attribute: false }) services: RoomServices | undefined;

  /** The name that others see, where the service lets a participant choose one. */
  @property({ attribute: 'display-name' }) displayName: string | undefined;

  /** Join as soon as the room is loaded. */
  @property({ type: Boolean, attribute: 'auto-join' }) autoJoin = false;

  /** No preview and no device choice before the join: devices are not touched until then. */
  @property({ type: Boolean, attribute: 'no-prejoin' }) noPrejoin = false;

  /** Join with the microphone off. */
  @property({ type: Boolean, attribute: 'start-muted' }) startMuted = false;

  /** Join with the camera off. */
  @property({ type: Boolean, attribute: 'start-camera-off' }) startCameraOff = false;

  /** `off`: receive nothing until `setSubscribed()` asks for it. */
  @property({ attribute: 'auto-subscribe' }) autoSubscribe: 'on' | 'off' = 'on';

  /** The most tiles on one page of the stage. Default: as many as stay legible. */
  @property({ type: Number, attribute: 'max-tiles' }) maxTiles: number | undefined;

  /**
   * The buttons to show, in order: `microphone camera screen devices leave`, or some of them.
   * Default: all.
   */
  @property() controls: string | undefined;

  /** No tile for the local participant. */
  @property({ type: Boolean, attribute: 'hide-self' }) hideSelf = false;

  /** Light or dark colours. Default: as the person's system says. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;

  /**
   * What screen readers hear: `all`, `important` (all but the microphones of others) or `none`.
   */
  @property() announce: AnnounceLevel = 'all';

  /** Download smaller pictures, and send a smaller one. */
  @property({ type: Boolean, attribute: 'data-saver' }) dataSaver = false;

  /** Do not remember device choices in this browser. */
  @property({ type: Boolean, attribute: 'no-persist' }) noPersist = false;

  /** Other words in place of single messages of the element's language. */
  @property({ attribute: false }) messages: Partial<RoomMessages> | undefined;
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

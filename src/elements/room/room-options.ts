import type { PropertyDeclaration } from 'lit';
import type { AppRoomsApi, TokenProvider } from '../../api/types.js';
import type { RoomPanelMessages } from '../../i18n/panel-messages.js';
import type { StripPosition, StripType } from '../../parts/layouts.js';
import type { AllRoomMessages } from '../../i18n/room-messages.js';
import type { RoomServices } from '../../state/types.js';
import type { LayoutMode } from '../../state/view.js';
import {
  callback,
  choice,
  FfcElement,
  flag,
  object,
  text,
  themes,
  whole,
  words,
} from '../shared/converters.js';

/** The changes in the room that screen readers announce. */
export type AnnounceLevel = 'all' | 'important' | 'none';

/** Frameworks bind booleans, too. */
const onOrOff = (word: string): string =>
  word === 'true' ? 'on' : word === 'false' ? 'off' : word;

/** A type that rejects a misspelled property. */
type Declarations = { readonly [K in keyof RoomElementBase]?: PropertyDeclaration };

/**
 * The attributes and properties of `<ffc-room>`. A boolean attribute with the value `false` counts
 * as left out.
 *
 * @cssprop [--ffc-call-surface=#111418] - The background of the call, with `call-theme="dark"`.
 * @cssprop [--ffc-call-surface-raised=#2b323c] - Buttons and panels on it.
 * @cssprop [--ffc-call-on-surface=#f2f4f7] - Text on it.
 * @cssprop [--ffc-call-muted=#a9b2c0] - Text of less weight on it, icons.
 * @cssprop [--ffc-call-border=#434c59] - Lines on it.
 * @cssprop [--ffc-call-tile=#20262e] - A tile without a picture on it.
 */
export abstract class RoomElementBase extends FfcElement {
  // Without decorators: their helpers would be a fortieth of the code of an idle room.
  static override properties: Declarations = {
    endpoint: { converter: text() },
    roomId: { converter: text() },
    tokenUrl: { converter: text() },
    tokenProvider: { converter: callback, attribute: false },
    roomsUrl: { converter: text() },
    roomsApi: { converter: object, attribute: false },
    services: { converter: object, attribute: false },
    displayName: { converter: text() },
    autoJoin: { converter: flag },
    noPrejoin: { converter: flag },
    noNameField: { converter: flag },
    observer: { converter: flag },
    startMuted: { converter: flag },
    startCameraOff: { converter: flag },
    autoSubscribe: {
      converter: choice(['on', 'off'], 'on', onOrOff),
    },
    layout: { converter: text() },
    layoutMode: { converter: choice(['automatic', 'manual'], undefined) },
    stripPosition: {
      converter: choice(['top', 'bottom', 'left', 'right'], undefined),
    },
    stripType: { converter: choice(['fixed-grid', 'scroll'], undefined) },
    maxTiles: { converter: whole(1) },
    controls: { converter: words },
    hideSelf: { converter: flag },
    headingLevel: { converter: whole(1, 2, 6) },
    theme: { converter: choice(themes, undefined), reflect: true },
    callTheme: {
      converter: choice(['dark', 'inherit'], 'dark'),
      reflect: true,
      useDefault: true,
    },
    announce: { converter: choice(['all', 'important', 'none'], 'all') },
    dataSaver: { converter: flag },
    powerSaver: { converter: flag },
    noPersist: { converter: flag },
    noHotkeys: { converter: flag },
    sounds: { converter: choice(['on', 'off'], 'on', onOrOff) },
    inviteUrl: { converter: text() },
    roomOptions: { converter: object, attribute: false },
    connectOptions: { converter: object, attribute: false },
    videoProcessor: { converter: object, attribute: false },
    audioProcessor: { converter: object, attribute: false },
    noLeaveConfirm: { converter: flag },
    backUrl: { converter: text() },
    messages: { converter: object, attribute: false },
  };

  /** `sandbox`, `production`, or the base URL of a member API. */
  endpoint: string | undefined;

  /**
   * Id or uuid of the room to open. Without one the element invites the person to choose a room.
   */
  roomId: string | undefined;

  /** Same-origin address that answers a POST with a member token; for pages without script. */
  tokenUrl: string | undefined;

  /**
   * Returns the member access token, usually from the app's own backend. A new function is used
   * from the next request on, and does not disturb a running call.
   */
  tokenProvider: TokenProvider | undefined;

  /**
   * Same-origin address of the app's own gateway, which answers requests for rooms in place of the
   * member API. It knows the member by the page's cookies. Joining still uses the member API.
   */
  roomsUrl: string | undefined;

  /**
   * Answers requests for rooms in place of the member API; takes precedence over `roomsUrl`. A new
   * object is used from the next request on. It neither ends a call nor opens the room again. If it
   * has the method `endRoom`, the hosts of a call can end it for everybody.
   */
  roomsApi: AppRoomsApi | undefined;

  /**
   * All external services of the room, in place of `endpoint`, the token source and `roomsApi`: for
   * tests, stories, and apps with a transport of their own. A new object is used from the next
   * request on. It neither ends a call nor opens the room again.
   */
  services: RoomServices | undefined;

  /** The name that others see, if the service lets a participant choose one. */
  displayName: string | undefined;

  /** Join as soon as the room is loaded. */
  autoJoin = false;

  /** No preview and no device choice before the join: devices are not touched until then. */
  noPrejoin = false;

  /** The preview has no field for a name: others see the name from the app or `display-name`. */
  noNameField = false;

  /**
   * Only watch. No device is requested, and neither a camera nor a screen can be shared. Others do
   * not see the observer in tiles, the count or notices; hosts see that somebody observes. The
   * microphone starts off. When the observer turns it on, everybody sees the person like any
   * participant.
   */
  observer = false;

  /** Join with the microphone off. */
  startMuted = false;

  /** Join with the camera off. */
  startCameraOff = false;

  /** `off`, or `false`: receive no track until `setSubscribed()` subscribes to it. Default `on`. */
  autoSubscribe: 'on' | 'off' = 'on';

  /**
   * The layout to begin with: `grid`, `fixed-grid`, `scroll`, `focused`, or one that the page has
   * registered. Default `grid`. Setting it changes the layout. A person's later choice does not
   * change this property, but emits `ffc-layout-change`.
   */
  layout: string | undefined;

  /**
   * `automatic`: the room changes the layout by its rules, for example when somebody shares a
   * screen. `manual`: only a person or a script does. Default `automatic`; picking a layout sets
   * `manual`.
   */
  layoutMode: LayoutMode | undefined;

  /**
   * The side of the strip in the layout `focused`, which shows everybody outside the main place:
   * `top`, `bottom`, `left` or `right`, whatever the writing direction. Default: the side with more
   * space.
   */
  stripPosition: StripPosition | undefined;

  /**
   * The arrangement of the strip: `fixed-grid`, two by two in pages, or `scroll`, in one row or
   * column. Default: as many as are legible.
   */
  stripType: StripType | undefined;

  /** The most tiles on one page of the stage. Default: as many as are legible. */
  maxTiles: number | undefined;

  /**
   * The buttons to show, in order: `microphone camera screen chat devices more leave`, or some of them.
   * Default: all.
   */
  controls: string | undefined;

  /** No tile for the local participant. */
  hideSelf = false;

  /**
   * The level of the room's outermost headings for screen readers, from 1 to 6. Those in its panels
   * are one level deeper. It changes no look.
   */
  headingLevel = 2;

  /** Light or dark colours; `auto`: those of the person's system. Default: those of the page. */
  theme: 'light' | 'dark' | 'auto' | undefined;

  /**
   * `dark`: the call is dark on every page, so that pictures stand out; `--ffc-call-*` are its
   * colours. `inherit`: it has the colours of the room. Default `dark`.
   */
  callTheme: 'dark' | 'inherit' = 'dark';

  /**
   * The announcements for screen readers: `all`, `important` (all but the microphones of others) or `none`.
   */
  announce: AnnounceLevel = 'all';

  /**
   * Download smaller pictures and fewer frames, at most half of the data; send a smaller picture.
   */
  dataSaver = false;

  /**
   * Pause the videos when this computer is too slow for them; the sound goes on. The person is
   * notified, and can turn the videos on again; `ffc-power-change` notifies the page. It has no
   * effect while a video is in a picture-in-picture window.
   */
  powerSaver = false;

  /** Store nothing in this browser: neither the chosen devices nor switches nor the name. */
  noPersist = false;

  /** No keyboard shortcuts, whatever the person's settings say. */
  noHotkeys = false;

  /**
   * `off`, or `false`: no sounds when somebody joins, leaves, raises a hand or writes. Default
   * `on`.
   */
  sounds: 'on' | 'off' = 'on';

  /**
   * Address of an invitation to this room (http or https). The header has a button that copies it.
   * Default: none, and no button.
   */
  inviteUrl: string | undefined;

  /**
   * LiveKit's `RoomOptions`, such as codecs, bitrates or `encryption`. They take precedence over
   * the defaults of this element. Used by the next preview or join.
   */
  roomOptions: object | undefined;

  /**
   * LiveKit's `RoomConnectOptions`, such as `rtcConfig` with TURN servers. Used by the next join.
   */
  connectOptions: object | undefined;

  /**
   * A video processor of LiveKit, such as the blur of `ffc-elements/effects`, which has a switch. It
   * processes the local camera before that is shown or sent. Used by the next preview or join.
   */
  videoProcessor: object | undefined;

  /**
   * The same for the local microphone, such as the noise suppression of `ffc-elements/effects`. It
   * processes the microphone before that is sent.
   */
  audioProcessor: object | undefined;

  /**
   * Leave a running call without a question: when a person picks another room, and when the page is
   * reloaded, closed or left.
   */
  noLeaveConfirm = false;

  /**
   * Address of the page with the rooms (http or https). The screens after a call have a link to it.
   * A list that opens its rooms in this element takes precedence. Default: no link.
   */
  backUrl: string | undefined;

  /** The page's own words for single messages of the element's language. */
  messages: Partial<AllRoomMessages & RoomPanelMessages> | undefined;
}

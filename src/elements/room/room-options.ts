import type { PropertyDeclaration } from 'lit';
import type { RoomsApi, TokenProvider } from '../../api/types.js';
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

/** Which changes in the room are spoken by screen readers. */
export type AnnounceLevel = 'all' | 'important' | 'none';

/** Frameworks write booleans. */
const onOrOff = (word: string): string =>
  word === 'true' ? 'on' : word === 'false' ? 'off' : word;

/** A property that is not in the class is a mistake of spelling. */
type Declarations = { readonly [K in keyof RoomElementBase]?: PropertyDeclaration };

/**
 * The attributes and properties of `<ffc-room>`, and what the layers below make of them. A boolean
 * attribute with the value `false` counts as left out.
 *
 * @cssprop [--ffc-call-surface=#111418] - The background of the call, with `call-theme="dark"`.
 * @cssprop [--ffc-call-surface-raised=#2b323c] - Buttons and panels on it.
 * @cssprop [--ffc-call-on-surface=#f2f4f7] - Text on it.
 * @cssprop [--ffc-call-muted=#a9b2c0] - Text of less weight on it, icons.
 * @cssprop [--ffc-call-border=#434c59] - Lines on it.
 * @cssprop [--ffc-call-tile=#20262e] - A tile without a picture on it.
 */
export abstract class RoomElementBase extends FfcElement {
  // Not by decorators: their helpers would be a fortieth of what a page loads for an idle room.
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

  /**
   * Answers for the rooms in place of the member API; goes before `roomsUrl`. Another object
   * serves the next try; it neither ends a call nor opens the room again.
   */
  roomsApi: RoomsApi | undefined;

  /**
   * Everything that the room needs of the world, in place of `endpoint`, the token source and
   * `roomsApi`: for tests, stories, and apps with a transport of their own. Another object
   * serves the next try; it neither ends a call nor opens the room again.
   */
  services: RoomServices | undefined;

  /** The name that others see, where the service lets a participant choose one. */
  displayName: string | undefined;

  /** Join as soon as the room is loaded. */
  autoJoin = false;

  /** No preview and no device choice before the join: devices are not touched until then. */
  noPrejoin = false;

  /** The preview asks for no name: others see the one that the app or `display-name` gives. */
  noNameField = false;

  /**
   * Only watch: no device is asked for, there is no camera and no screen to share, and nobody sees
   * who watches, in tiles, count or notices; hosts read that somebody does. The microphone starts off
   * and can be turned on: from then on the person is shown as everybody is.
   */
  observer = false;

  /** Join with the microphone off. */
  startMuted = false;

  /** Join with the camera off. */
  startCameraOff = false;

  /** `off`, or `false`: receive nothing until `setSubscribed()` asks for it. Default `on`. */
  autoSubscribe: 'on' | 'off' = 'on';

  /**
   * The layout to begin with: `grid`, `fixed-grid`, `scroll`, `focused`, or one that the page has
   * registered. Default `grid`. Setting it changes the layout; what a person picks
   * in the room later does not change this property: `ffc-layout-change` tells it.
   */
  layout: string | undefined;

  /**
   * `automatic`: the room changes the layout by its rules, for example when somebody shares a
   * screen. `manual`: only a person or a script does. Default `automatic`; who picks a layout
   * makes it `manual`.
   */
  layoutMode: LayoutMode | undefined;

  /**
   * The side of the stage for those who are not in the main place of the layout `focused`: `top`,
   * `bottom`, `left` or `right`, whatever the writing direction. Default: where there is room.
   */
  stripPosition: StripPosition | undefined;

  /**
   * How they stand there: `fixed-grid`, two by two in pages, or `scroll`, in one row or column.
   * Default: as many as stay legible.
   */
  stripType: StripType | undefined;

  /** The most tiles on one page of the stage. Default: as many as stay legible. */
  maxTiles: number | undefined;

  /**
   * The buttons to show, in order: `microphone camera screen chat devices more leave`, or some of them.
   * Default: all.
   */
  controls: string | undefined;

  /** No tile for the local participant. */
  hideSelf = false;

  /** Light or dark colours; `auto`: as the person's system says. Default: as the page is. */
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

  /** Download smaller pictures and fewer frames, half of the data at the most; send a smaller picture. */
  dataSaver = false;

  /**
   * Drop to sound when this computer cannot keep up with the videos. The person is told, and can
   * have them back; `ffc-power-change` tells the page. Not while a picture is in a window of its own.
   */
  powerSaver = false;

  /** Remember nothing in this browser: no devices, switches or name that were chosen. */
  noPersist = false;

  /** No keyboard shortcuts, whatever the person's settings say. */
  noHotkeys = false;

  /** `off`, or `false`: no soft sounds for who joins, leaves, raises a hand or writes. Default `on`. */
  sounds: 'on' | 'off' = 'on';

  /**
   * Address by which others get into this room (http or https): the header has a button that copies
   * it. Default: none, and no such button.
   */
  inviteUrl: string | undefined;

  /**
   * LiveKit's `RoomOptions`, which go before what this element chooses, such as codecs, bitrates or
   * `encryption`. Counts for the next preview or join.
   */
  roomOptions: object | undefined;

  /** LiveKit's `RoomConnectOptions`, such as `rtcConfig` with TURN servers. Counts for the next join. */
  connectOptions: object | undefined;

  /**
   * A video processor of LiveKit's, such as one that blurs the background: it gets the own camera
   * before it is shown or sent. Counts for the next camera that is opened.
   */
  videoProcessor: object | undefined;

  /** The same for the own microphone. */
  audioProcessor: object | undefined;

  /**
   * Ask nobody before a running call is left: neither when a person picks another room, nor when
   * the page is reloaded, closed or left.
   */
  noLeaveConfirm = false;

  /**
   * Address of the page with the rooms (http or https): the screens after a call have a link to it.
   * A list that opens its rooms in this element goes before that. Default: no link.
   */
  backUrl: string | undefined;

  /** Other words in place of single messages of the element's language. */
  messages: Partial<AllRoomMessages & RoomPanelMessages> | undefined;
}

import type { Readable } from '../core/cell.js';
import type { RoomPanelMessages } from '../i18n/panel-messages.js';
import type { AllRoomMessages } from '../i18n/room-messages.js';
import { isInCall } from '../state/phase.js';
import type { RoomServices, RoomStore } from '../state/types.js';
import type { RoomView } from '../state/view.js';
import type { StripPosition, StripType } from './layouts.js';
import { FeatureSet, type RoomFeatures } from './features.js';

/** The attributes and properties of `<ffc-room>` that its parts read. */
export interface RoomViewOptions {
  readonly messages: Partial<AllRoomMessages & RoomPanelMessages> | undefined;
  /** The level of the outermost headings. */
  readonly headingLevel: number;
  /** Whether the local participant has no tile. */
  readonly hideSelf: boolean;
  /** The most tiles on one page of the stage; undefined: as many as are legible. */
  readonly maxTiles: number | undefined;
  /** The side of the strip in the layout `focused`; undefined: the side with more space. */
  readonly stripPosition?: StripPosition | undefined;
  /** The arrangement of tiles in the strip; undefined: as many as are legible. */
  readonly stripType?: StripType | undefined;
  /** The names of the buttons to show, in order; undefined: all. */
  readonly controls: readonly string[] | undefined;
  readonly displayName: string | undefined;
  /** Whether the prejoin has no preview and no choice of devices. */
  readonly noPrejoin: boolean;
  /** Whether the person only watches: without a camera, and without a screen to share. */
  readonly observer?: boolean;
  /** Whether the prejoin has no field for a name. */
  readonly noNameField: boolean;
  /** Whether there are no keyboard shortcuts. */
  readonly noHotkeys?: boolean;
  /** Whether there are no sounds. */
  readonly noSounds?: boolean;
  /** Whether nothing is stored in this browser. */
  readonly noPersist?: boolean;
  /** The address of an invitation to the room; undefined while it is unknown. */
  readonly inviteUrl?: string | undefined;
}

/** A part's access to the room that it belongs to. */
export interface RoomHandle {
  readonly store: RoomStore;
  /** Layout, pin, page and panel. Ask for changes by requests, so that the page can cancel them. */
  readonly view: RoomView;
  /** The `<ffc-room>`. Requests of a part outside of it are dispatched on it. */
  readonly host: HTMLElement;
  readonly options: Readable<RoomViewOptions>;
  /** The room's calls to the service, or the page's own functions if it set `services`. */
  readonly services: RoomServices;
  /** Whether the person is in the call, also during a reconnection. */
  readonly isInCall: boolean;
  /**
   * Resolves to a feature of the room, such as `chat`. The feature loads with its first use, is the
   * same one each time, and ends with the room. Rejects with an `FfcError`; after a failed load the
   * next call tries again.
   */
  use<K extends keyof RoomFeatures>(name: K): Promise<RoomFeatures[K]>;
}

/** Creates the handle of a room. */
export function createRoomHandle(
  init: Omit<RoomHandle, 'isInCall' | 'use'>,
  features = new FeatureSet(),
): RoomHandle {
  const handle: RoomHandle = {
    ...init,
    get isInCall() {
      return isInCall(init.store.phase.getSnapshot().state);
    },
    use: (name) => features.use(name, handle),
  };
  return handle;
}

/**
 * The property of a room's element that holds its handle. The symbol is global, so that two copies
 * of the code agree.
 */
export const roomHandleKey: unique symbol = Symbol.for('ffc-elements.room') as never;

export interface RoomHandleProvider {
  readonly [roomHandleKey]: RoomHandle;
}

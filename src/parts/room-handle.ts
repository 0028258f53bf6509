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
  /** No tile for the local participant. */
  readonly hideSelf: boolean;
  /** The most tiles on one page of the stage; undefined: as many as stay legible. */
  readonly maxTiles: number | undefined;
  /** The place of the strip in the layout `focused`; undefined: the side with room. */
  readonly stripPosition?: StripPosition | undefined;
  /** The arrangement of tiles in the strip; undefined: as many as stay legible. */
  readonly stripType?: StripType | undefined;
  /** The names of the buttons to show, in order; undefined: all. */
  readonly controls: readonly string[] | undefined;
  readonly displayName: string | undefined;
  /** The prejoin has no preview and no device choice. */
  readonly noPrejoin: boolean;
  /** The person only watches: there is no camera and no screen to share. */
  readonly observer?: boolean;
  /** The prejoin asks for no name. */
  readonly noNameField: boolean;
  /** No keyboard shortcuts. */
  readonly noHotkeys?: boolean;
  /** No soft sounds. */
  readonly noSounds?: boolean;
  /** Nothing is kept in this browser. */
  readonly noPersist?: boolean;
  /** The address by which others get in; undefined: it is not known. */
  readonly inviteUrl?: string | undefined;
}

/** A part's access to the room that it belongs to. */
export interface RoomHandle {
  readonly store: RoomStore;
  /** Layout, pin, page and panel. Ask for changes by requests, so that the page can cancel them. */
  readonly view: RoomView;
  /** The `<ffc-room>`: requests are dispatched on it when the part stands outside. */
  readonly host: HTMLElement;
  readonly options: Readable<RoomViewOptions>;
  /** The room's calls to the service; the page's own, where it set `services`. */
  readonly services: RoomServices;
  /** Whether the person is in the call, be it one whose connection is being restored. */
  readonly isInCall: boolean;
  /**
   * Gives a feature of the room, such as `chat`: loaded with its first use, the same one each time,
   * and ended with the room. Rejects with an `FfcError`; a failed load can be tried again.
   */
  use<K extends keyof RoomFeatures>(name: K): Promise<RoomFeatures[K]>;
}

/** Makes the handle of a room. */
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

/** The protocol between a room and its parts; global, so that two copies of the code agree. */
export const roomHandleKey: unique symbol = Symbol.for('ffc-elements.room') as never;

export interface RoomHandleProvider {
  readonly [roomHandleKey]: RoomHandle;
}

import type { PropertyValues } from 'lit';
import type { RoomViewOptions } from '../../parts/room-handle.js';
import type { RoomStoreOptions } from '../../state/types.js';
import type { RoomView } from '../../state/view.js';
import type { RoomElementBase } from './room-options.js';

/** The options of a join, read from the attributes. */
export function storeOptions(element: RoomElementBase): RoomStoreOptions {
  const { roomOptions, connectOptions, videoProcessor, audioProcessor } = element;
  const storage = element.noPersist ? undefined : localStorageIfAllowed();
  return {
    startMuted: element.startMuted,
    startCameraOff: element.startCameraOff,
    autoSubscribe: element.autoSubscribe !== 'off',
    autoJoin: element.autoJoin,
    noPreview: element.noPrejoin,
    observer: element.observer,
    dataSaver: element.dataSaver,
    media: {
      ...(roomOptions && { roomOptions }),
      ...(connectOptions && { connectOptions }),
      ...(videoProcessor && { videoProcessor }),
      ...(audioProcessor && { audioProcessor }),
    },
    ...(element.displayName && { displayName: element.displayName }),
    ...(storage && { storage }),
  };
}

/** The options of the view, read from the attributes. */
export function viewOptions(element: RoomElementBase): RoomViewOptions {
  const { messages, hideSelf, maxTiles, displayName, noPrejoin, noNameField, observer } = element;
  return {
    stripPosition: element.stripPosition,
    stripType: element.stripType,
    messages,
    headingLevel: element.headingLevel,
    hideSelf,
    maxTiles,
    controls: element.controls?.split(/\s+/).filter(Boolean),
    displayName,
    noPrejoin: noPrejoin || observer,
    noNameField,
    observer,
    noHotkeys: element.noHotkeys,
    noSounds: element.sounds === 'off',
    noPersist: element.noPersist,
    inviteUrl: element.inviteUrl,
  };
}

/** Sets the layout and its mode if the element's properties differ. */
export function applyLayout(
  { layout, layoutMode }: RoomElementBase,
  view: RoomView,
  changed: PropertyValues<RoomElementBase>,
): void {
  if (changed.has('layout') && layout) {
    view.setLayout(layout, layoutMode ?? view.state.getSnapshot().mode);
  }
  if (changed.has('layoutMode') && layoutMode) view.setMode(layoutMode);
}

/** Reading `localStorage` throws where cookies are blocked. */
function localStorageIfAllowed(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

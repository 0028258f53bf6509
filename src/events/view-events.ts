/**
 * The changes of a room's view state.
 *
 * @firedby ffc-room
 */
import type { LayoutMode, PinSource } from '../state/view.js';
import { declareEvent, type EventMapOf } from './event.js';
import type * as Declared from './view-events.js';

/** The layout or its mode changed. */
export class FfcLayoutChangeEvent extends declareEvent('ffc-layout-change')<{
  readonly layout: string;
  readonly mode: LayoutMode;
}>() {}

/** A picture was pinned or unpinned. */
export class FfcPinChangeEvent extends declareEvent('ffc-pin-change')<{
  /** Undefined: nothing is pinned. */
  readonly identity: string | undefined;
  readonly source: PinSource | undefined;
}>() {}

/** A panel was opened or closed. */
export class FfcPanelChangeEvent extends declareEvent('ffc-panel-change')<{
  readonly panel: string;
  readonly open: boolean;
}>() {}

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}

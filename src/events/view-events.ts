import type { LayoutMode, PinSource } from '../state/view.js';
import { FfcEvent } from './event.js';

/** Somebody wants another layout, or the room or the person to decide on it. */
export class FfcLayoutRequestEvent extends FfcEvent {
  /** The name of the layout; undefined: the one there is. */
  readonly layout: string | undefined;
  /** Who decides from then on. Default: the person, where a layout was named. */
  readonly mode: LayoutMode | undefined;

  constructor({ layout, mode }: { readonly layout?: string; readonly mode?: LayoutMode }) {
    super('ffc-layout-request', { cancelable: true });
    this.layout = layout;
    this.mode = mode;
  }
}

/** Somebody wants a participant's picture to stand out, or nobody's. */
export class FfcPinRequestEvent extends FfcEvent {
  /** Undefined: unpin. */
  readonly identity: string | undefined;
  /** Default `camera`. */
  readonly source: PinSource | undefined;

  constructor(identity?: string, source?: PinSource) {
    super('ffc-pin-request', { cancelable: true });
    this.identity = identity;
    this.source = source;
  }
}

/** Somebody wants a panel open or closed. */
export class FfcPanelRequestEvent extends FfcEvent {
  /** `chat`, `participants`, `settings`, or the name of another panel. */
  readonly panel: string;
  /** Undefined: the opposite of what is. */
  readonly open: boolean | undefined;

  constructor(panel: string, open?: boolean) {
    super('ffc-panel-request', { cancelable: true });
    this.panel = panel;
    this.open = open;
  }
}

/** The room has another layout, or somebody else decides on it. */
export class FfcLayoutChangeEvent extends FfcEvent {
  readonly layout: string;
  readonly mode: LayoutMode;

  constructor({ layout, mode }: { readonly layout: string; readonly mode: LayoutMode }) {
    super('ffc-layout-change');
    this.layout = layout;
    this.mode = mode;
  }
}

/** Another picture stands out, or none any more. */
export class FfcPinChangeEvent extends FfcEvent {
  /** Undefined: nothing is pinned. */
  readonly identity: string | undefined;
  readonly source: PinSource | undefined;

  constructor(pin?: { readonly identity: string; readonly source: PinSource }) {
    super('ffc-pin-change');
    this.identity = pin?.identity;
    this.source = pin?.source;
  }
}

/** A panel was opened or closed. */
export class FfcPanelChangeEvent extends FfcEvent {
  readonly panel: string;
  readonly open: boolean;

  constructor({ panel, open }: { readonly panel: string; readonly open: boolean }) {
    super('ffc-panel-change');
    this.panel = panel;
    this.open = open;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ffc-layout-request': FfcLayoutRequestEvent;
    'ffc-pin-request': FfcPinRequestEvent;
    'ffc-panel-request': FfcPanelRequestEvent;
    'ffc-layout-change': FfcLayoutChangeEvent;
    'ffc-pin-change': FfcPinChangeEvent;
    'ffc-panel-change': FfcPanelChangeEvent;
  }
}

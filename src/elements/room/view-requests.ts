import { screenControl } from '../../controls/screen.js';
import type { RequestType } from '../../events/request-events.js';
import type { RequestAnswer } from '../../parts/controls.js';
import type { LayoutMode, PinSource } from '../../state/view.js';
import { isText } from './room-requests.js';

/**
 * The answers of a call to the requests of its panels, menus and tiles, which belong to no control.
 */
const viewAnswers = {
  'ffc-layout-request': ({ view }, { layout, mode }) => {
    const knownMode = isLayoutMode(mode) ? mode : undefined;
    if (isText(layout)) view.setLayout(layout, knownMode);
    else if (knownMode) view.setMode(knownMode);
  },
  'ffc-pin-request': ({ view }, { identity, source }) => {
    if (isText(identity)) view.pin(identity, isPinSource(source) ? source : undefined);
    else view.unpin();
  },
  'ffc-panel-request': ({ view }, { panel, open }) => {
    if (!isText(panel)) return;
    const isOpen = view.state.getSnapshot().panel === panel;
    if (typeof open === 'boolean' ? open : !isOpen) view.openPanel(panel);
    else if (isOpen) view.closePanel();
  },
} satisfies Partial<Record<RequestType, RequestAnswer>>;

/**
 * All answers of a call. The one of the screen control is among them, for a page with its own
 * button instead.
 */
export const callAnswers: Readonly<Record<string, RequestAnswer>> = {
  ...screenControl.answers,
  ...viewAnswers,
};

function isLayoutMode(value: unknown): value is LayoutMode {
  return value === 'automatic' || value === 'manual';
}

function isPinSource(value: unknown): value is PinSource {
  return value === 'camera' || value === 'screen_share';
}

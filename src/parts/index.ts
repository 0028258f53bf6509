/**
 * The public tools for a part of your own, which is any element of the page that shows something of
 * a room or asks it for something; and the functions that add controls, panels, layouts and
 * languages. Importing this defines no element and loads no call.
 */
export {
  type FeatureLoader,
  type FeatureModule,
  registerFeature,
  type RoomFeatures,
} from './features.js';
export { dispatchRequest } from './request.js';
export {
  type Layout,
  type LayoutBox,
  type LayoutCorner,
  type LayoutItem,
  type LayoutOptions,
  type LayoutPage,
  type LayoutRect,
  type LayoutView,
  type LayoutWeight,
  type Place,
  registerLayout,
  type StripPosition,
  type StripType,
} from './layouts.js';
export { type PartHost, RoomController, type RoomControllerOptions } from './room-controller.js';
export type { RoomHandle, RoomViewOptions } from './room-handle.js';
export {
  type Control,
  type ControlButtonState,
  type ControlMenu,
  type ControlMenuContext,
  type ControlPlace,
  type ControlWordsContext,
  registerControl,
} from './controls.js';
export type { FfcControlElement } from './control-element.js';
export { connectCommands } from './page-commands.js';
export { panelCounts, setPanelCount } from './panel-counts.js';
export { type Panel, registerPanel } from './panels.js';
export { registerLocale, type LocaleLoader, type LocaleSource } from './locales.js';
export type { Locale, PartialLocale } from '../i18n/types.js';
export type { Readable } from '../core/cell.js';
export type { AllRoomMessages, RoomMessages } from '../i18n/room-messages.js';

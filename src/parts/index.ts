/**
 * The public tools for your own parts: elements of the page that show the state of a room or send
 * it requests. It also has the functions that register controls, panels, layouts and languages.
 * Importing it defines no element and loads no code of a call.
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

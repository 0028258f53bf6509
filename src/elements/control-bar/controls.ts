import type { TemplateResult } from 'lit';
import type { FfcEvent } from '../../events/event.js';
import {
  FfcCameraRequestEvent,
  FfcLeaveRequestEvent,
  FfcMicrophoneRequestEvent,
  FfcScreenShareRequestEvent,
} from '../../events/request-events.js';
import { roomErrorWords } from '../../i18n/error-words.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { cameraIcon } from '../../icons/camera.js';
import { cameraOffIcon } from '../../icons/camera-off.js';
import { devicesIcon } from '../../icons/devices.js';
import { leaveIcon } from '../../icons/leave.js';
import { microphoneIcon } from '../../icons/microphone.js';
import { microphoneOffIcon } from '../../icons/microphone-off.js';
import { screenShareIcon } from '../../icons/screen-share.js';
import { screenShareOffIcon } from '../../icons/screen-share-off.js';
import type { Controls, ControlState, RoomState } from '../../state/types.js';

/** The buttons of a control bar, in their order by default. */
export const controlNames = ['microphone', 'camera', 'screen', 'devices', 'leave'] as const;
export type ControlName = (typeof controlNames)[number];

/** How one button looks and what it asks for. */
export interface ControlView {
  readonly name: ControlName;
  /** Its name, whatever its state. */
  readonly label: string;
  /** What a click does, or why it does nothing. */
  readonly hint: string;
  readonly icon: TemplateResult;
  /** For toggles only. */
  readonly pressed?: boolean;
  readonly pending?: boolean;
  readonly disabled: boolean;
  readonly failed?: boolean;
  readonly look?: 'off' | 'active' | 'danger';
  /** Undefined for the button that opens the device menu. */
  readonly request?: () => FfcEvent;
}

/** What buttons are made from. */
export interface ControlFacts {
  readonly messages: RoomMessages;
  readonly controls: Controls;
  readonly state: RoomState;
}

/** Which buttons to show: the known names of a list, or all; what the browser cannot do is left out. */
export function chooseControls(names: readonly string[] | undefined): readonly ControlName[] {
  const isKnown = (name: string): name is ControlName =>
    (controlNames as readonly string[]).includes(name);
  return [...new Set(names ?? controlNames)].filter(isKnown).filter((name) => {
    return name !== 'screen' || canShareScreen();
  });
}

/** Describes one button as it is now. */
export function controlView(name: ControlName, facts: ControlFacts): ControlView {
  return views[name](facts);
}

const views: Readonly<Record<ControlName, (facts: ControlFacts) => ControlView>> = {
  microphone: ({ messages, controls: { microphone }, state }) =>
    toggle(microphone, {
      name: 'microphone',
      messages,
      label: messages.microphone,
      hints: [messages.turnMicrophoneOn, messages.turnMicrophoneOff],
      icon: microphone.enabled ? microphoneIcon : microphoneOffIcon,
      look: microphone.enabled ? undefined : 'off',
      disabled: !hasDevices(state),
      request: () => new FfcMicrophoneRequestEvent(!microphone.enabled),
    }),
  camera: ({ messages, controls: { camera }, state }) =>
    toggle(camera, {
      name: 'camera',
      messages,
      label: messages.camera,
      hints: [messages.turnCameraOn, messages.turnCameraOff],
      icon: camera.enabled ? cameraIcon : cameraOffIcon,
      look: camera.enabled ? undefined : 'off',
      disabled: !hasDevices(state),
      request: () => new FfcCameraRequestEvent(!camera.enabled),
    }),
  screen: ({ messages, controls: { screenShare }, state }) =>
    toggle(screenShare, {
      name: 'screen',
      messages,
      label: messages.screenShare,
      hints: [messages.startScreenShare, messages.stopScreenShare],
      icon: screenShare.enabled ? screenShareOffIcon : screenShareIcon,
      look: screenShare.enabled ? 'active' : undefined,
      disabled: !isInCall(state),
      request: () => new FfcScreenShareRequestEvent(!screenShare.enabled),
    }),
  devices: ({ messages, state }) => ({
    name: 'devices',
    label: messages.devices,
    hint: hasDevices(state) ? messages.devices : messages.notInCall,
    icon: devicesIcon,
    disabled: !hasDevices(state),
  }),
  leave: ({ messages, state }) => ({
    name: 'leave',
    label: messages.leave,
    hint: isInCall(state) ? messages.leave : messages.notInCall,
    icon: leaveIcon,
    look: 'danger',
    disabled: !isInCall(state),
    request: () => new FfcLeaveRequestEvent(),
  }),
};

interface Toggle extends Pick<ControlView, 'name' | 'label' | 'icon' | 'disabled'> {
  readonly messages: RoomMessages;
  /** What a click does while it is off, and while it is on. */
  readonly hints: readonly [string, string];
  readonly look: ControlView['look'];
  readonly request: () => FfcEvent;
}

function toggle(
  { enabled, pending, error }: ControlState,
  { messages, hints, look, ...rest }: Toggle,
): ControlView {
  const hint = rest.disabled
    ? messages.notInCall
    : error
      ? Object.values(roomErrorWords(messages, error)).join('. ')
      : hints[enabled ? 1 : 0];
  return {
    ...rest,
    hint,
    pressed: enabled,
    pending,
    failed: error !== undefined,
    ...(look && { look }),
  };
}

function isInCall(state: RoomState): boolean {
  return state === 'connected' || state === 'reconnecting';
}

function hasDevices(state: RoomState): boolean {
  return isInCall(state) || state === 'prejoin';
}

function canShareScreen(): boolean {
  // Phones have no getDisplayMedia, and pages without https no mediaDevices, whatever the types say.
  const mediaDevices = globalThis.navigator?.mediaDevices as Partial<MediaDevices> | undefined;
  return typeof mediaDevices?.getDisplayMedia === 'function';
}

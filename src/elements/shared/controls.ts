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
import { hasLocalMedia, isInCall } from '../../state/phase.js';
import type { Controls, RoomState } from '../../state/types.js';

/** The buttons of a call, in their order by default. */
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
  readonly disabled: boolean;
  readonly look?: 'off' | 'active' | 'danger' | undefined;
  /** For toggles only. */
  readonly pressed?: boolean;
  readonly pending?: boolean;
  readonly failed?: boolean;
  /** Undefined for the button that opens the choice of devices. */
  readonly request?: () => FfcEvent;
}

/** What buttons are made from. */
export interface ControlFacts {
  readonly messages: RoomMessages;
  readonly controls: Controls;
  readonly state: RoomState;
}

/** Which buttons to show: the known ones of a list, or all; without what the browser cannot do. */
export function chooseControls(names: readonly string[] = controlNames): readonly ControlName[] {
  return [...new Set(names)].filter(isControlName).filter((name) => {
    return name !== 'screen' || canShareScreen();
  });
}

/** Describes one button as it is now. */
export function controlView(name: ControlName, facts: ControlFacts): ControlView {
  const { messages, state } = facts;
  switch (name) {
    case 'devices': {
      const disabled = !hasLocalMedia(state);
      const label = messages.devices;
      const hint = disabled ? messages.notInCall : label;
      return { name, label, hint, icon: devicesIcon, disabled };
    }
    case 'leave': {
      const disabled = !isInCall(state);
      const label = messages.leave;
      const hint = disabled ? messages.notInCall : label;
      const request = (): FfcEvent => new FfcLeaveRequestEvent();
      return { name, label, hint, icon: leaveIcon, look: 'danger', disabled, request };
    }
    default:
      return toggleView(name, facts);
  }
}

type Hint =
  | 'turnMicrophoneOn'
  | 'turnMicrophoneOff'
  | 'turnCameraOn'
  | 'turnCameraOff'
  | 'startScreenShare'
  | 'stopScreenShare';

/** What differs from toggle to toggle; of each pair the first is for off, the second for on. */
interface Toggle {
  readonly control: 'microphone' | 'camera' | 'screenShare';
  readonly hints: readonly [Hint, Hint];
  readonly icons: readonly [TemplateResult, TemplateResult];
  readonly looks: readonly [ControlView['look'], ControlView['look']];
  readonly Request: new (enabled: boolean) => FfcEvent;
}

const toggles: Readonly<Record<'microphone' | 'camera' | 'screen', Toggle>> = {
  microphone: {
    control: 'microphone',
    hints: ['turnMicrophoneOn', 'turnMicrophoneOff'],
    icons: [microphoneOffIcon, microphoneIcon],
    looks: ['off', undefined],
    Request: FfcMicrophoneRequestEvent,
  },
  camera: {
    control: 'camera',
    hints: ['turnCameraOn', 'turnCameraOff'],
    icons: [cameraOffIcon, cameraIcon],
    looks: ['off', undefined],
    Request: FfcCameraRequestEvent,
  },
  screen: {
    control: 'screenShare',
    hints: ['startScreenShare', 'stopScreenShare'],
    icons: [screenShareIcon, screenShareOffIcon],
    looks: [undefined, 'active'],
    Request: FfcScreenShareRequestEvent,
  },
};

function toggleView(
  name: keyof typeof toggles,
  { messages, controls, state }: ControlFacts,
): ControlView {
  const { control, hints, icons, looks, Request } = toggles[name];
  const { enabled, pending, error } = controls[control];
  const now = enabled ? 1 : 0;
  const disabled = !(name === 'screen' ? isInCall(state) : hasLocalMedia(state));
  const hint = error
    ? Object.values(roomErrorWords(messages, error)).join('. ')
    : messages[hints[now]];
  return {
    name,
    label: messages[control],
    hint: disabled ? messages.notInCall : hint,
    icon: icons[now],
    // What is being turned on is not to be alarmed about.
    look: pending ? undefined : looks[now],
    pressed: enabled,
    pending,
    disabled,
    failed: error !== undefined,
    request: () => new Request(!enabled),
  };
}

function isControlName(name: string): name is ControlName {
  return (controlNames as readonly string[]).includes(name);
}

function canShareScreen(): boolean {
  // Phones have no getDisplayMedia, and pages without https no mediaDevices, whatever the types say.
  const mediaDevices = globalThis.navigator?.mediaDevices as Partial<MediaDevices> | undefined;
  return typeof mediaDevices?.getDisplayMedia === 'function';
}

import type { TemplateResult } from 'lit';
import type { FfcEvent } from '../events/event.js';
import type { Control, ControlButtonState, RequestAnswer } from '../parts/controls.js';
import type { RoomHandle } from '../parts/room-handle.js';
import { hasLocalMedia } from '../state/phase.js';
import type { RoomStore } from '../state/types.js';

/** Reads and sets a switch of the store. A request without a value toggles it. */
export interface SwitchAction {
  readonly isOn: (room: RoomHandle) => boolean;
  readonly set: (store: RoomStore, on: boolean) => Promise<void>;
}

/** Answers a request whose field `enabled` is the wanted state. */
export function answerToggle({ isOn, set }: SwitchAction): RequestAnswer {
  return (room, { enabled }) =>
    set(room.store, typeof enabled === 'boolean' ? enabled : !isOn(room));
}

/** The methods of the store, by device. */
const setters = { microphone: 'setMicrophoneEnabled', camera: 'setCameraEnabled' } as const;

/** The options in which the switches of the local devices differ. */
export interface DeviceSwitch extends Required<Pick<Control, 'order' | 'label'>> {
  readonly name: 'microphone' | 'camera';
  readonly icons: Readonly<Record<'on' | 'off', TemplateResult>>;
  /** The hints for a click while the device is on, and while it is off. */
  readonly hints: Readonly<Record<'on' | 'off', Control['label']>>;
  readonly Request: { readonly type: string; new (enabled: boolean): FfcEvent };
}

/** The control that turns a local device on and off, in the preview and in the call. */
export function deviceControl(device: DeviceSwitch): Control {
  const { name, order, label, icons, hints, Request } = device;
  const isOn = (room: RoomHandle): boolean => deviceState(name, room).pressed ?? false;
  return {
    name,
    order,
    icon: ({ pressed }) => (pressed ? icons.on : icons.off),
    label,
    hint: (context, { pressed }) => (pressed ? hints.on : hints.off)(context),
    state: (room) => deviceState(name, room),
    isOffered: ({ options }) => name !== 'camera' || !options.getSnapshot().observer,
    request: (room) => new Request(!isOn(room)),
    answers: {
      [Request.type]: answerToggle({ isOn, set: (store, on) => store[setters[name]](on) }),
    },
  };
}

/**
 * The state of a device's button. In a connected call the session decides whether the switch is on.
 * Before that, and during a reconnection, the session may take long: a permission prompt may be
 * open. Then the button shows the person's choice at once, and another click changes it.
 */
function deviceState(name: DeviceSwitch['name'], { store }: RoomHandle): ControlButtonState {
  const { enabled, pending, error } = store.controls.getSnapshot()[name];
  const { state } = store.phase.getSnapshot();
  const isRevocable = state !== 'connected';
  const pressed = pending && isRevocable ? store.intended.getSnapshot()[name] : enabled;
  return {
    pressed,
    pending,
    revocable: isRevocable,
    error,
    disabled: !hasLocalMedia(state),
    // No warning colour while the device is being turned on.
    tone: pressed || (pending && !isRevocable) ? undefined : 'off',
  };
}

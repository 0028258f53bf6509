import type { TemplateResult } from 'lit';
import type { FfcEvent } from '../events/event.js';
import type { Control, ControlButtonState, RequestAnswer } from '../parts/controls.js';
import type { RoomHandle } from '../parts/room-handle.js';
import { hasLocalMedia } from '../state/phase.js';
import type { RoomStore } from '../state/types.js';

/** Switches something of the store; undefined in a request means the opposite of what is shown. */
export interface SwitchAction {
  readonly isOn: (room: RoomHandle) => boolean;
  readonly set: (store: RoomStore, on: boolean) => Promise<void>;
}

/** Answers a request whose field `enabled` says what is wanted. */
export function answerToggle({ isOn, set }: SwitchAction): RequestAnswer {
  return (room, { enabled }) =>
    set(room.store, typeof enabled === 'boolean' ? enabled : !isOn(room));
}

/** The store's intents. */
const setters = { microphone: 'setMicrophoneEnabled', camera: 'setCameraEnabled' } as const;

/** The differences between the switches of the local devices. */
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
 * How the switch of a device is shown. In a call that is connected it is on when the session says
 * so. Elsewhere the session may take long: a permission prompt is open, or the connection is being
 * restored. There the button shows at once what the person chose, and another click changes it.
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
    // A device that is just being turned on needs no warning colour.
    tone: pressed || (pending && !isRevocable) ? undefined : 'off',
  };
}

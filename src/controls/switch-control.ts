import type { TemplateResult } from 'lit';
import type { FfcEvent } from '../events/event.js';
import type { Control, ControlButtonState, RequestAnswer } from '../parts/controls.js';
import type { RoomHandle } from '../parts/room-handle.js';
import type { TrackSource } from '../rtc/session.js';
import { mayPublish } from '../state/permissions.js';
import { hasLocalMedia } from '../state/phase.js';
import type { RoomStore } from '../state/types.js';

/**
 * Answers a request whose field `enabled` is the wanted state of a switch of the store. Without a
 * value it toggles the switch.
 */
export function answerToggle(
  isOn: (room: RoomHandle) => boolean,
  set: (store: RoomStore, on: boolean) => Promise<void>,
): RequestAnswer {
  return (room, { enabled }) =>
    set(room.store, typeof enabled === 'boolean' ? enabled : !isOn(room));
}

/**
 * Whether a room offers the switch of a source. An observer shows nothing, and the media server may
 * forbid a participant to publish some sources or all.
 */
export function isPermitted({ options, store }: RoomHandle, source: TrackSource): boolean {
  const { permissions } = store.controls.getSnapshot();
  return (
    mayPublish(permissions, source) && (source === 'microphone' || !options.getSnapshot().observer)
  );
}

/** The options in which the switches of the local devices differ. */
export interface DeviceSwitch extends Required<Pick<Control, 'order'>> {
  readonly name: 'microphone' | 'camera';
  /** The name in the names of its words and of its method. */
  readonly title: 'Microphone' | 'Camera';
  readonly icons: Readonly<Record<'on' | 'off', TemplateResult>>;
  readonly Request: { readonly type: string; new (enabled: boolean): FfcEvent };
}

/** The control that turns a local device on and off, in the preview and in the call. */
export function deviceControl({ name, title, order, icons, Request }: DeviceSwitch): Control {
  const isOn = (room: RoomHandle): boolean => !!deviceState(name, room).pressed;
  return {
    name,
    order,
    icon: ({ pressed }) => (pressed ? icons.on : icons.off),
    label: ({ messages }) => messages[name],
    hint: ({ messages }, { pressed }) => messages[`turn${title}${pressed ? 'Off' : 'On'}` as const],
    state: (room) => deviceState(name, room),
    isOffered: (room) => isPermitted(room, name),
    request: (room) => new Request(!isOn(room)),
    answers: {
      [Request.type]: answerToggle(isOn, (store, on) => store[`set${title}Enabled`](on)),
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

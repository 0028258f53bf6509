import type { TemplateResult } from 'lit';
import type { Readable } from '../core/cell.js';
import { isAbort, toFfcError } from '../core/errors.js';
import { FfcErrorEvent } from '../events/error-event.js';
import { roomErrorWords } from '../i18n/error-words.js';
import type { Control, ControlButtonState, ControlWordsContext } from './controls.js';
import { dispatchRequest } from './request.js';
import type { RoomHandle } from './room-handle.js';

/** The current look and words of a control's button. */
export interface ControlView {
  readonly control: Control;
  readonly state: ControlButtonState;
  readonly icon: TemplateResult;
  /** Its name, whatever its state. */
  readonly label: string;
  /** The effect of a click, or the reason why a click has no effect. */
  readonly hint: string;
  /** The number of waiting things, in words. Empty without any. */
  readonly count: string;
}

/** The members of a control that a click needs. */
interface UsableControl {
  readonly control: Pick<Control, 'slice' | 'request'>;
  readonly state: ControlButtonState;
}

/** The cells that most controls read their state from. */
export function controlCells({ store, options }: RoomHandle): readonly Readable<unknown>[] {
  return [store.phase, store.controls, store.intended, options];
}

/** Describes a control's button. It is disabled without a room. */
export function viewControl(
  control: Control,
  room: RoomHandle | undefined,
  words: ControlWordsContext,
): ControlView {
  const inCall = room?.isInCall ?? false;
  const state = (room && control.state?.(room)) ?? { disabled: !inCall };
  const { icon } = control;
  const label = control.label(words);
  return {
    control,
    state,
    icon: typeof icon === 'function' ? icon(state) : icon,
    label,
    hint: hintOf(),
    count: state.count
      ? (control.countLabel?.(words, state.count, state) ?? String(state.count))
      : '',
  };

  function hintOf(): string {
    const { messages } = words;
    if (state.disabled && !inCall) return messages.notInCall;
    const failure = state.error && roomErrorWords(messages, state.error);
    if (failure) return Object.values(failure).join('. ');
    return control.hint?.(words, state) ?? label;
  }
}

/** Performs a click on a control's button. `part` is the element that contains the button. */
export function useControl(
  part: HTMLElement,
  room: RoomHandle,
  { control, state }: UsableControl,
): void {
  if (state.disabled || (state.pending && !state.revocable)) return;
  // Not awaited: the browser's permission for a user gesture would expire.
  if (control.slice)
    room.use(control.slice).catch((thrown: unknown) => reportFailure(room, thrown));
  const request = control.request?.(room);
  if (isEvent(request)) dispatchRequest(part, room, request);
}

function reportFailure({ host }: RoomHandle, thrown: unknown): void {
  const error = toFfcError(thrown, 'setup');
  // A room that has ended since then needs no feature, so an abort is no failure.
  if (!isAbort(error)) host.dispatchEvent(new FfcErrorEvent({ error }));
}

/** Whether a value is an event, also one of another window. */
function isEvent(value: unknown): value is Event {
  return typeof value === 'object' && value !== null && 'composedPath' in value;
}

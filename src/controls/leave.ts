import { FfcLeaveRequestEvent } from '../events/request-events.js';
import { leaveIcon } from '../icons/leave.js';
import type { Control } from '../parts/controls.js';

/**
 * Leaves the call. The room answers the request: its Cancel button sends the same one.
 *
 * @fires ffc-leave-request
 */
export const leaveControl: Control = {
  name: 'leave',
  order: 100,
  icon: leaveIcon,
  label: ({ messages }) => messages.leave,
  state: ({ isInCall }) => ({ disabled: !isInCall, tone: 'danger' }),
  request: () => new FfcLeaveRequestEvent(),
};

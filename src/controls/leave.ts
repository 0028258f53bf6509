import { FfcLeaveRequestEvent } from '../events/request-events.js';
import { leaveIcon } from '../icons/leave.js';
import type { Control } from '../parts/controls.js';

/**
 * Leaves the call.
 *
 * @fires ffc-leave-request
 */
export const leaveControl: Control = {
  name: 'leave',
  icon: leaveIcon,
  label: ({ messages }) => messages.leave,
  state: ({ isInCall }) => ({ disabled: !isInCall, tone: 'danger' }),
  request: () => new FfcLeaveRequestEvent(),
};

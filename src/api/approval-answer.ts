import type { FfcError } from '../core/errors.js';
import type { ApprovalAnswer } from './approval-types.js';

/** Milliseconds between two requests about who waits (assumed). */
export const askEvery = 3000;

/** What the failure of a request for an RTC token says; the codes are assumed. */
export function judgeApproval({ errorCode }: FfcError): ApprovalAnswer | undefined {
  if (errorCode === 'VIDEO_ROOM_APPROVAL_PENDING') return 'pending';
  return errorCode === 'VIDEO_ROOM_APPROVAL_REFUSED' ? 'refused' : undefined;
}

import type { FfcError } from '../core/errors.js';
import type { ApprovalAnswer, ApprovalStrategy } from './approval-types.js';
import { readChannelMembers } from './channel-schema.js';
import type { FfcClient } from './client.js';
import { memberSegment, roomsPath, type Routes } from './routes.js';
import { readNothing, ServiceCalls } from './service-calls.js';
import type { CallOptions, RoomOwner } from './types.js';

/**
 * Creates the assumed approval strategy of the service. The request for an RTC token answers 403
 * `VIDEO_ROOM_APPROVAL_PENDING` while a member waits in the room's channel, and once
 * `VIDEO_ROOM_APPROVAL_REFUSED`. Operators find the waiting members by the state `WAITING`.
 *
 * @param options The deviations of a service from that.
 */
export function createApproval(
  client: FfcClient,
  options: Partial<Pick<ApprovalStrategy, 'askEvery' | 'judge'>> = {},
): ApprovalStrategy {
  return new AssumedApproval(client, options);
}

/** Milliseconds between two requests for the waiting people (assumed). */
const askEvery = 3000;

/** Reads the failure of a request for an RTC token; the codes are assumed. */
function judgeApproval({ errorCode }: FfcError): ApprovalAnswer | undefined {
  if (errorCode === 'VIDEO_ROOM_APPROVAL_PENDING') return 'pending';
  return errorCode === 'VIDEO_ROOM_APPROVAL_REFUSED' ? 'refused' : undefined;
}

const channel = `${roomsPath}/{id}/channel`;
const routes: Routes<'withdraw' | 'listWaiting' | 'admit' | 'refuse'> = {
  withdraw: { method: 'POST', path: `${channel}/leave` },
  listWaiting: { method: 'GET', path: `${channel}/members` },
  admit: { method: 'POST', path: `${channel}/members/{member}/approve` },
  refuse: { method: 'POST', path: `${channel}/members/{member}/refuse` },
};

/** The most waiting people to request. Further ones follow when these are decided. */
const pageSize = 100;

class AssumedApproval extends ServiceCalls<keyof typeof routes> implements ApprovalStrategy {
  readonly askEvery: number;
  readonly judge: ApprovalStrategy['judge'];

  constructor(client: FfcClient, given: Partial<Pick<ApprovalStrategy, 'askEvery' | 'judge'>>) {
    super(client, routes);
    this.askEvery = given.askEvery ?? askEvery;
    this.judge = given.judge ?? judgeApproval;
  }

  withdraw(id: number, options?: CallOptions): Promise<void> {
    return this.call('withdraw', readNothing, options, { id });
  }

  async listWaiting(id: number, options?: CallOptions): Promise<readonly RoomOwner[]> {
    const query = { channelMemberState: 'WAITING', pageSize };
    const { content } = await this.call('listWaiting', readChannelMembers, options, { id, query });
    return content.map(({ appUser }) => appUser);
  }

  admit(id: number, appUserId: string, options?: CallOptions): Promise<void> {
    return this.#decide('admit', id, appUserId, options);
  }

  refuse(id: number, appUserId: string, options?: CallOptions): Promise<void> {
    return this.#decide('refuse', id, appUserId, options);
  }

  #decide(
    name: 'admit' | 'refuse',
    id: number,
    appUserId: string,
    options: CallOptions | undefined,
  ): Promise<void> {
    const member = (): string => memberSegment(appUserId);
    return this.call(name, readNothing, options, { id, member });
  }
}

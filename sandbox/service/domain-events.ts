import type { MemberRecord, MessageRecord, RoomRecord } from './records.js';

/** Changes in the service: apps receive them by webhook, browsers by push. */
export type DomainEvent =
  | { readonly type: 'member-created' | 'member-updated'; readonly member: MemberRecord }
  /** The room was created, or its state has changed. */
  | { readonly type: 'room-state'; readonly room: RoomRecord }
  | { readonly type: 'egress-ended'; readonly room: RoomRecord }
  | {
      readonly type: 'message';
      readonly room: RoomRecord;
      readonly message: MessageRecord;
      /** Whether the channel keeps the message after its delivery. */
      readonly kept: boolean;
    }
  | {
      readonly type: 'participant-joined' | 'participant-left';
      readonly room: RoomRecord;
      readonly appUserId: string;
      /** ISO 8601. */
      readonly at: string;
    };
